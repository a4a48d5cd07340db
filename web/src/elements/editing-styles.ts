import { EditorView } from "@codemirror/view";
import { css, unsafeCSS } from "lit";
import { severityStyles } from "../ui/severity.ts";
import { unit } from "./styles.ts";

/** What the text looks like in an element, where it differs from the page's: a host's
 * rem may be anything. */
export const elementTheme = EditorView.theme({
  "&": { height: "auto", minHeight: "0", minWidth: "0" },
  "&.cm-focused .cm-scroller": { boxShadow: "none" },
  ".cm-content": { padding: "var(--space-3) 0 var(--space-6)" },
  ".cm-gutters": { marginInlineStart: "0" },
  ".cm-line": { padding: "0 var(--space-4) 0 var(--space-1)" },
  ".cm-tooltip": { maxWidth: `min(calc(30 * var(${unit})), 100%)` },
  ".cm-panel.cm-search .cm-textfield": { flexBasis: "8em", minWidth: "6em", maxWidth: "18em" },
});

/** The look of what stands around the text. */
export const editingStyles = [
  severityStyles,
  css`
    .own.editor {
      display: flex;
      flex-direction: column;
      height: 100%;
      position: relative;
      overflow-wrap: normal;
    }
    .own.editor:has(.cm-focused) {
      border-color: var(--accent);
      box-shadow: 0 0 0 1px var(--accent);
    }
    .own.off {
      background: var(--ground);
    }
    .off .place {
      opacity: 0.65;
    }
    .bar {
      display: flex;
      flex-wrap: wrap;
      gap: 2px var(--space-2);
      padding: var(--space-1) var(--space-2);
      border-bottom: 1px solid var(--line);
      border-radius: var(--radius) var(--radius) 0 0;
      background: var(--ground);
      font-size: var(--size-3);
    }
    .kinds,
    .steps {
      display: flex;
      gap: 2px;
    }
    .steps {
      margin-inline-start: auto;
    }
    .bar .chip {
      line-height: 1.35;
      padding: 0 6px;
    }
    .bar [aria-pressed="true"] {
      background: var(--accent-soft);
      color: var(--accent);
    }
    .desk {
      display: flex;
      flex-direction: column;
      flex: 1 1 auto;
      min-height: 0;
    }
    .place {
      display: grid;
      grid-template: minmax(0, 1fr) / minmax(0, 1fr);
      flex: 1 1 var(--policymark-text-height, calc(24 * var(${unsafeCSS(unit)})));
      min-height: calc(8 * var(${unsafeCSS(unit)}));
      overflow: hidden;
    }
    .beside {
      display: flex;
      flex-direction: column;
      flex: 0 1 auto;
      min-height: 0;
      max-height: calc(22 * var(${unsafeCSS(unit)}));
      border-top: 1px solid var(--line);
      background: var(--ground);
      font-size: var(--size-3);
    }
    .beside .title {
      margin: 0;
      padding: var(--space-2) var(--space-4);
      border-bottom: 1px solid var(--line);
    }
    .rows {
      flex: 1 1 auto;
      min-height: 0;
      padding: var(--space-2) var(--space-4) var(--space-4);
      overflow-y: auto;
      overflow-wrap: anywhere;
    }
    .rows:focus-visible {
      outline-offset: -2px;
    }
    .tabs {
      display: flex;
      flex: none;
      padding: 0 var(--space-2);
      border-bottom: 1px solid var(--line);
    }
    .tabs button {
      min-height: 36px;
      padding: 0 var(--space-2);
      border: 0;
      border-bottom: 2px solid transparent;
      margin-bottom: -1px;
      background: none;
      color: var(--ink-2);
    }
    .tabs button:hover {
      color: var(--ink);
      background: var(--hover);
    }
    .tabs button:focus-visible {
      outline-offset: -3px;
    }
    .tabs [aria-selected="true"] {
      border-bottom-color: var(--accent);
      color: var(--ink);
      font-weight: 600;
    }
    .rows .section:first-child {
      margin-top: 0;
    }
    .problems > li {
      margin-bottom: var(--space-2);
    }
    .fixes {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1);
      margin-top: var(--space-1);
    }
    .fixes .button {
      white-space: normal;
      font-size: var(--size-2);
    }
    .layer {
      position: absolute;
      inset: 0 0 auto;
      z-index: 5;
    }
    .card {
      width: max-content;
      padding: var(--space-2) var(--space-3);
      font-family: var(--font-ui);
    }
    .card .message {
      display: flex;
      gap: var(--space-2);
      align-items: flex-start;
    }
    .card .found + .found {
      margin-top: var(--space-2);
      padding-top: var(--space-2);
      border-top: 1px solid var(--line);
    }
    .status {
      display: flex;
      gap: var(--space-3);
      justify-content: space-between;
      min-height: 30px;
      align-items: center;
      padding: 2px var(--space-3);
      border-top: 1px solid var(--line);
      border-radius: 0 0 var(--radius) var(--radius);
      background: var(--ground);
      color: var(--ink-2);
      font-size: var(--size-2);
    }
    .said.refusal {
      color: var(--error-ink);
    }
    .counts {
      flex: none;
      font-variant-numeric: tabular-nums;
    }
    .alert .button {
      margin-inline-start: var(--space-2);
      color: var(--ink);
    }
    @container (min-width: 52em) {
      .desk {
        display: grid;
        grid-template: minmax(0, 1fr) / minmax(0, 1fr);
        flex-basis: var(--policymark-text-height, calc(28 * var(${unsafeCSS(unit)})));
      }
      .desk.two {
        grid-template-columns: minmax(0, 1fr) minmax(22em, 34%);
      }
      .beside {
        max-height: none;
        border-top: 0;
        border-inline-start: 1px solid var(--line);
      }
    }
    @container (max-width: 27em) {
      .bar {
        padding-inline: var(--space-1);
      }
      .bar .quiet {
        min-width: 28px;
        padding-inline: 2px;
      }
      .bar .chip {
        padding: 0 3px;
      }
    }
  `,
];
