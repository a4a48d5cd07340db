import { css } from "lit";

/** The look of the panel. */
export const panelStyles = css`
  :host {
    min-height: 0;
    font-size: var(--size-2);
  }
  .start {
    overflow-y: auto;
    padding: var(--space-3);
  }
  section {
    margin-bottom: var(--space-4);
  }
  h2 {
    margin: 0 0 var(--space-1);
    font-size: var(--size-3);
    font-weight: 600;
  }
  p {
    margin: 0 0 var(--space-2);
    color: var(--ink-2);
  }
  .buttons,
  .do,
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1);
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .offer {
    display: flex;
    justify-content: space-between;
    gap: var(--space-2);
    width: 100%;
    min-height: 32px;
    padding: var(--space-1) var(--space-2);
    border: 0;
    border-bottom: 1px solid var(--line);
    background: none;
    text-align: start;
    overflow-wrap: anywhere;
  }
  .offer:hover,
  .row:hover {
    background: var(--hover);
  }
  small {
    color: var(--ink-2);
  }
  .left {
    padding: var(--space-2) var(--space-3);
    border: 1px solid var(--warning-line);
    border-radius: var(--radius);
  }
  .left li {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: var(--space-2);
    padding: var(--space-1) 0;
    border-bottom: 1px solid var(--line);
  }
  .left > .button {
    margin-top: var(--space-2);
  }
  .bar {
    display: flex;
    align-items: center;
    gap: var(--space-1);
    padding: var(--space-1) var(--space-2);
    border-bottom: 1px solid var(--line);
  }
  .names {
    flex: 1;
    min-width: 4em;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-weight: 600;
  }
  select {
    min-width: 0;
    max-width: 60%;
    min-height: 30px;
    padding-inline: var(--space-1);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: var(--raised);
    color: var(--ink);
    font: inherit;
  }
  .legend {
    margin: 0;
    padding: var(--space-1) var(--space-3);
    overflow-wrap: anywhere;
  }
  .tools {
    padding: var(--space-1) var(--space-3);
    border-bottom: 1px solid var(--line);
  }
  .number {
    font-size: var(--size-1);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }
  .tools [aria-pressed="true"],
  .do [aria-pressed="true"] {
    background: var(--accent-soft);
    border-color: var(--accent);
    font-weight: 600;
  }
  .stale {
    padding: var(--space-2) var(--space-3);
    background: var(--warning-tint);
    color: var(--warning-ink);
  }
  .row {
    padding: var(--space-2) var(--space-3);
    border-bottom: 1px solid var(--line);
    border-inline-start: 3px solid transparent;
  }
  .row[aria-current] {
    border-inline-start-color: var(--accent);
    background: var(--accent-soft);
  }
  .row:focus-visible {
    outline-offset: -2px;
  }
  .head {
    display: flex;
    gap: var(--space-2);
    align-items: baseline;
  }
  .state {
    font-weight: 600;
  }
  .says {
    margin: 2px 0;
    color: var(--ink);
    font-weight: 550;
  }
  .side {
    display: grid;
    grid-template-columns: minmax(1em, auto) minmax(0, 1fr);
    gap: var(--space-2);
    margin: 3px 0;
    line-height: 1.7;
  }
  .wide-names .side {
    grid-template-columns: 2.75em minmax(0, 1fr);
  }
  :lang(zh) .side i,
  :lang(zh) td i {
    font-style: normal;
  }
  .side b {
    color: var(--ink-2);
    font-weight: 600;
  }
  .words {
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .around,
  i {
    color: var(--ink-2);
  }
  ins {
    background: var(--data-tint);
    color: var(--data-ink);
    text-decoration: underline;
    text-decoration-thickness: 2px;
  }
  del {
    background: var(--error-tint);
    color: var(--error-ink);
    text-decoration: line-through;
  }
  .do {
    margin-top: var(--space-1);
  }
  .do .button {
    min-height: 26px;
  }
  kbd {
    padding: 0 4px;
    border: 1px solid var(--line-strong);
    border-radius: 3px;
    font: inherit;
    font-size: var(--size-1);
    color: var(--ink-2);
  }
  .empty {
    display: grid;
    justify-items: center;
    gap: var(--space-3);
    padding: var(--space-6);
    text-align: center;
    color: var(--ink-2);
  }
  .empty strong {
    color: var(--ink);
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  progress {
    width: 100%;
    accent-color: var(--accent);
  }
  .skeleton {
    height: 90px;
    border-radius: var(--radius);
    background: var(--sunken);
  }
  .agreement {
    border-bottom: 1px solid var(--line);
  }
  summary {
    padding: var(--space-1) var(--space-3);
    min-height: 28px;
    cursor: pointer;
    font-weight: 600;
  }
  .wide {
    max-height: 40vh;
    overflow: auto;
    padding: 0 var(--space-3) var(--space-2);
  }
  table {
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 2px var(--space-2) 2px 0;
    text-align: start;
    vertical-align: top;
    font-weight: 400;
    border-bottom: 1px solid var(--line);
  }
  td small {
    display: block;
    white-space: nowrap;
  }
`;
