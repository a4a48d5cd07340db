import { html, type TemplateResult } from "lit";
import { kinds } from "../text/kinds.ts";
import type { en } from "../words/elements.ts";

/** drawLegend says what the marks mean. */
export const drawLegend = (w: typeof en): TemplateResult =>
  html`<ul class="legend" part="legend" aria-label=${w.legend}>
    ${kinds.map(
      ({ kind, open, close }) =>
        html`<li><span class="mark ${kind}" part="mark ${kind}"><span aria-hidden="true">${open}</span>${w.kinds[kind]}<span aria-hidden="true">${close}</span></span> ${w.kindMeans[kind]}</li>`,
    )}
  </ul>`;
