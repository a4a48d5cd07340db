import { svg, html, type TemplateResult } from "lit";
import type { IconNode } from "lucide";

/** icon draws an icon in the size and colour of the text around it. It says
 * nothing to a screen reader: what it stands beside does. */
export function icon(node: IconNode, size = 16): TemplateResult {
  return html`<svg
    width=${size}
    height=${size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    ${node.map(([tag, { d, x1, x2, y1, y2, cx, cy, r, x, y, width, height, rx, points }]) => {
      switch (tag) {
        case "path":
          return svg`<path d=${d ?? ""} />`;
        case "line":
          return svg`<line x1=${x1 ?? 0} x2=${x2 ?? 0} y1=${y1 ?? 0} y2=${y2 ?? 0} />`;
        case "circle":
          return svg`<circle cx=${cx ?? 0} cy=${cy ?? 0} r=${r ?? 0} />`;
        case "rect":
          return svg`<rect x=${x ?? 0} y=${y ?? 0} width=${width ?? 0} height=${height ?? 0} rx=${rx ?? 0} />`;
        case "polyline":
          return svg`<polyline points=${points ?? ""} />`;
        default:
          return svg``;
      }
    })}
  </svg>`;
}
