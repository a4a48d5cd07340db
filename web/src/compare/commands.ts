import type { Command } from "../app/commands.ts";
import { withoutEngine } from "../text/desk-commands.ts";
import type { Workbench } from "../app/workbench.ts";
import type { Words } from "../words/words.ts";

/** isEmpty tells whether there is no text to compare. */
export const isEmpty = ({ view }: Workbench): boolean => view.state.doc.length === 0;

const withoutText = (bench: Workbench, w: Words): string =>
  withoutEngine(bench, w) || (isEmpty(bench) ? w.keys.why.noText : "");

const loaded = () => import("./comparison.ts");

/** compareWithBase brings the places where the text has left its base to the front. */
export function compareWithBase(bench: Workbench): void {
  bench.turnTo("compare");
  void loaded().then(({ comparisonOf }) => comparisonOf(bench).withBase());
}

const go = (backward: boolean) => (bench: Workbench) => {
  bench.turnTo("compare");
  void loaded().then(({ comparisonOf }) => comparisonOf(bench).next(backward));
};

/** What is done with two texts side by side. */
export const compareCommands: readonly Command[] = [
  {
    id: "compareFile",
    title: (w) => w.compare.commands.file,
    disabled: withoutText,
    run: (bench) => {
      bench.turnTo("compare");
      void loaded().then(({ comparisonOf }) => comparisonOf(bench).pick());
    },
  },
  { id: "compareBase", title: (w) => w.compare.commands.base, disabled: withoutEngine, run: compareWithBase },
  {
    id: "takeAsBase",
    title: (w) => w.compare.commands.takeAsBase,
    disabled: withoutText,
    run: (bench) => void loaded().then(({ comparisonOf }) => comparisonOf(bench).takeAsBase()),
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
