import { html, nothing, type TemplateResult } from "lit";
import type { ComparedMark, ComparedSide, Comparing, ComparisonRow } from "../engine/protocol.gen.ts";
import { sentence, words } from "../words/words.ts";
import { all, neither } from "./decided.ts";

/** RowHost is the list that a row stands in, and what can be done with its rows by their
 * positions. */
export interface RowHost {
  readonly kind: Comparing;
  /** Whether the document can only be read. */
  readonly locked: boolean;
  /** The names of the sides, in order. */
  namesOfSides(): string[];
  indexOf(row: ComparisonRow): number;
  /** goFrom goes to a row's place in the text. */
  goFrom(index: number): void;
  decide(index: number, choice: number): void;
  /** restore gives a row's place in the text the words of the base. */
  restore(index: number): void;
}

/** drawRow draws a row; on says that it is the current one, whose buttons the keyboard
 * reaches. */
export function drawRow(host: RowHost, row: ComparisonRow, on: boolean): TemplateResult {
  const w = words().compare;
  const names = host.namesOfSides();
  const { kind } = host;
  const short = names.every((name) => name.length === 1);
  return html`<div class="head">
      <span class="state ${row.state}">${w.states[row.state as "differ"]}${decided(host, row)}</span>
      ${kind === "carry" && row.score > 0 && row.score < 100 ? html`<small>${words().suggestions.sure(row.score)}</small>` : nothing}
    </div>
    ${row.says.map((text) => html`<p class="says">${sentence(text)}</p>`)}
    <div class=${short ? "sides" : "sides wide-names"}>${row.sides.map((side, i) => drawSide(side, names[i] ?? "", kind === "drift" || kind === "text", i))}</div>
    ${buttons(host, row, on)}`;
}

function decided(host: RowHost, { choice }: ComparisonRow): string {
  const w = words().compare;
  if (host.kind !== "annotators" || choice === 0) return "";
  const names = host.namesOfSides();
  return ` · ${choice === neither ? w.take.neither : choice === all ? w.take.both : w.take.one(names[choice - 1]!)}`;
}

function drawSide({ none, before, text, after, marks }: ComparedSide, name: string, changed: boolean, i: number) {
  const w = words().compare;
  return html`<div class="side">
    <b>${name}</b>
    <span class="words"
      >${
        none
          ? html`<i>${w.nothing}</i>`
          : marks.length > 0
            ? html`${marks.map(chip)} <span class="around">${lastLine(before)}<u>${text}</u>${firstLine(after)}</span>`
            : html`<span class="around">${lastLine(before)}</span>${changed ? (i === 0 ? html`<del>${shown(text)}</del>` : html`<ins>${shown(text)}</ins>`) : text}<span
                class="around"
                >${firstLine(after)}</span
              >`
      }</span
    >
  </div>`;
}

const chip = ({ kind, text, qualifiers }: ComparedMark) =>
  html`<span class="chip ${kind}" title=${words().kinds[kind]}><span class="hidden">${words().kinds[kind]}: </span>${text}${qualifiers ? html`<small>|${qualifiers}</small>` : nothing}</span>`;

/** What stands around a place is shown as far as the place's own line goes. */
export const lastLine = (text: string): string => text.slice(text.lastIndexOf("\n") + 1);
export const firstLine = (text: string): string => text.split("\n", 1)[0]!;
/** An end of a line is nothing to see by itself. */
const shown = (text: string): string => (text.trim() === "" ? text.replaceAll("\n", "⏎") || "∅" : text);

function buttons(host: RowHost, row: ComparisonRow, on: boolean) {
  const w = words().compare;
  const names = host.namesOfSides();
  const index = host.indexOf(row);
  const tab = on ? nothing : "-1";
  const button = (label: string, key: string, run: () => void, pressed?: boolean, disabled = false) =>
    html`<button class="button" type="button" tabindex=${tab} ?disabled=${disabled} aria-pressed=${pressed === undefined ? nothing : String(pressed)} @click=${run}>
      ${label}${key ? html`<kbd aria-hidden="true">${key}</kbd>` : nothing}
    </button>`;
  const go = row.from >= 0 ? button(w.go, "⏎", () => host.goFrom(index)) : nothing;
  if (host.kind === "annotators" && row.state !== "agree") {
    const choose = (choice: number) => () => host.decide(index, row.choice === choice ? 0 : choice);
    return html`<div class="do">
      ${names.map((name, i) => button(w.take.one(name), String(i + 1), choose(i + 1), row.choice === i + 1))}
      ${button(w.take.both, String(names.length + 1), choose(all), row.choice === all)} ${button(w.take.neither, "0", choose(neither), row.choice === neither)}
      ${go}
    </div>`;
  }
  if (host.kind === "carry" && ["doubtful", "accepted", "rejected"].includes(row.state)) {
    const choose = (choice: number) => () => host.decide(index, row.choice === choice ? 0 : choice);
    return html`<div class="do">
      ${button(w.accept, "1", choose(1), row.choice === 1)} ${button(w.reject, "0", choose(-1), row.choice === -1)} ${go}
    </div>`;
  }
  if (host.kind === "drift") {
    return html`<div class="do">${button(w.drift.restore, "r", () => host.restore(index), undefined, host.locked)} ${go}</div>`;
  }
  return html`<div class="do">${go}</div>`;
}
