import type { Lang, Reading } from "../engine/protocol.gen.ts";
import { examples, openExample, otherReading } from "../files/opening.ts";
import { saveCopy } from "../files/saving.ts";
import { withoutEngine, type Command } from "../services/commands.ts";
import { desk } from "../services/desk.ts";
import { of } from "../services/service.ts";
import { settings, type ChosenSettings } from "../services/settings.ts";
import { lang, type Words } from "../words/words.ts";

declare module "../services/commands.ts" {
  interface CommandIds
    extends Record<
      | `theme-${ChosenSettings["theme"]}`
      | `text-size-${ChosenSettings["textSize"]}`
      | `language-${Lang}`
      | `view-${ChosenSettings["textView"]}`
      | `copies-${ChosenSettings["copies"]}`
      | `read-as-${Reading}`
      | "download",
      true
    > {
    [id: `example-${string}`]: true;
  }
}

/** A choice that is in force already has nothing to do. */
const unlessChosen = (chosen: boolean, w: Words): string => (chosen ? w.keys.why.chosen : "");

/** What the menus offer besides, as commands: the look, the language, the examples. */
export const settingCommands: readonly Command[] = [
  ...(["system", "light", "dark"] as const).map(
    (theme): Command => ({
      id: `theme-${theme}`,
      title: (w) => w.keys.within(w.toolbar.theme, w.toolbar.themes[theme]),
      disabled: (w) => unlessChosen(of(settings).current.theme === theme, w),
      run: () => of(settings).change({ theme }),
    }),
  ),
  ...(["small", "medium", "large"] as const).map(
    (textSize): Command => ({
      id: `text-size-${textSize}`,
      title: (w) => w.keys.within(w.toolbar.textSize, w.toolbar.textSizes[textSize]),
      disabled: (w) => unlessChosen(of(settings).current.textSize === textSize, w),
      run: () => resize(textSize),
    }),
  ),
  ...(["zh", "en"] as const).map(
    (one): Command => ({
      id: `language-${one}`,
      title: (w) => w.keys.within(w.toolbar.language, w.toolbar.languages[one]),
      disabled: (w) => unlessChosen(lang() === one, w),
      run: () => of(settings).change({ lang: one }),
    }),
  ),
  ...(["source", "reading"] as const).map(
    (view): Command => ({
      id: `view-${view}`,
      title: (w) => w.keys.within(w.text.views.title, w.text.views[view]),
      disabled: (w) => unlessChosen(of(settings).current.textView === view, w),
      run: () => of(desk).turnView(view),
    }),
  ),
  ...(["view", "markup", "plain"] as const).map(
    (copies): Command => ({
      id: `copies-${copies}`,
      title: (w) => w.keys.within(w.text.copies.title, w.text.copies[copies]),
      disabled: (w) => unlessChosen(of(settings).current.copies === copies, w),
      run: () => of(settings).change({ copies }),
    }),
  ),
  { id: "download", title: (w) => w.toolbar.download, run: () => void saveCopy() },
  ...(["plain", "markup"] as const).map(
    (reading): Command => ({
      id: `read-as-${reading}`,
      title: (w) => (reading === "plain" ? w.status.readAsPlain : w.status.readAsMarkup),
      disabled: withoutEngine,
      run: () => otherReading(reading === "plain" ? "markup" : "plain").run(),
    }),
  ),
  ...[...examples.keys()].map(
    (name): Command => ({
      id: `example-${name}`,
      title: (w) => w.keys.within(w.keys.example, w.examples[name] ?? name),
      run: () => void openExample(name),
    }),
  ),
];

function resize(textSize: ChosenSettings["textSize"]): void {
  of(settings).change({ textSize });
  of(desk).view.requestMeasure();
}
