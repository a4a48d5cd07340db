import { css } from "lit";

/** The look of dialogs: a form with a title, and its buttons at the end. */
export const dialogs = css`
  dialog {
    width: min(36rem, calc(100vw - 2rem));
    max-height: calc(100vh - 2rem);
    overflow: auto;
    padding: 0;
    border: 1px solid var(--line);
    border-radius: 10px;
    background: var(--raised);
    color: var(--ink);
    box-shadow: var(--shadow);
    font-size: var(--size-3);
  }
  dialog::backdrop {
    background: #0b0e1466;
  }
  form {
    padding: var(--space-6);
  }
  h2 {
    margin: 0 0 var(--space-3);
    font-size: 1.0625rem;
    line-height: 1.4;
    overflow-wrap: anywhere;
  }
  p {
    margin: 0 0 var(--space-3);
  }
  .ends {
    display: flex;
    justify-content: flex-end;
    gap: var(--space-2);
  }
  .ends .button {
    min-height: 34px;
    min-width: 5rem;
    justify-content: center;
  }
`;

/** The look of a large dialog: a head that stays, and a body that scrolls. A click
 * beside it closes it: see beside. */
export const sheet = css`
  dialog {
    padding: 0;
    overflow: hidden;
    border: 1px solid var(--line);
    border-radius: 10px;
    background: var(--raised);
    color: var(--ink);
    box-shadow: var(--shadow);
    font-size: var(--size-3);
    line-height: 1.65;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  dialog::backdrop {
    background: #0b0e1466;
  }
  .head {
    display: flex;
    align-items: center;
    gap: var(--space-3);
    padding: var(--space-3) var(--space-3) var(--space-3) var(--space-6);
    border-bottom: 1px solid var(--line);
  }
  .head h2 {
    flex: 1;
    min-width: 0;
    margin: 0;
    font-size: 1.0625rem;
    line-height: 1.4;
    overflow-wrap: anywhere;
  }
`;
