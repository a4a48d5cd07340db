import { css } from "lit";

/** The look of the large dialogs with a list: documents and history. */
export const wideDialog = css`
  dialog {
    width: min(56rem, calc(100vw - 2rem));
    height: min(44rem, calc(100dvh - 2rem));
    max-height: none;
    overflow: hidden;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  .head {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    padding: var(--space-3) var(--space-4);
    border-bottom: 1px solid var(--line);
  }
  .head h2 {
    flex: 1;
    min-width: 0;
    margin: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  [role="listbox"] {
    min-height: 0;
    overflow: auto;
    margin: 0;
    padding: var(--space-1);
  }
  [role="listbox"]:focus-visible {
    outline-offset: -3px;
  }
  [role="option"] {
    display: grid;
    gap: 1px var(--space-3);
    padding: 7px var(--space-3);
    border-radius: var(--radius-small);
    border-inline-start: 3px solid transparent;
    cursor: default;
    scroll-margin: var(--space-1);
  }
  [role="option"]:hover {
    background: var(--hover);
  }
  [role="option"][aria-selected="true"] {
    background: var(--accent-soft);
    border-inline-start-color: var(--accent);
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-3);
    color: var(--ink-2);
    font-size: var(--size-1);
    font-variant-numeric: tabular-nums;
  }
  .none {
    padding: var(--space-6);
    color: var(--ink-2);
    text-align: center;
    text-wrap: balance;
  }
  dialog:focus-visible {
    outline: none;
  }
  .foot:not(:has(button, :not(:empty, .gap))) {
    padding: 0;
    border: 0;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
    padding: var(--space-2) var(--space-4);
    border-top: 1px solid var(--line);
    font-size: var(--size-2);
    color: var(--ink-2);
  }
  .gap {
    flex: 1;
  }
  @media (forced-colors: active) {
    [role="option"][aria-selected="true"] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
  @media (max-width: 720px) {
    dialog {
      width: 100vw;
      max-width: 100vw;
      height: 100dvh;
      max-height: 100dvh;
      margin: 0;
      border: 0;
      border-radius: 0;
    }
  }
`;

/** What the list of documents has of its own. */
export const documentsLook = css`
  .search {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    padding: var(--space-3) var(--space-4) var(--space-2);
  }
  .search label {
    flex: 1;
    display: flex;
    align-items: center;
    gap: var(--space-2);
    padding: 0 var(--space-2);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: var(--paper);
    min-width: 0;
  }
  .search label:focus-within {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
  input {
    flex: 1;
    min-width: 0;
    min-height: 34px;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
  }
  input:focus-visible {
    outline: none;
  }
  input::placeholder {
    color: var(--ink-3);
    opacity: 1;
  }
  select {
    min-height: 34px;
    padding: 0 var(--space-2);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: var(--raised);
    color: inherit;
    font: inherit;
    font-size: var(--size-2);
  }
  [role="listbox"] {
    flex: 1;
  }
  [role="option"] {
    grid-template-columns: minmax(0, 1fr) auto;
  }
  .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-weight: 550;
  }
  .when {
    color: var(--ink-2);
    font-size: var(--size-1);
    white-space: nowrap;
  }
  .meta,
  .words {
    grid-column: 1 / -1;
  }
  .words {
    font-size: var(--size-2);
    color: var(--ink-2);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  mark {
    background: var(--warning-tint);
    color: var(--ink);
    font-weight: 600;
    text-decoration: underline;
  }
  .here {
    color: var(--accent);
    font-weight: 600;
  }
  .only {
    color: var(--warning-ink);
  }
  .bad {
    color: var(--error-ink);
    font-weight: 600;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1);
  }
  .more {
    padding: var(--space-2) var(--space-4);
    color: var(--ink-2);
    font-size: var(--size-2);
  }
  .said:empty {
    display: none;
  }
  .keys {
    font-size: var(--size-1);
    color: var(--ink-3);
  }
  .storage {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-2);
    font-size: var(--size-1);
  }
  @media (max-width: 720px), (pointer: coarse) {
    .keys {
      display: none;
    }
  }
  @media (max-width: 720px) {
    .search {
      flex-wrap: wrap;
    }
    .search label {
      flex-basis: 100%;
    }
    .foot {
      padding-inline: var(--space-3);
    }
    .optional {
      display: none;
    }
  }
`;
