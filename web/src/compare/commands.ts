import { withoutEngine, type Command } from "../services/commands.ts";
import { navigation } from "../services/navigation.ts";
import { of } from "../services/service.ts";
import { session } from "../services/session.ts";
import type { Words } from "../words/words.ts";

declare module "../services/commands.ts" {
  interface CommandIds
    extends Record<"compareFile" | "compareBase" | "takeAsBase" | "nextDifference" | "previousDifference", true> {}
}

/** isEmpty tells whether there is no text to compare. */
export const isEmpty = (): boolean => of(session).text.length === 0;

const withoutText = (w: Words): string => withoutEngine(w) || (isEmpty() ? w.keys.why.noText : "");

/** The comparison comes with its own part of the page. */
const loaded = async () => of((await import("./comparison.ts")).comparison);

/** compareWithBase brings the places where the text has left its base to the front. */
export function compareWithBase(): void {
  of(navigation).bring("compare");
  void loaded().then((comparison) => comparison.withBase());
}

const go = (backward: boolean) => () => {
  of(navigation).bring("compare");
  void loaded().then((comparison) => comparison.next(backward));
};

/** What is done with two texts side by side. */
export const compareCommands: readonly Command[] = [
  {
    id: "compareFile",
    title: (w) => w.compare.commands.file,
    disabled: withoutText,
    run: () => {
      of(navigation).bring("compare");
      void loaded().then((comparison) => comparison.pick());
    },
  },
  { id: "compareBase", title: (w) => w.compare.commands.base, disabled: withoutEngine, run: compareWithBase },
  {
    id: "takeAsBase",
    title: (w) => w.compare.commands.takeAsBase,
    disabled: withoutText,
    run: () => void loaded().then((comparison) => comparison.takeAsBase()),
  },
  {
    id: "nextDifference",
    key: "Alt-F8",
    title: (w) => w.compare.commands.next,
    disabled: withoutEngine,
    run: go(false),
  },
  {
    id: "previousDifference",
    key: "Alt-Shift-F8",
    title: (w) => w.compare.commands.previous,
    disabled: withoutEngine,
    run: go(true),
  },
];
