import { StateEffect, StateField, type ChangeDesc, type EditorState } from "@codemirror/state";
import type { Range, Report } from "../engine/protocol.gen.ts";

/** Known is the engine's last report and what was typed since it was made. */
export interface Known {
  readonly report: Report | null;
  /** From the report's text to the editor's. */
  readonly drift: ChangeDesc | null;
  /** Grows with each report taken. */
  readonly serial: number;
}

/** showReport puts a report on the page. since is what was typed after the
 * version that it is about. */
export const showReport = StateEffect.define<{ report: Report | null; since: ChangeDesc | null }>();

/** The report that the page shows. Positions in it are those of its version: read
 * them through place and range. */
export const known = StateField.define<Known>({
  create: () => ({ report: null, drift: null, serial: 0 }),
  update(value, tr) {
    let { report, drift, serial } = value;
    if (tr.docChanged && report) {
      drift = drift ? drift.composeDesc(tr.changes.desc) : tr.changes.desc;
    }
    for (const effect of tr.effects) {
      if (effect.is(showReport)) {
        report = effect.value.report;
        drift = effect.value.since;
        serial++;
      }
    }
    return report === value.report && drift === value.drift && serial === value.serial
      ? value
      : { report, drift, serial };
  },
});

/** range maps a range of the report to where it is now, null when it was deleted
 * or never stood in the text. */
export function range(state: EditorState, at: Range): Range | null {
  const { drift } = state.field(known);
  if (at.from < 0 || at.to < at.from) return null;
  const from = drift ? drift.mapPos(at.from, 1) : at.from;
  const to = drift ? drift.mapPos(at.to, -1) : at.to;
  if (to < from || to > state.doc.length) return null;
  return to === from && at.to > at.from ? null : { from, to };
}
