import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, Prec, type Extension } from "@codemirror/state";
import {
  drawSelection,
  dropCursor,
  EditorView,
  highlightSpecialChars,
  keymap,
  placeholder,
  tooltips,
  type KeyBinding,
} from "@codemirror/view";
import { catalogues, lang } from "../words/words.ts";
import type { Lang } from "../engine/protocol.gen.ts";
import { ringAtCaret } from "./atcaret.ts";
import { bracketKeys } from "./bracketkeys.ts";
import { copying, type CopyDesk } from "./copying.ts";
import { gutterSigns } from "./gutter.ts";
import { edgeHandles } from "./handles.ts";
import { lights } from "./highlight.ts";
import { lastMade, mark } from "./marking.ts";
import { markColours } from "./marks.ts";
import { nativeHistory } from "./native-history.ts";
import { proseTyping } from "./prose.ts";
import { textView, type TextView } from "./reading.ts";
import { replacing } from "./replacing.ts";
import { squiggleSigns, type CardDrawer } from "./squiggles.ts";
import { editorTheme } from "./theme.ts";
import { wellFormed } from "./wellformed.ts";
import { wordKeys, wordsByMouse } from "./words-of-text.ts";

const spoken = new Compartment();
const bound = new Compartment();

const inWords = (lang: Lang): Extension => [
  EditorState.phrases.of(catalogues[lang].editor.phrases),
  placeholder(catalogues[lang].editor.placeholder),
  EditorView.contentAttributes.of({
    "aria-label": catalogues[lang].editor.label,
    lang: lang === "zh" ? "zh-CN" : "en",
  }),
];

/** What the rule of hidden characters finds beyond those that the editor makes visible
 * by itself. */
const hidden = /[\u180e\u202a-\u202c\u2060-\u206f\u{e0000}-\u{e007f}]/u;

/** Fittings are what an editor is given beside its desk. */
export interface Fittings {
  keys: readonly KeyBinding[];
  view: TextView;
  drawCard: CardDrawer;
  /** What only this editor has. */
  parts: Extension;
}

/** editorExtensions are the parts of every editor, that of the page and those that other
 * pages embed. */
export function editorExtensions(desk: CopyDesk, { keys, view, drawCard, parts }: Fittings): Extension {
  return [
    wellFormed,
    EditorState.lineSeparator.of("\n"),
    // A day's work can be taken back, not only the last hundred steps.
    history({ minDepth: 10_000 }),
    drawSelection(),
    dropCursor(),
    nativeHistory,
    highlightSpecialChars({ addSpecialChars: hidden }),
    search({ top: true }),
    tooltips({ position: "fixed" }),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({
      tabindex: "0",
      spellcheck: "false",
      autocorrect: "off",
      autocapitalize: "off",
      translate: "no",
    }),
    Prec.high(bound.of(keymap.of([...keys]))),
    keymap.of(wordKeys),
    keymap.of([...searchKeymap, ...historyKeymap, ...defaultKeymap]),
    wordsByMouse,
    desk.analysis.extension,
    lastMade,
    bracketKeys((kind, at) => void mark(desk, kind, at)),
    replacing,
    squiggleSigns(drawCard),
    gutterSigns,
    textView(view),
    ringAtCaret,
    edgeHandles(desk),
    copying(desk),
    proseTyping,
    parts,
    markColours,
    lights,
    editorTheme,
    spoken.of(inWords(desk.lang)),
  ];
}

/** bindKeys puts other keys in the place of those that the editor was given. */
export function bindKeys(view: EditorView, keys: readonly KeyBinding[]): void {
  view.dispatch({ effects: bound.reconfigure(keymap.of([...keys])) });
}

/** speak puts the editor's own words into a language, that of the interface by default. */
export function speak(view: EditorView, spokenIn = lang()): void {
  view.dispatch({ effects: spoken.reconfigure(inWords(spokenIn)) });
}
