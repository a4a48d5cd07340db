import { html, nothing, render, type TemplateResult } from "lit";
import type { Problem, Range } from "../engine/protocol.gen.ts";
import { fixButtons } from "../cards/fix-buttons.ts";
import { closeCard, drawProblemCard } from "../cards/problem-card.ts";
import { drawProblems } from "../cards/problem-list.ts";
import type { Desk } from "../text/desk.ts";
import { en, zh } from "../words/elements.ts";
import { sentence } from "../words/words.ts";
import { drawPractices } from "../cards/embedded.ts";

/** Rows that a list has at first, and by which it grows. */
export const rowsAtOnce = 50;

/** A list that stands beside the text. */
export type List = "practices" | "problems";

/** What the lists show of an editor. */
export interface SideDesk extends Desk {
  /** Whether the text can only be read. */
  readonly locked: boolean;
  /** The list in front of the other. */
  front: List;
  /** How many rows are listed at most. */
  readonly rows: number;
  /** list says how many rows are listed at most. */
  list(rows: number): void;
  /** reveal shows a place of the last report. */
  reveal(at: Range): void;
}

/** drawSide draws what the text comes to: practices, problems, or one of them in front
 * of the other. */
export function drawSide(editing: SideDesk, lists: readonly List[]): TemplateResult {
  const front = lists.includes(editing.front) ? editing.front : lists[0]!;
  return html`<div class="beside" part="side">
    ${lists.length > 1 ? tabs(editing, lists, front) : html`<div class="title">${name(editing, front)}</div>`}
    <div
      class="rows"
      part=${front}
      id="rows"
      tabindex="0"
      role=${lists.length > 1 ? "tabpanel" : "region"}
      aria-label=${editing.words.panes[front]}
    >
      ${front === "practices" ? practices(editing) : problems(editing)}
    </div>
  </div>`;
}

function name(editing: SideDesk, list: List): TemplateResult {
  const { report } = editing.analysis;
  const total =
    list === "practices"
      ? report?.practices.all
      : report && report.problems.errors + report.problems.warnings + report.problems.infos;
  return html`${editing.words.panes[list]}${report?.analysed ? html`<span class="count">${total!.toLocaleString(editing.lang)}</span>` : nothing}`;
}

function tabs(editing: SideDesk, lists: readonly List[], front: List): TemplateResult {
  const turn = (list: List) => {
    editing.front = list;
    editing.say("");
  };
  const walk = (event: KeyboardEvent) => {
    if (!["ArrowLeft", "ArrowRight"].includes(event.key)) return;
    event.preventDefault();
    turn(lists.find((list) => list !== front)!);
    const bar = event.currentTarget as HTMLElement;
    requestAnimationFrame(() => bar.querySelector<HTMLElement>("[aria-selected=true]")?.focus());
  };
  return html`<div class="tabs" role="tablist" aria-label=${editing.words.panes.label} @keydown=${walk}>
    ${lists.map(
      (list) => html`<button
        type="button"
        role="tab"
        part="tab"
        aria-selected=${String(list === front)}
        aria-controls="rows"
        tabindex=${list === front ? 0 : -1}
        @click=${() => turn(list)}
      >
        ${name(editing, list)}
      </button>`,
    )}
  </div>`;
}

/** Why there is nothing to list yet, or the beginning alone; nothing where all is. */
function waiting(editing: SideDesk): TemplateResult | null {
  const { report } = editing.analysis;
  if (report?.analysed) return null;
  const own = editing.lang === "zh" ? zh : en;
  const { state } = editing.engine;
  const said = !report
    ? state === "ready"
      ? ""
      : editing.words.status.engine[state]
    : report.pending > 0
      ? editing.words.practices.pending(100 - report.pending)
      : own.tooLarge;
  return html`<p class="none">${said}</p>`;
}

/** What is listed before the first report. */
const nothingYet = { items: [], total: 0, atCaret: -1 };

const more = (editing: SideDesk, total: number) => {
  const own = editing.lang === "zh" ? zh : en;
  const left = total - editing.rows;
  return left > 0
    ? html`<button type="button" class="button" @click=${() => editing.list(editing.rows + rowsAtOnce)}>${own.more(Math.min(left, rowsAtOnce))}</button>`
    : nothing;
};

function practices(editing: SideDesk): TemplateResult {
  const wait = waiting(editing);
  const { items, total, atCaret } = editing.analysis.report?.practices ?? nothingYet;
  if (wait && total === 0) return wait;
  const w = editing.words.practices;
  if (total === 0) return html`<p class="none">${w.empty}</p><p class="none">${w.emptyHelp}</p>`;
  const title = items[0]?.section[0] ?? "";
  return html`${wait}${drawPractices(items, {
    words: editing.lang === "zh" ? zh : en,
    go: (place) => editing.reveal(place),
    current: items[atCaret]?.id ?? "",
    title: items.every(({ section }) => section[0] === title) ? title : "",
  })}
  ${more(editing, total)}`;
}

function problems(editing: SideDesk): TemplateResult {
  const wait = waiting(editing);
  const { items, total } = editing.analysis.report?.problems ?? nothingYet;
  if (wait && total === 0) return wait;
  const w = editing.words.problems;
  if (total === 0) return html`<p class="none">${w.none}</p><p class="none">${w.noneHelp}</p>`;
  return html`${wait}${drawProblems(items, {
    severity: w.severity,
    go: (problem) => editing.reveal(problem),
    write: (message) => sentence(message, editing.lang),
    fixes: (problem) => fixes(editing, problem, () => {}),
  })}
    ${more(editing, total)}`;
}

const fixes = (editing: SideDesk, problem: Problem, after: () => void) =>
  editing.locked || problem.fixes.length === 0
    ? nothing
    : html`<div class="fixes">${fixButtons(editing, problem, after)}</div>`;

/** makeCard makes the card that says in the text what is wrong and offers what can be
 * done; focus moves the keyboard into it. */
export function makeCard(editing: SideDesk, problems: readonly Problem[], focus: boolean): { dom: HTMLElement } {
  const dom = document.createElement("div");
  dom.className = "card";
  const below = (problem: Problem) => fixes(editing, problem, () => closeCard(editing));
  render(drawProblemCard(editing, problems, below), dom);
  // The editor puts the card into the page in its next measuring.
  if (focus)
    requestAnimationFrame(() => requestAnimationFrame(() => dom.querySelector<HTMLElement>("button")?.focus()));
  return { dom };
}
