import { css } from "lit";

/** The look of the cards of practices and of the list of problems in other pages. */
export const embeddedStyles = css`
  .cards,
  .problems {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .cards > li {
    margin: 0 0 var(--space-2);
  }
  .section {
    margin: var(--space-3) 0 var(--space-1);
    color: var(--ink-2);
    font-size: var(--size-1);
    font-weight: 600;
  }
  article {
    padding: var(--space-2) var(--space-3);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--raised);
  }
  article.negated {
    border-inline-start: 3px solid var(--error-line);
  }
  article.current {
    border-color: var(--accent);
    box-shadow: inset 3px 0 0 var(--accent);
  }
  .head,
  .flow,
  dd {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 3px 6px;
    min-width: 0;
  }
  .flow {
    line-height: 1.8;
  }
  .category {
    font-size: var(--size-1);
    font-weight: 650;
    color: var(--ink-2);
  }
  .head .anchor {
    margin-inline-start: auto;
  }
  .tag {
    padding: 0 7px;
    border: 1px solid var(--line-strong);
    border-radius: 99px;
    font-size: var(--size-1);
    color: var(--ink-2);
  }
  .tag.not {
    border: 1.5px solid var(--error-line);
    background: var(--error-tint);
    color: var(--error-ink);
    font-weight: 700;
  }
  .note:has(+ .note)::after {
    content: " ·";
  }
  .note {
    color: var(--ink-2);
    font-size: var(--size-1);
  }
  .arrow {
    color: var(--ink-3);
  }
  .then {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 3px 6px;
    max-width: 100%;
  }
  dl {
    display: grid;
    grid-template-columns: minmax(4.5em, max-content) minmax(0, 1fr);
    align-items: baseline;
    gap: 3px var(--space-2);
    margin: 4px 0 0;
  }
  dt {
    color: var(--ink-2);
    font-size: var(--size-1);
  }
  dd {
    margin: 0;
  }
  .parts {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 3px 5px;
    align-items: baseline;
    padding-inline-start: var(--space-2);
    border-inline-start: 2px solid var(--data-line);
  }
  .problems > li {
    margin: 0 0 var(--space-1);
  }
  .problem {
    display: block;
    width: 100%;
    padding: var(--space-1) var(--space-2);
    border: 1px solid var(--line);
    border-inline-start-width: 4px;
    border-radius: var(--radius-small);
    background: var(--raised);
    text-align: start;
  }
  .problem.error {
    border-inline-start-color: var(--error-line);
  }
  .problem.warning {
    border-inline-start-color: var(--warning-line);
  }
  .problem.info {
    border-inline-start-color: var(--info-line);
  }
  .problem b {
    font-weight: 650;
  }
`;
