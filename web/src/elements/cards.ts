import { html, nothing, type TemplateResult } from "lit";
import type { Group, Kind, Practice, Problem, Range, Value } from "../engine/protocol.gen.ts";
import { faceOf } from "../text/kinds.ts";
import type { en } from "../words/elements.ts";

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

/** An arrow stays on the line of what it points to. */
const then = (what: unknown): TemplateResult =>
  html`<span class="then"><span class="arrow" aria-hidden="true">→</span>${what}</span>`;

function card(p: Practice, host: CardHost): TemplateResult {
  const { words } = host;
  const modality = p.negated && p.negationText.includes(p.modalityText) ? "" : (words.modality[p.modality] ?? "");
  // The engine begins small.
  const name = (p.categoryName || p.category).replace(/^./u, (letter) => letter.toUpperCase());
  const field = (name: string, values: readonly Value[], kind: Kind) =>
    values.length === 0
      ? nothing
      : html`<dt>${name}</dt>
          <dd>${values.map((value) => chip(value, kind, host))}</dd>`;
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
    <div class="flow">
      ${p.actors.length > 0 ? p.actors.map((value) => chip(value, "actor", host)) : html`<span class="note">${words.nobody}</span>`}
      ${then(chip(p.action, "action", host))}
      ${p.data.length + p.groups.length > 0 ? data(p, host) : then(html`<span class="note">${words.noData}</span>`)}
    </div>
    <dl>
      ${field(words.purposes, p.purposes, "purpose")} ${field(words.conditions, p.conditions, "purpose")}
      ${field(words.recipients, p.recipients, "actor")} ${field(words.sources, p.sources, "actor")}
      ${field(words.asks, p.requester ? [p.requester] : [], "actor")}
    </dl>
  </article>`;
}

/** The data, each with its parts beside it, and theirs. */
function data({ data, groups }: Practice, host: CardHost): TemplateResult[] {
  const same = (a: Value, b: Value) => a.from === b.from && a.text === b.text;
  const isPart = (value: Value) => groups.some(({ children }) => children.some((child) => same(child, value)));
  const draw = (value: Value, depth: number): TemplateResult => {
    const group = depth < 4 ? groups.find(({ parent }) => same(parent, value)) : undefined;
    return html`${chip(value, "data", host)}${group ? parts(group, depth) : nothing}`;
  };
  const parts = ({ children, cue, open }: Group, depth: number) =>
    html`<span class="parts"
      ><span class="note">${cue || host.words.parts}</span>${children.map((child) => draw(child, depth + 1))}${
        open ? html`<span class="note">${host.words.andMore}</span>` : nothing
      }</span
    >`;
  const apart = groups
    .map(({ parent }) => parent)
    .filter((parent) => !isPart(parent) && !data.some((value) => same(value, parent)));
  return [...data, ...apart].map((value, i) => (i === 0 ? then(draw(value, 0)) : draw(value, 0)));
}

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
  }${notes.map((note) => html`<span class="note">${note}</span>`)}`;
}

/** drawProblems draws a list of problems. */
export function drawProblems(problems: readonly Problem[], host: CardHost): TemplateResult {
  return html`<ul class="problems" part="problems-list">
    ${problems.map(
      (problem) => html`<li>
        <button type="button" class="problem ${problem.severity}" part="problem" @click=${() => host.go(problem)}>
          <b>${host.words.severity[problem.severity]}</b> ${problem.message}
        </button>
      </li>`,
    )}
  </ul>`;
}
