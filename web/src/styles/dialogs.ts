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
