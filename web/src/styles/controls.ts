import { css } from "lit";

/** The look of buttons and of the focus, the same in every component. */
export const controls = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  button {
    font: inherit;
    color: inherit;
    cursor: pointer;
  }
  button:disabled {
    cursor: default;
  }
  :focus {
    outline: none;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-1);
    min-height: 28px;
    padding: 2px var(--space-2);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: var(--raised);
    white-space: nowrap;
  }
  .button:hover:not(:disabled) {
    background: var(--hover);
  }
  .button:disabled {
    opacity: 0.5;
  }
  .button.primary {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }
  .button.primary:hover {
    filter: brightness(1.08);
  }
  .quiet {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-1);
    min-width: 30px;
    min-height: 30px;
    padding: 2px 6px;
    border: 1px solid transparent;
    border-radius: var(--radius-small);
    background: none;
    white-space: nowrap;
  }
  .quiet:hover:not(:disabled) {
    background: var(--hover);
  }
  .quiet:disabled {
    opacity: 0.4;
  }
  .empty {
    text-wrap: balance;
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (pointer: coarse) {
    .quiet,
    .button {
      min-height: 40px;
      min-width: 40px;
    }
  }
  @media (forced-colors: active) {
    .button {
      border-color: ButtonBorder;
    }
    .quiet {
      border-color: ButtonFace;
    }
    .button.primary {
      border: 2px solid Highlight;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
      animation: none !important;
      scroll-behavior: auto !important;
    }
  }
`;

/** The look of a span of a kind: with its bracket, line and colour. */
export const kindChips = css`
  .chip {
    display: inline;
    padding: 1px 5px 1px;
    border: 1px solid transparent;
    border-bottom-width: 2px;
    border-radius: 4px 4px 2px 2px;
    text-align: start;
    line-height: 1.75;
    background: none;
    overflow-wrap: anywhere;
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
  }
  .chip.actor {
    color: var(--actor-ink);
    background: var(--actor-tint);
    border-bottom: 2px solid var(--actor-line);
  }
  .chip.action {
    color: var(--action-ink);
    background: var(--action-tint);
    border-bottom: 4px double var(--action-line);
  }
  .chip.data {
    color: var(--data-ink);
    background: var(--data-tint);
    border-bottom: 3px dotted var(--data-line);
  }
  .chip.purpose {
    color: var(--purpose-ink);
    background: var(--purpose-tint);
    border-bottom: 2px dashed var(--purpose-line);
  }
  .chip.inferred {
    background: none;
    border: 1px dashed var(--line-strong);
    color: var(--ink-2);
  }
  .chip.inferred i {
    font-style: normal;
  }
  button.chip:hover {
    filter: brightness(0.96) saturate(1.2);
    text-decoration: underline;
    text-decoration-thickness: 1px;
  }
  /* The brackets and the kind of line are left of a kind. */
  @media (forced-colors: active) {
    .chip {
      border-inline-color: Canvas;
      border-top-color: Canvas;
    }
  }
`;
