import { css } from "lit";

/** The look of the dialog of everything alike. */
export const alikeStyles = css`
  dialog {
    width: min(44rem, calc(100vw - 1.5rem));
    max-height: calc(100dvh - 1.5rem);
    overflow: hidden;
  }
  form {
    display: flex;
    flex-direction: column;
    max-height: calc(100dvh - 1.5rem - 2px);
    padding: var(--space-4) var(--space-6);
  }
  .words,
  fieldset {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-3);
    margin: 0 0 var(--space-2);
    padding: 0;
    border: 0;
  }
  .words > span,
  legend {
    float: left;
    width: 4.5em;
    padding: 0;
    color: var(--ink-2);
  }
  .words input {
    flex: 1;
    min-width: 8em;
    min-height: 32px;
    padding: 2px var(--space-2);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: var(--paper);
    color: var(--ink);
    font: inherit;
  }
  .choice {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    min-height: 28px;
    cursor: pointer;
  }
  input[type="radio"],
  input[type="checkbox"] {
    margin: 0;
    accent-color: var(--accent);
  }
  .sum {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2);
    min-height: 32px;
    margin-top: var(--space-1);
  }
  .sum [role="status"] {
    font-weight: 550;
  }
  .same {
    margin-inline-start: var(--space-2);
    font-weight: 400;
    color: var(--ink-2);
  }
  .all {
    display: flex;
    gap: var(--space-2);
  }
  .short {
    margin: var(--space-2) 0 0;
    padding: var(--space-1) var(--space-3);
    border-inline-start: 3px solid var(--warning-line);
    background: var(--warning-tint);
    font-size: var(--size-2);
  }
  .list {
    flex: 1 1 20rem;
    min-height: 6rem;
    margin: var(--space-2) 0 var(--space-4);
    overflow-y: auto;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--paper);
  }
  .list[hidden] {
    display: none;
  }
  .rows {
    position: relative;
  }
  .place {
    position: absolute;
    top: 0;
    left: 0;
    right: 0;
    display: flex;
    gap: var(--space-3);
    padding: 7px var(--space-3);
    border-bottom: 1px solid var(--line);
    line-height: 1.8;
    cursor: pointer;
  }
  .place:hover {
    background: var(--hover);
  }
  .place input {
    flex: 0 0 auto;
    width: 16px;
    height: 16px;
    margin-top: 6px;
  }
  .place input[aria-disabled] {
    opacity: 0.4;
  }
  .place:has([aria-disabled]) {
    cursor: default;
    color: var(--ink-2);
  }
  .context {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .before,
  .after {
    color: var(--ink-2);
  }
  .why {
    display: block;
    color: var(--ink-2);
    font-size: var(--size-2);
    line-height: 1.4;
  }
  .ends {
    flex-wrap: wrap;
  }
  @media (max-width: 480px) {
    form {
      padding: var(--space-3);
    }
  }
  @media (pointer: coarse) {
    .choice {
      min-height: 40px;
    }
    .place {
      padding-block: 10px;
    }
  }
`;
