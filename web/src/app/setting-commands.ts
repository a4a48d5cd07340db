import { examples, openExample, otherReading } from "../files/opening.ts";
import { saveCopy } from "../files/saving.ts";
import { withoutEngine } from "../text/desk-commands.ts";
import { lang, type Words } from "../words/words.ts";
import type { Command } from "./commands.ts";
import type { Settings } from "./settings.ts";
import type { Workbench } from "./workbench.ts";

/** A choice that is in force already has nothing to do. */
const unlessChosen = (chosen: boolean, w: Words): string => (chosen ? w.keys.why.chosen : "");

/** What the menus offer besides, as commands: the look, the language, the examples. */
export const settingCommands: readonly Command[] = [
  ...(["system", "light", "dark"] as const).map(
    (theme): Command => ({
      id: `theme-${theme}`,
      title: (w) => w.keys.within(w.toolbar.theme, w.toolbar.themes[theme]),
      disabled: ({ settings }, w) => unlessChosen(settings.theme === theme, w),
      run: (bench) => bench.change({ theme }),
    }),
  ),
  ...(["small", "medium", "large"] as const).map(
    (textSize): Command => ({
      id: `text-size-${textSize}`,
      title: (w) => w.keys.within(w.toolbar.textSize, w.toolbar.textSizes[textSize]),
      disabled: ({ settings }, w) => unlessChosen(settings.textSize === textSize, w),
      run: (bench) => resize(bench, textSize),
    }),
  ),
  ...(["zh", "en"] as const).map(
    (one): Command => ({
      id: `language-${one}`,
      title: (w) => w.keys.within(w.toolbar.language, w.toolbar.languages[one]),
      disabled: (_bench, w) => unlessChosen(lang() === one, w),
      run: (bench) => bench.change({ lang: one }),
    }),
  ),
  ...(["source", "reading"] as const).map(
    (view): Command => ({
      id: `view-${view}`,
      title: (w) => w.keys.within(w.text.views.title, w.text.views[view]),
      disabled: ({ settings }, w) => unlessChosen(settings.textView === view, w),
      run: (bench) => bench.turnView(view),
    }),
  ),
  ...(["view", "markup", "plain"] as const).map(
    (copies): Command => ({
      id: `copies-${copies}`,
      title: (w) => w.keys.within(w.text.copies.title, w.text.copies[copies]),
      disabled: ({ settings }, w) => unlessChosen(settings.copies === copies, w),
      run: (bench) => bench.change({ copies }),
    }),
  ),
  { id: "download", title: (w) => w.toolbar.download, run: (bench) => void saveCopy(bench) },
  ...(["plain", "markup"] as const).map(
    (reading): Command => ({
      id: `read-as-${reading}`,
      title: (w) => (reading === "plain" ? w.status.readAsPlain : w.status.readAsMarkup),
      disabled: withoutEngine,
      run: (bench) => otherReading(bench, reading === "plain" ? "markup" : "plain").run(),
    }),
  ),
  ...[...examples.keys()].map(
    (name): Command => ({
      id: `example-${name}`,
      title: (w) => w.keys.within(w.keys.example, w.examples[name] ?? name),
      run: (bench) => void openExample(bench, name),
    }),
  ),
];

function resize(bench: Workbench, textSize: Settings["textSize"]): void {
  bench.change({ textSize });
  bench.view.requestMeasure();
}
