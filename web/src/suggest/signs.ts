import { Annotation, Prec, RangeSetBuilder, StateEffect, StateField, type Extension } from "@codemirror/state";
import { Decoration, EditorView, keymap, type Command, type DecorationSet } from "@codemirror/view";
import { brackets } from "../engine/kinds.gen.ts";
import type { Range, Suggestion } from "../engine/protocol.gen.ts";
import { showReport } from "../analysis/report.ts";
import { byKind } from "../text/kinds.ts";

const signs = byKind((kind) => Decoration.mark({ class: `pm-suggested pm-suggested-${kind}` }));

const activeSign = Decoration.mark({ class: "pm-suggested-active" });

/** showSigns switches the suggestions in the text on and off. */
export const showSigns = StateEffect.define<boolean>();

/** activate makes one suggestion the one that Tab accepts; null for none. */
export const activate = StateEffect.define<Suggestion | null>();

/** Marks the changes of the text and the selection that suggesting makes itself. */
export const bySuggesting = Annotation.define<boolean>();

/** The suggestion that Tab accepts, where it is now. */
export const active = StateField.define<Suggestion | null>({
  create: () => null,
  update(value, tr) {
    if (value && tr.docChanged) {
      const from = tr.changes.mapPos(value.from, 1);
      const to = tr.changes.mapPos(value.to, -1);
      value = from < to ? { ...value, from, to } : null;
    }
    for (const effect of tr.effects) if (effect.is(activate)) value = effect.value;
    return value;
  },
  provide: (field) =>
    EditorView.decorations.from(field, (at) =>
      at ? Decoration.set(activeSign.range(at.from, at.to)) : Decoration.none,
    ),
});

function draw(list: readonly Suggestion[], length: number): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to, kind } of list) if (from < to && to <= length) builder.add(from, to, signs[kind]);
  return builder.finish();
}

interface Shown {
  on: boolean;
  list: readonly Suggestion[];
  set: DecorationSet;
}

const shown = StateField.define<Shown>({
  create: () => ({ on: false, list: [], set: Decoration.none }),
  update(value, tr) {
    let { on, list, set } = value;
    if (tr.docChanged) set = set.map(tr.changes);
    for (const effect of tr.effects) {
      if (effect.is(showSigns)) on = effect.value;
      if (effect.is(showReport)) {
        const { report, since } = effect.value;
        list = report?.suggested ?? [];
        set = report ? draw(list, report.length) : Decoration.none;
        if (since) set = set.map(since);
      }
    }
    return on === value.on && set === value.set && list === value.list ? value : { on, list, set };
  },
  provide: (field) => EditorView.decorations.from(field, ({ on, set }) => (on ? set : Decoration.none)),
});

/** Keys are what a person does while a suggestion is active; each is asked whether it
 * takes its key. */
export interface Keys {
  accept: () => boolean;
  back: () => boolean;
  skip: () => boolean;
}

/** suggestionSigns shows suggestions in the text and takes the keys of the active
 * one. left is called when a person goes elsewhere or types. */
export function suggestionSigns(keys: Keys, left: () => void): Extension {
  const take =
    (key: () => boolean): Command =>
    (view) =>
      !view.compositionStarted && key();
  return [
    shown,
    active,
    Prec.highest(
      keymap.of([
        { key: "Tab", run: take(keys.accept), shift: take(keys.back) },
        { key: "Escape", run: take(keys.skip) },
      ]),
    ),
    EditorView.updateListener.of((update) => {
      if (!update.docChanged && !update.selectionSet) return;
      if (update.transactions.some((tr) => (tr.docChanged || tr.selection) && !tr.annotation(bySuggesting))) left();
    }),
    theme,
  ];
}

/** at is a range as the editor selects it. */
export const at = ({ from, to }: Range): { anchor: number; head: number } => ({ anchor: from, head: to });

/** The brackets and the dashed frame say that it is no mark yet, without colour. A
 * bracket stays on the line of its word. */
const bracketRules = ({ kind, open, close }: (typeof brackets)[number]) => ({
  [`.pm-suggested-${kind}`]: { outlineColor: `var(--${kind}-line)` },
  [`.pm-suggested-${kind}::before`]: { content: `"${open}\\2060"`, color: `var(--${kind}-ink)` },
  [`.pm-suggested-${kind}::after`]: { content: `"\\2060${close}"`, color: `var(--${kind}-ink)` },
});

const theme = EditorView.theme({
  ".pm-suggested": {
    outline: "1px dashed",
    outlineOffset: "0",
    borderRadius: "2px",
  },
  ".pm-suggested::before, .pm-suggested::after": { fontSize: "0.8em", verticalAlign: "0.1em", padding: "0 1px" },
  ".pm-suggested-active": {
    outline: "2px solid var(--accent)",
    outlineOffset: "2px",
    borderRadius: "2px",
    backgroundColor: "var(--accent-soft)",
  },
  ...Object.assign({}, ...brackets.map(bracketRules)),
  "@media (forced-colors: active)": {
    ".pm-suggested": { outlineColor: "GrayText" },
    ".pm-suggested-active": { outlineColor: "Highlight" },
  },
});
