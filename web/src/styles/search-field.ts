import { css } from "lit";

/** A field of words that a panel's list is narrowed by, with its sign before it. */
export const searchField = css`
  .search {
    flex: 1;
    display: flex;
    align-items: center;
    gap: 6px;
    min-width: 0;
    padding: 0 var(--space-2);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: var(--paper);
    color: var(--ink-3);
  }
  .search:focus-within {
    outline: 2px solid var(--accent);
    outline-offset: -1px;
  }
  .search svg {
    flex: none;
  }
  input {
    flex: 1;
    min-width: 0;
    min-height: 28px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--ink);
    font: inherit;
    font-size: var(--size-2);
    outline: none;
  }
  input:focus-visible {
    outline: none;
  }
  input::placeholder {
    color: var(--ink-3);
  }
  input::-webkit-search-cancel-button {
    display: none;
  }
`;
