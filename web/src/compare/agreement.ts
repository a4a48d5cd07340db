import { html } from "lit";
import type { AgreementFigure } from "../engine/protocol.gen.ts";
import { kinds } from "../text/kinds.ts";
import { words } from "../words/words.ts";

/** The columns: all kinds together, which is "", and each. */
const columns = ["" as const, ...kinds.map(({ kind }) => kind)];

/** agreementTable shows how annotators agree, with the number of units of each figure
 * and why there is none. */
export function agreementTable(figures: readonly AgreementFigure[], names: readonly string[]) {
  const w = words().compare.agreement;
  const rows = new Map<string, AgreementFigure[]>();
  for (const figure of figures) {
    const { measure, a, b } = figure;
    const key =
      a === b ? w.measures[measure as "alpha"] : w.between(w.measures[measure as "alpha"], names[a]!, names[b]!);
    rows.set(key, [...(rows.get(key) ?? []), figure]);
  }
  return html`<details class="agreement">
    <summary>${w.title}</summary>
    <div class="wide sidewards" tabindex="0" role="region" aria-label=${w.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">${w.measure}</th>
            ${columns.map((kind) => html`<th scope="col">${kind ? words().kinds[kind] : w.all}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${[...rows].map(
            ([name, list]) =>
              html`<tr>
                <th scope="row">${name}</th>
                ${columns.map((kind) => cell(list.find((one) => one.kind === kind)))}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

function cell(figure: AgreementFigure | undefined) {
  const w = words().compare.agreement;
  if (!figure) return html`<td></td>`;
  const { undefined: why, thousandths, units } = figure;
  return html`<td>${why ? html`<i>${why}</i>` : (thousandths / 1000).toFixed(3).replace("-", "−")}<small>${w.units(units)}</small></td>`;
}
