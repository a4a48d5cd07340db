import type { Command } from "../app/commands.ts";

/** What can be done with suggestions by name and by key. */
export const suggestionCommands: readonly Command[] = [
  { id: "nextSuggestion", key: "F7", title: (w) => w.suggestions.next, run: ({ suggesting }) => suggesting.next() },
  {
    id: "previousSuggestion",
    key: "Shift-F7",
    title: (w) => w.suggestions.previous,
    run: ({ suggesting }) => suggesting.next(true),
  },
  {
    id: "showSuggestions",
    key: "Alt-s",
    title: (w) => w.suggestions.show,
    run: ({ suggesting }) => suggesting.toggle(),
  },
  { id: "unskipSuggestions", title: (w) => w.suggestions.bringBack, run: ({ suggesting }) => suggesting.unskip() },
  { id: "forgetLearned", title: (w) => w.suggestions.forget, run: ({ suggesting }) => void suggesting.forget() },
];
