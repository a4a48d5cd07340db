import { css, unsafeCSS } from "lit";
import tokens from "../styles/tokens.css?raw";

/** The name of the length that sizes are counted in: what 1rem is in our own page.
 * A host may have made its rem anything. */
export const unit = "--policymark-unit";

/** Makes the length one that is inherited as computed. Once for a page. */
export function registerUnit(): void {
  try {
    CSS.registerProperty({ name: unit, syntax: "<length>", inherits: true, initialValue: "16px" });
  } catch {
    // It is known already, or the browser knows no such properties: then it is 1em
    // where it is used, which differs little.
  }
}

/**
 * The design tokens for an element: each can be set by the host with policymark-
 * before its name, and is else ours.
 */
const ownTokens = /:root\s*\{([^}]*)\}/
  .exec(tokens.replace(/\/\*.*?\*\//gs, ""))![1]!
  .replace(/\s+/g, " ")
  .replace(/color-scheme:[^;]*;?/, "")
  .replace(
    /--([a-z0-9-]+)\s*:\s*([^;]+?)\s*(;|$)/g,
    (_, name: string, value: string) => `--${name}:var(--policymark-${name},${value});`,
  )
  .replace(/(\d*\.?\d+)rem\b/g, `calc($1 * var(${unit}))`);

/** What is the same in all elements: the host's styles end here. */
export const shared = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  :host([theme="light"]) {
    color-scheme: light;
  }
  :host([theme="dark"]) {
    color-scheme: dark;
  }
  .own {
    all: initial;
    display: block;
    color-scheme: inherit;
    font-size: var(--policymark-font-size, medium);
    ${unsafeCSS(unit)}: 1em;
  }
  .own {
    ${unsafeCSS(ownTokens)}
  }
  .own {
    color: var(--ink);
    background: var(--paper);
    font-family: var(--font-ui);
    line-height: 1.5;
    overflow-wrap: anywhere;
    container-type: inline-size;
  }
`;

/** The look of the view. */
export const viewStyles = css`
  .own {
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }
  .raw {
    margin: 0;
    padding: var(--space-4);
    font: inherit;
    line-height: var(--text-leading);
    white-space: pre-wrap;
  }
  .alert {
    margin: 0;
    padding: var(--space-2) var(--space-4);
    border-bottom: 1px solid var(--error-line);
    background: var(--error-tint);
    color: var(--error-ink);
    font-size: var(--size-3);
  }
  .meta {
    margin: 0;
    padding: var(--space-3) var(--space-4) 0;
    color: var(--ink-2);
    font-size: var(--size-2);
  }
  .legend {
    list-style: none;
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-4);
    margin: 0;
    padding: var(--space-3) var(--space-4);
    border-bottom: 1px solid var(--line);
    font-size: var(--size-2);
    color: var(--ink-2);
  }
  .text {
    padding: var(--space-2) var(--space-4) var(--space-4);
    max-width: 46em;
    font-family: var(--font-text);
    font-size: var(--text-size);
    line-height: var(--text-leading);
    position: relative;
  }
  .chunk {
    content-visibility: auto;
    contain-intrinsic-size: auto 900px;
  }
  .text p {
    margin: 0.7em 0;
    white-space: pre-wrap;
  }
  .text p.item {
    margin: 0.3em 0;
    padding-inline-start: 1em;
  }
  h1,
  h2,
  h3,
  h4,
  h5,
  h6 {
    margin: 1.1em 0 0.4em;
    font-size: 1.05em;
    line-height: 1.45;
    scroll-margin-top: 1em;
  }
  h1 {
    font-size: 1.5em;
  }
  h2 {
    font-size: 1.3em;
  }
  h3 {
    font-size: 1.15em;
  }
  .anchor {
    margin-inline-start: 0.4em;
    padding: 0 0.25em;
    color: var(--ink-3);
    font-weight: 400;
    text-decoration: none;
    opacity: 0;
  }
  :is(h1, h2, h3, h4, h5, h6):hover .anchor,
  article:hover .anchor,
  .anchor:focus-visible {
    opacity: 1;
  }
  .anchor:hover {
    color: var(--accent);
    text-decoration: underline;
  }
  @media (hover: none) {
    .anchor {
      opacity: 1;
    }
  }
  .mark {
    padding: 1px 1px 0;
    border-radius: 3px 3px 0 0;
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
  }
  .mark:has(> .mark) {
    padding-bottom: 5px;
  }
  .mark.actor {
    color: var(--actor-ink);
    background: var(--actor-tint);
    border-bottom: 2px solid var(--actor-line);
  }
  .mark.action {
    color: var(--action-ink);
    background: var(--action-tint);
    border-bottom: 4px double var(--action-line);
  }
  .mark.data {
    color: var(--data-ink);
    background: var(--data-tint);
    border-bottom: 3px dotted var(--data-line);
  }
  .mark.purpose {
    color: var(--purpose-ink);
    background: var(--purpose-tint);
    border-bottom: 2px dashed var(--purpose-line);
  }
  .bracket.open::after,
  .bracket.close::before {
    content: "\\2060";
  }
  :host([brackets="hidden"]) .text .bracket {
    display: none;
  }
  .lit {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
    background: var(--selection);
  }
  ::highlight(policymark-lit) {
    background-color: var(--selection);
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
  .side {
    border-top: 1px solid var(--line);
    background: var(--ground);
    padding: var(--space-2) var(--space-4) var(--space-4);
    font-size: var(--size-3);
  }
  .title {
    margin: var(--space-2) 0 var(--space-1);
    font-size: var(--size-4);
    font-weight: 650;
  }
  .count {
    margin-inline-start: 0.5em;
    padding: 0 0.5em;
    border-radius: 99px;
    background: var(--hover);
    color: var(--ink-2);
    font-size: var(--size-1);
    font-weight: 550;
  }
  .none {
    color: var(--ink-2);
  }
  @container (min-width: 60em) {
    .body.two {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(22em, 26em);
    }
    .body.two .side {
      border-top: 0;
      border-inline-start: 1px solid var(--line);
    }
    .body.two .inner {
      position: sticky;
      top: 0;
      max-height: 100vh;
      overflow-y: auto;
      margin: 0 calc(-1 * var(--space-4));
      padding: 0 var(--space-4);
    }
  }
  @media print {
    .side .inner {
      max-height: none !important;
    }
    .chunk {
      content-visibility: visible;
    }
    .anchor {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .mark,
    .chip {
      background: none;
    }
    .lit {
      outline-color: Highlight;
    }
  }
`;
