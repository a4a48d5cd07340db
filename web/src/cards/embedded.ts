import { html, nothing, type TemplateResult } from "lit";
import type { Kind, Practice, Range, Value } from "../engine/protocol.gen.ts";
import { faceOf } from "../text/kinds.ts";
import type { en } from "../words/elements.ts";
import { drawFields, drawFlow, type Look } from "./practice.ts";
import { saysModality } from "./values.ts";

/** What cards need of the view that they stand in. */
export interface CardHost {
  words: typeof en;
  /** The address of a place in the page; without it places have no links. */
  href?: (address: string) => string;
  /** Shows a place of the text. */
  go: (place: Range, kind?: Kind) => void;
  /** The id of the practice in front. */
  current: string;
  /** The title of all, which the trails of sections need not repeat. */
  title: string;
}

/** drawPractices draws cards, with the titles of sections between them. */
export function drawPractices(practices: readonly Practice[], host: CardHost): TemplateResult {
  return html`<ol class="cards" part="cards">
    ${practices.map((practice, i) => {
      const section = trail(practice, host);
      const before = i > 0 ? trail(practices[i - 1]!, host) : null;
      return html`<li data-id=${practice.id}>
        ${section === before ? nothing : html`<div class="section" part="section">${section || host.words.noSection}</div>`}
        ${card(practice, host)}
      </li>`;
    })}
  </ol>`;
}

function trail({ section }: Practice, { title }: CardHost): string {
  return (section.length > 1 && section[0] === title ? section.slice(1) : section).join(" › ");
}

function card(p: Practice, host: CardHost): TemplateResult {
  const { words } = host;
  const modality = saysModality(p) ? (words.modality[p.modality] ?? "") : "";
  // The engine names categories with a small first letter.
  const name = (p.categoryName || p.category).replace(/^./u, (letter) => letter.toUpperCase());
  const look: Look = {
    words: { ...words, more: words.andMore },
    value: (value, kind) => chip(value, kind, host),
    absent: note,
    arrow: html`<span class="arrow" aria-hidden="true">→</span>`,
  };
  return html`<article
    part="card"
    tabindex="-1"
    class="${p.negated ? "negated" : ""} ${host.current === p.id ? "current" : ""}"
    aria-label=${`${name}: ${p.action.text}`}
  >
    <div class="head">
      <span class="category">${name}</span>
      ${p.negated ? html`<span class="tag not">${p.negationText || words.negated}</span>` : nothing}
      ${modality ? html`<span class="tag">${p.modalityText || modality}</span>` : nothing}
      ${host.href ? html`<a class="anchor" part="anchor" href=${host.href(p.id)} aria-label=${words.link(p.action.text)}>#</a>` : nothing}
    </div>
    ${drawFlow(p, look)} ${drawFields(p, look)}
  </article>`;
}

const note = (text: string): TemplateResult => html`<span class="note">${text}</span>`;

function chip(value: Value, kind: Kind, host: CardHost): TemplateResult {
  const inferred = value.evidence !== "marked";
  const { open, close } = faceOf(kind);
  const body = inferred
    ? value.text
    : html`<span aria-hidden="true">${open}</span>${value.text}<span aria-hidden="true">${close}</span>`;
  const look = `chip ${kind} ${inferred ? "inferred" : ""}`;
  const notes = [...(inferred ? [host.words.evidence[value.evidence] ?? ""] : []), ...value.notes];
  return html`${
    value.from < 0
      ? html`<span class=${look} part="chip ${kind}">${body}</span>`
      : html`<button type="button" class=${look} part="chip ${kind}" @click=${() => host.go(value, kind)}>${body}</button>`
  }${notes.map(note)}`;
}
