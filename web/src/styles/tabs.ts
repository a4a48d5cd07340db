import { css } from "lit";

/** The look of the strips of tabs: icons with their numbers, the name beside the
 * chosen one, and beside all where there is room. */
export const tabStrip = css`
  [role="tablist"] {
    display: flex;
    padding: 0 var(--space-1);
    border-bottom: 1px solid var(--line);
    container-type: inline-size;
  }
  [role="tab"] {
    position: relative;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-width: 40px;
    min-height: 38px;
    padding: 0 var(--space-2);
    border: 0;
    border-bottom: 2px solid transparent;
    margin-bottom: -1px;
    background: none;
    color: var(--ink-2);
    font-size: var(--size-3);
    white-space: nowrap;
  }
  [role="tab"] svg {
    flex: none;
  }
  [role="tab"]:hover {
    color: var(--ink);
    background: var(--hover);
  }
  [role="tab"]:focus-visible {
    outline-offset: -3px;
  }
  [role="tab"][aria-selected="true"] {
    color: var(--ink);
    font-weight: 600;
    border-bottom-color: var(--accent);
  }
  [role="tab"]:not([aria-selected="true"]) .name {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  @container (min-width: 720px) {
    [role="tab"]:not([aria-selected="true"]) .name {
      position: static;
      width: auto;
      height: auto;
      overflow: visible;
      clip-path: none;
    }
  }
  .count {
    min-width: 18px;
    padding: 0 5px;
    border-radius: 99px;
    background: var(--hover);
    color: var(--ink-2);
    font-size: var(--size-1);
    font-weight: 550;
    line-height: 1.5;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  .count.bad {
    background: var(--error-tint);
    color: var(--error-ink);
  }
  .count.warn {
    background: var(--warning-tint);
    color: var(--warning-ink);
  }
  @media (max-width: 720px) {
    .phone [role="tablist"] {
      border: 0;
      padding: 0;
    }
    .phone [role="tab"] {
      flex: 1 1 auto;
      flex-direction: column;
      gap: 0;
      min-width: 0;
      padding: 0 2px;
      min-height: 50px;
      border: 0;
      border-top: 2px solid transparent;
      margin: 0;
    }
    .phone [role="tab"] .name {
      font-size: var(--size-1);
    }
    .phone [role="tab"] .count {
      position: absolute;
      top: 1px;
      inset-inline-start: calc(50% + 4px);
      min-width: 16px;
      padding: 0 4px;
      font-size: 0.6875rem;
      line-height: 1.4;
    }
    .phone [role="tab"][aria-selected="true"] {
      border-top-color: var(--accent);
    }
  }
  @media (max-width: 720px) and (max-height: 480px) {
    .phone [role="tab"] {
      min-height: 44px;
    }
  }
`;
