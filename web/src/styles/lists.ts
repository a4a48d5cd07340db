import { css } from "lit";

/** A panel that lists what may be very much: its rows are put where they belong in the
 * height of all, and a line above them says when they are not all. */
export const lists = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100%;
  }
  .scroller {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
    overflow-anchor: none;
    contain: strict;
  }
  .all {
    position: relative;
  }
  .row {
    position: absolute;
    inset-inline: 0;
    top: 0;
  }
  .underway {
    padding: var(--space-1) var(--space-4);
    border-bottom: 1px solid var(--line);
    color: var(--ink-2);
    font-size: var(--size-1);
  }
  .empty {
    padding: var(--space-8) var(--space-6);
    color: var(--ink-2);
    text-align: center;
  }
  .empty svg {
    color: var(--data-line);
  }
  .empty strong {
    display: block;
    color: var(--ink);
    margin: var(--space-1) 0;
    font-weight: 600;
  }
`;
