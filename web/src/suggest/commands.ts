import type { Command } from "../services/commands.ts";
import { of } from "../services/service.ts";
import { suggesting } from "./suggesting.ts";

declare module "../services/commands.ts" {
  interface CommandIds
    extends Record<
      "nextSuggestion" | "previousSuggestion" | "showSuggestions" | "unskipSuggestions" | "forgetLearned",
      true
    > {}
}

/** What can be done with suggestions by name and by key. */
export const suggestionCommands: readonly Command[] = [
  { id: "nextSuggestion", key: "F7", title: (w) => w.suggestions.next, run: () => of(suggesting).next() },
  {
    id: "previousSuggestion",
    key: "Shift-F7",
    title: (w) => w.suggestions.previous,
    run: () => of(suggesting).next(true),
  },
  { id: "showSuggestions", key: "Alt-s", title: (w) => w.suggestions.show, run: () => of(suggesting).toggle() },
  { id: "unskipSuggestions", title: (w) => w.suggestions.bringBack, run: () => of(suggesting).unskip() },
  { id: "forgetLearned", title: (w) => w.suggestions.forget, run: () => void of(suggesting).forget() },
];
