import { html, nothing, type TemplateResult } from "lit";
import type { ComparedMark, ComparedSide, ComparisonRow } from "../engine/protocol.gen.ts";
import { sentence, words } from "../words/words.ts";
import { all, neither } from "./decided.ts";
import type { ComparePanel } from "./panel.ts";

/** drawRow draws a row; on says that it is the current one, whose buttons the keyboard
 * reaches. */
export function drawRow(panel: ComparePanel, row: ComparisonRow, on: boolean): TemplateResult {
  const w = words().compare;
  const names = panel.namesOfSides();
  const { kind } = panel;
  const short = names.every((name) => name.length === 1);
  return html`<div class="head">
      <span class="state ${row.state}">${w.states[row.state as "differ"]}${decided(panel, row)}</span>
      ${kind === "carry" && row.score > 0 && row.score < 100 ? html`<small>${words().suggestions.sure(row.score)}</small>` : nothing}
    </div>
    ${row.says.map((text) => html`<p class="says">${sentence(text)}</p>`)}
    <div class=${short ? "sides" : "sides wide-names"}>${row.sides.map((side, i) => drawSide(side, names[i] ?? "", kind === "drift" || kind === "text", i))}</div>
    ${buttons(panel, row, on)}`;
}

function decided(panel: ComparePanel, { choice }: ComparisonRow): string {
  const w = words().compare;
  if (panel.kind !== "annotators" || choice === 0) return "";
  const names = panel.namesOfSides();
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

function buttons(panel: ComparePanel, row: ComparisonRow, on: boolean) {
  const w = words().compare;
  const names = panel.namesOfSides();
  const index = panel.indexOf(row);
  const tab = on ? nothing : "-1";
  const button = (label: string, key: string, run: () => void, pressed?: boolean, disabled = false) =>
    html`<button class="button" type="button" tabindex=${tab} ?disabled=${disabled} aria-pressed=${pressed === undefined ? nothing : String(pressed)} @click=${run}>
      ${label}${key ? html`<kbd aria-hidden="true">${key}</kbd>` : nothing}
    </button>`;
  const go = row.from >= 0 ? button(w.go, "⏎", () => panel.goFrom(index)) : nothing;
  if (panel.kind === "annotators" && row.state !== "agree") {
    const choose = (choice: number) => () => panel.decide(index, row.choice === choice ? 0 : choice);
    return html`<div class="do">
      ${names.map((name, i) => button(w.take.one(name), String(i + 1), choose(i + 1), row.choice === i + 1))}
      ${button(w.take.both, String(names.length + 1), choose(all), row.choice === all)} ${button(w.take.neither, "0", choose(neither), row.choice === neither)}
      ${go}
    </div>`;
  }
  if (panel.kind === "carry" && ["doubtful", "accepted", "rejected"].includes(row.state)) {
    const choose = (choice: number) => () => panel.decide(index, row.choice === choice ? 0 : choice);
    return html`<div class="do">
      ${button(w.accept, "1", choose(1), row.choice === 1)} ${button(w.reject, "0", choose(-1), row.choice === -1)} ${go}
    </div>`;
  }
  if (panel.kind === "drift") {
    return html`<div class="do">${button(w.drift.restore, "r", () => panel.restore(index), undefined, panel.bench.locked)} ${go}</div>`;
  }
  return html`<div class="do">${go}</div>`;
}
