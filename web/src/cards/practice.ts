import { html, nothing, type TemplateResult } from "lit";
import type { Kind, Practice, PracticeField, Value } from "../engine/protocol.gen.ts";
import { dataOf, fieldsOf, type Datum, type FieldName } from "./values.ts";

/** Look says how the parts of a card of a practice are drawn. */
export interface Look {
  words: Record<FieldName | "nobody" | "noData" | "parts" | "more", string>;
  /** Draws a value of a kind: that of a field by its index; field is undefined for what
   * only heads a group. */
  value: (value: Value, kind: Kind, field: PracticeField | undefined, index: number) => TemplateResult;
  /** Draws what stands where nothing is named. */
  absent: (text: string) => TemplateResult;
  arrow: TemplateResult;
}

/** drawFlow draws who does what with which data, each with its parts beside it. */
export function drawFlow(p: Practice, look: Look): TemplateResult {
  const { words, value, absent } = look;
  // An arrow stays on the line of what it points to.
  const then = (what: TemplateResult) => html`<span class="then">${look.arrow}${what}</span>`;
  const data = dataOf(p).map((datum) => drawDatum(datum, look));
  return html`<div class="flow">
    ${p.actors.length > 0 ? p.actors.map((one, i) => value(one, "actor", "actor", i)) : absent(words.nobody)}
    ${then(value(p.action, "action", "action", 0))}
    ${p.data.length + p.groups.length === 0 ? then(absent(words.noData)) : data.map((one, i) => (i === 0 ? then(one) : one))}
  </div>`;
}

function drawDatum({ value, group, parts, field, index }: Datum, look: Look): TemplateResult {
  const drawn = look.value(value, "data", field, index);
  if (!group) return drawn;
  const { cue, open } = group;
  return html`${drawn}<span class="parts"
    ><span class="note">${cue || look.words.parts}</span>${parts.map((part) => drawDatum(part, look))}${
      open ? html`<span class="note">${look.words.more}</span>` : nothing
    }</span
  >`;
}

/** drawFields draws why, when, with whom, from whom and at whose request. */
export const drawFields = (p: Practice, { words, value }: Look): TemplateResult =>
  html`<dl>
    ${fieldsOf(p).map(
      ({ name, field, kind, values }) =>
        html`<dt>${words[name]}</dt>
          <dd>${values.map((one, i) => value(one, kind, field, i))}</dd>`,
    )}
  </dl>`;
