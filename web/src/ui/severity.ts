import { css, html } from "lit";
import { CircleX, Info, TriangleAlert } from "lucide";
import type { Severity } from "../engine/protocol.gen.ts";
import { icon } from "./icon.ts";
import { words } from "../words/words.ts";

const faces = { error: CircleX, warning: TriangleAlert, info: Info };

/** severitySign shows a severity by shape and colour, and says it in some words, those
 * of the interface by default. */
export const severitySign = (severity: Severity, w = words()) =>
  html`<span class="severity ${severity}" role="img" aria-label=${w.problems.severity[severity]}
    >${icon(faces[severity], 15)}</span
  >`;

export const severityStyles = css`
  .severity {
    flex: none;
    display: inline-flex;
    padding-top: 2px;
  }
  .severity.error {
    color: var(--error-line);
  }
  .severity.warning {
    color: var(--warning-line);
  }
  .severity.info {
    color: var(--info-line);
  }
`;
