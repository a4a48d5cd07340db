import { css } from "lit";

/** Units that a picture is wide at least. */
export const narrowest = 640;

/** The look of the picture of flows. */
export const flowStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    overflow: auto;
  }
  .tools {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: var(--space-1);
    padding: var(--space-1) var(--space-4);
    border-bottom: 1px solid var(--line);
    font-size: var(--size-2);
    color: var(--ink-2);
  }
  .tools p {
    flex: 1 1 16rem;
    margin: 0;
  }
  .denied {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: var(--space-2);
    padding: var(--space-1) var(--space-4);
    border-bottom: 1px solid var(--line);
    background: var(--error-tint);
    color: var(--error-ink);
    font-size: var(--size-2);
  }
  .picture {
    flex: 1 0 22rem;
    min-height: 0;
    overflow: hidden;
    display: flex;
  }
  .picture.wide {
    overflow-x: auto;
  }
  .wide svg.flow {
    flex: none;
    width: ${narrowest}px;
    background: none;
    touch-action: pan-x pan-y;
  }
  svg.flow {
    flex: 1;
    width: 100%;
    background: var(--paper);
    cursor: grab;
    touch-action: none;
  }
  svg.flow:active {
    cursor: grabbing;
  }
  .link {
    fill: none;
    stroke-opacity: 0.32;
    cursor: pointer;
  }
  .link.from-0 {
    stroke: var(--actor-line);
  }
  .link.from-1 {
    stroke: var(--data-line);
  }
  .link.from-2 {
    stroke: var(--purpose-line);
  }
  .link.lit,
  .link:hover {
    stroke-opacity: 0.75;
  }
  .link.dim {
    stroke-opacity: 0.08;
  }
  .node {
    cursor: pointer;
    outline: none;
  }
  .node .bar {
    stroke-width: 1;
  }
  .node:focus-visible .bar {
    stroke: var(--ink);
    stroke-width: 3;
  }
  .node:focus-visible text {
    text-decoration: underline;
  }
  .bar.column-0,
  .bar.column-3 {
    fill: var(--actor-line);
    stroke: var(--actor-line);
  }
  .bar.column-1 {
    fill: var(--data-line);
    stroke: var(--data-line);
  }
  .bar.column-2 {
    fill: var(--purpose-line);
    stroke: var(--purpose-line);
  }
  .bar.none {
    fill: var(--paper);
    stroke-dasharray: 3 3;
  }
  text {
    fill: var(--ink);
    font-size: 13px;
  }
  text.faint {
    fill: var(--ink-2);
    font-style: italic;
  }
  :lang(zh) text.faint {
    font-style: normal;
  }
  text.column {
    fill: var(--ink-2);
    font-weight: 600;
    font-size: 12px;
  }
  text .n {
    fill: var(--ink-2);
    font-size: 12px;
  }
  .halo {
    stroke: var(--paper);
    stroke-width: 3px;
    paint-order: stroke;
  }
  details {
    flex: none;
    border-top: 1px solid var(--line);
    padding: var(--space-2) var(--space-4);
    font-size: var(--size-2);
  }
  summary {
    cursor: pointer;
    font-weight: 600;
  }
  table {
    border-collapse: collapse;
    margin: var(--space-2) 0;
  }
  th,
  td {
    padding: 3px var(--space-3) 3px 0;
    border-bottom: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
  }
  td:last-child {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .empty {
    padding: var(--space-8);
    text-align: center;
    color: var(--ink-2);
  }
  @media (max-width: 720px) {
    .tools,
    .denied,
    details {
      padding-inline: var(--space-2);
    }
    .tools p {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .link {
      stroke: CanvasText;
    }
    .bar {
      fill: CanvasText;
    }
  }
`;
