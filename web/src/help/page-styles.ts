import { css } from "lit";

/** The look of the pages of the help. */
export const pageStyles = css`
  .prose {
    max-width: 44rem;
    line-height: 1.8;
    overflow-wrap: anywhere;
  }
  .page h3,
  .prose h3 {
    margin: var(--space-6) 0 var(--space-2);
    font-size: var(--size-4);
    line-height: 1.4;
  }
  .page p,
  .prose p {
    margin: 0 0 var(--space-3);
  }
  .prose ul,
  .prose ol {
    margin: 0 0 var(--space-3);
    padding-inline-start: 1.4em;
  }
  .prose li {
    margin-bottom: var(--space-1);
  }
  .prose blockquote {
    margin: 0 0 var(--space-3);
    padding: var(--space-2) var(--space-4);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--paper);
  }
  .prose blockquote p {
    margin: 0;
    line-height: 2;
  }
  .prose .chip {
    padding-inline: 3px;
    line-height: 1.4;
  }
  .prose .chip.short {
    white-space: nowrap;
  }
  code {
    padding: 1px 4px;
    border-radius: var(--radius-small);
    background: var(--sunken);
    font-family: var(--font-code);
    font-size: 0.95em;
  }
  .prose table {
    width: 100%;
    margin: 0 0 var(--space-4);
    border-collapse: collapse;
  }
  .prose th,
  .prose td {
    padding: var(--space-2);
    border-bottom: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
    overflow-wrap: break-word;
  }
  .prose th {
    color: var(--ink-2);
    font-size: var(--size-2);
    font-weight: 600;
  }
  .prose td:first-child {
    white-space: nowrap;
  }
  @media (max-width: 720px) {
    .prose td:first-child {
      white-space: normal;
    }
  }
`;
