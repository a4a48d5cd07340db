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
import { lights } from "./highlight.ts";
import { markColours } from "./marks.ts";
import { nativeHistory } from "./native-history.ts";
import { editorTheme } from "./theme.ts";
import { wellFormed } from "./wellformed.ts";

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

/** editorExtensions are the parts of the editor; keys and parts are those that
 * need more than the text, spokenIn is the language of its own words. */
export function editorExtensions(keys: readonly KeyBinding[], parts: Extension, spokenIn = lang()): Extension {
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
    keymap.of([...searchKeymap, ...historyKeymap, ...defaultKeymap]),
    parts,
    markColours,
    lights,
    editorTheme,
    spoken.of(inWords(spokenIn)),
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
