import { css } from "lit";

/** The look of the card of a practice. */
export const practiceCardStyles = css`
  :host {
    display: block;
    padding: 3px 0;
  }
  article {
    position: relative;
    padding: var(--space-2) var(--space-3) 10px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--raised);
    cursor: pointer;
  }
  article:hover {
    border-color: var(--line-strong);
  }
  :host([current]) article {
    border-color: var(--accent);
    box-shadow: inset 3px 0 0 var(--accent);
  }
  article.negated {
    border-inline-start: 3px solid var(--error-line);
  }
  .head {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 6px;
    margin-bottom: 3px;
  }
  .category {
    border: 0;
    padding: 0 2px;
    min-height: 24px;
    background: none;
    font-size: var(--size-1);
    font-weight: 650;
    color: var(--ink-2);
    letter-spacing: 0.02em;
  }
  .category:hover {
    text-decoration: underline;
  }
  .tag {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    padding: 0 7px;
    border-radius: 99px;
    border: 1px solid var(--line-strong);
    font-size: var(--size-1);
    line-height: 1.6;
    color: var(--ink-2);
  }
  .tag.may {
    border-style: dashed;
    border-color: var(--warning-line);
    color: var(--warning-ink);
    background: var(--warning-tint);
  }
  .tag.need {
    border-color: var(--info-line);
    color: var(--info-ink);
    background: var(--info-tint);
  }
  .tag.not {
    border: 1.5px solid var(--error-line);
    color: var(--error-ink);
    background: var(--error-tint);
    font-weight: 700;
  }
  .flow {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 3px 6px;
    line-height: 1.7;
  }
  .then {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 3px 6px;
    max-width: 100%;
  }
  /* The arrow has its place beside the first. */
  .then > .value {
    max-width: calc(100% - 20px);
  }
  .arrow {
    align-self: center;
    display: inline-flex;
    color: var(--ink-3);
  }
  .negated .action-chip .chip {
    text-decoration: line-through;
    text-decoration-thickness: 2px;
    text-decoration-color: var(--error-line);
  }
  dl {
    display: grid;
    grid-template-columns: minmax(4.5em, max-content) 1fr;
    align-items: baseline;
    gap: 3px var(--space-2);
    margin: 4px 0 0;
  }
  dt {
    font-size: var(--size-1);
    color: var(--ink-3);
  }
  dd {
    margin: 0;
    display: flex;
    flex-wrap: wrap;
    gap: 3px 6px;
    align-items: baseline;
    min-width: 0;
  }
  .value {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 4px;
    max-width: 100%;
  }
  /* A hair's room, which goes below where there is none: a chip is as wide as what
     its signs leave of what all need, and a sum rounded down would break its words. */
  .value::after {
    content: "";
    width: 0.5px;
    margin-inline-start: -4px;
  }
  /* Its signs stay beside it; what is noted may go below. */
  .value > .chip.inferred {
    max-width: calc(100% - 28px);
  }
  .why,
  .edit {
    align-self: center;
    min-width: 24px;
    min-height: 24px;
    padding: 2px;
    border: 0;
    border-radius: 50%;
    background: none;
    color: var(--ink-3);
    display: inline-flex;
    align-items: center;
    justify-content: center;
  }
  .value {
    position: relative;
  }
  .value .edit {
    position: absolute;
    inset-inline-end: -12px;
    top: -12px;
    z-index: 1;
    border: 1px solid var(--line-strong);
    background: var(--raised);
    opacity: 0;
  }
  .value:hover .edit,
  .value:focus-within .edit {
    opacity: 1;
  }
  .head .edit {
    margin-inline-start: auto;
  }
  .edit:hover {
    color: var(--accent);
    background: var(--accent-soft);
  }
  @media (hover: none), (forced-colors: active) {
    .value > .chip {
      max-width: calc(100% - 28px);
    }
    .value > .chip.inferred {
      max-width: calc(100% - 56px);
    }
    .value .edit {
      position: static;
      border: 0;
      opacity: 1;
    }
  }
  .why:hover,
  .why[aria-expanded="true"] {
    color: var(--accent);
    background: var(--accent-soft);
  }
  .note {
    font-size: var(--size-1);
    color: var(--ink-3);
  }
  .note:has(+ .note)::after {
    content: " ·";
  }
  .none {
    font-size: var(--size-2);
    color: var(--ink-3);
    font-style: italic;
  }
  :lang(zh) .none {
    font-style: normal;
  }
  .reason {
    margin: 6px 0 0;
    padding: 6px var(--space-2);
    border-inline-start: 3px solid var(--accent);
    background: var(--accent-soft);
    border-radius: 0 var(--radius-small) var(--radius-small) 0;
    font-size: var(--size-2);
  }
  .reason small {
    display: block;
    color: var(--ink-2);
    font-size: var(--size-1);
  }
  .parts {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 3px 5px;
    align-items: baseline;
    padding-inline-start: var(--space-2);
    border-inline-start: 2px solid var(--data-line);
  }
`;
