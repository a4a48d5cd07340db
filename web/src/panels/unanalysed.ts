import { html, nothing, type TemplateResult } from "lit";
import type { Report } from "../engine/protocol.gen.ts";
import { words } from "../words/words.ts";

/** unanalysed says why a panel is empty, or lists the beginning alone, while practices
 * and problems are not worked out: they still are being, or the document is too large
 * for it, which is said in words. Nothing when they are. */
export function unanalysed(report: Report | null, tooLarge: string, listed = 0): TemplateResult | typeof nothing {
  if (!report || report.analysed) return nothing;
  const said = report.pending > 0 ? words().practices.pending(100 - report.pending) : tooLarge;
  return html`<div class=${listed > 0 ? "underway" : "empty"} role="status">${said}</div>`;
}
