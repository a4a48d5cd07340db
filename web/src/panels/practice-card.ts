import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ArrowRight, Ban, CircleQuestionMark, EllipsisVertical, Pencil } from "lucide";
import type { Group, Kind, Practice, PracticeField, Range, Value } from "../engine/protocol.gen.ts";
import { icon } from "../icons/icon.ts";
import { controls, kindChips } from "../styles/controls.ts";
import { faceOf } from "../text/kinds.ts";
import { sentence, words, WordsController } from "../words/words.ts";
import { practiceCardStyles } from "./practice-card-styles.ts";

/** Asks for a place in the text to be shown. */
export type GoEvent = CustomEvent<Range>;
/** Asks for places in the text to be lit up; none to put the light out. */
export type LightEvent = CustomEvent<Range[]>;

/** Asks for what can be set right of a value, at a button. */
export type CorrectEvent = CustomEvent<{ field: PracticeField; index: number; anchor: HTMLElement }>;

/** One practice: who → action → data, and why, when, with whom. */
@customElement("pm-practice-card")
export class PracticeCard extends LitElement {
  @property({ attribute: false, hasChanged: (now: Practice, before?: Practice) => !before || !looksLike(now, before) })
  practice!: Practice;
  /** The practice as it is drawn: the same, but where it was before what was typed since. */
  private drawn!: Practice;
  @property() label = "";
  @property({ type: Boolean, reflect: true }) current = false;
  /** The value whose reason is shown. */
  @state() private asked = "";

  constructor() {
    super();
    new WordsController(this);
  }

  static override styles = [controls, kindChips, practiceCardStyles];

  /** Whether places of the text are lit up for it. */
  private lit = false;

  override render() {
    const w = words().practices;
    const p = (this.drawn = this.practice);
    const reason = this.reasonShown();
    return html`<article
      class=${p.negated ? "negated" : ""}
      aria-label=${this.label}
      aria-current=${this.current ? "true" : nothing}
      @click=${(event: MouseEvent) => {
        if (!(event.composedPath()[0] as Element).closest?.("button") && getSelection()?.isCollapsed !== false) {
          this.go(this.practice);
        }
      }}
      @pointerenter=${() => this.light(everyPlace(this.practice))}
      @pointerleave=${() => this.light([])}
    >
      <div class="head">
        <button class="category" type="button" aria-label=${w.goTo(p.action.text)} @click=${() => this.go(this.practice)}>
          ${sentence(p.categoryName || p.category)}
        </button>
        ${
          p.negated
            ? html`<span class="tag not" title=${w.negatedLong(p.negationText)}
              >${icon(Ban, 12)}${p.negationText || w.negated}</span
            >`
            : nothing
        }
        ${this.modality()}
        <button
          class="edit"
          type="button"
          aria-haspopup="menu"
          aria-label=${words().panels.correct.card}
          title=${words().panels.correct.card}
          @click=${(event: Event) => this.correct("action", 0, event)}
        >
          ${icon(EllipsisVertical, 15)}
        </button>
      </div>
      <div class="flow">
        ${
          p.actors.length > 0
            ? p.actors.map((value, i) => this.value(value, "actor", "actor", i))
            : html`<span class="none">${w.nobody}</span>`
        }
        ${then(html`<span class="action-chip">${this.value(p.action, "action", "action", 0)}</span>`)}
        ${p.data.length + p.groups.length === 0 ? then(html`<span class="none">${w.noData}</span>`) : this.data()}
      </div>
      <dl>
        ${this.field(w.purposes, p.purposes, "purpose", "purpose")}
        ${this.field(w.conditions, p.conditions, "purpose", "condition")}
        ${this.field(w.recipients, p.recipients, "actor", "recipient")}
        ${this.field(w.sources, p.sources, "actor", "source")} ${this.field(w.asks, p.requester ? [p.requester] : [], "actor", "requester")}
      </dl>
      ${
        reason
          ? html`<p class="reason" id="reason">
            ${sentence(reason.why || w.evidence[reason.evidence])}
            <small>${w.evidence[reason.evidence]}${reason.rule ? html` · ${w.rule(reason.rule)}` : nothing}</small>
          </p>`
          : nothing
      }
    </article>`;
  }

  private modality() {
    const { modality, modalityText, negated, negationText } = this.practice;
    // 不会 says both that it may not and that it will not: once is enough.
    if (negated && negationText.includes(modalityText)) return nothing;
    const name = words().practices.modality[modality] ?? "";
    if (!name) return nothing;
    const look = modality === "may" ? "may" : modality === "need" || modality === "may_need" ? "need" : "";
    const quoted = modalityText.toLowerCase().includes(name)
      ? modalityText
      : modalityText && words().practices.quoted(name, modalityText);
    return html`<span class="tag ${look}">${quoted || name}</span>`;
  }

  private field(name: string, values: readonly Value[], kind: Kind, field: PracticeField) {
    if (values.length === 0) return nothing;
    return html`<dt>${name}</dt>
      <dd>${values.map((value, i) => this.value(value, kind, field, i))}</dd>`;
  }

  /** The data, each with its parts beside it, and theirs. */
  private data(): TemplateResult[] {
    const { data, groups } = this.practice;
    const same = (a: Value, b: Value) => a.from === b.from && a.text === b.text;
    const whole = (group: Group) => !groups.some(({ children }) => children.some((child) => same(child, group.parent)));
    const listed = (group: Group) => data.some((value) => same(value, group.parent));
    const draw = (value: Value, depth: number): TemplateResult => {
      const group = depth < 4 ? groups.find(({ parent }) => same(parent, value)) : undefined;
      const at = data.indexOf(value);
      const member = groups.flatMap(({ children }) => children).indexOf(value);
      const drawn =
        at >= 0
          ? this.value(value, "data", "data", at)
          : member >= 0
            ? this.value(value, "data", "member", member)
            : this.value(value, "data");
      return html`${drawn}${group ? this.parts(group, (child) => draw(child, depth + 1)) : nothing}`;
    };
    const apart = groups.filter((group) => whole(group) && !listed(group)).map(({ parent }) => parent);
    return [...data, ...apart].map((value, i) => (i === 0 ? then(draw(value, 0)) : draw(value, 0)));
  }

  private parts({ children, cue, open }: Group, draw: (child: Value) => TemplateResult): TemplateResult {
    const w = words().practices;
    return html`<span class="parts"
      ><span class="note">${cue || w.parts}</span>${children.map(draw)}${
        open ? html`<span class="note">${w.more}</span>` : nothing
      }</span
    >`;
  }

  private value(value: Value, kind: Kind, field?: PracticeField, index = 0): TemplateResult {
    const w = words().practices;
    const inferred = value.evidence !== "marked";
    const { open, close } = faceOf(kind);
    const key = keyOf(value);
    const body = inferred ? value.text : html`${open}${value.text}${close}`;
    return html`<span class="value"
      >${
        value.from >= 0
          ? html`<button
            type="button"
            class="chip ${kind} ${inferred ? "inferred" : ""}"
            aria-label=${inferred ? `${value.text}, ${w.evidence[value.evidence]}` : value.text}
            @click=${() => this.go(this.now(value))}
            @pointerenter=${() => this.light([this.now(value)])}
            @pointerleave=${() => this.light(everyPlace(this.practice))}
            @focus=${() => this.light([this.now(value)])}
            @blur=${() => this.light([])}
          >
            ${body}
          </button>`
          : html`<span class="chip ${kind} ${inferred ? "inferred" : ""}">${body}</span>`
      }${
        inferred
          ? html`<button
            type="button"
            class="why"
            title=${w.why}
            aria-label=${w.whyOf(value.text)}
            aria-expanded=${this.asked === key}
            @click=${() => (this.asked = this.asked === key ? "" : key)}
          >
            ${icon(CircleQuestionMark, 13)}
          </button>`
          : nothing
      }${
        field
          ? html`<button
            type="button"
            class="edit"
            aria-haspopup="menu"
            data-field=${field}
            title=${words().panels.correct.open(value.text)}
            aria-label=${words().panels.correct.open(value.text)}
            @click=${(event: Event) => this.correct(field, index, event)}
          >
            ${icon(Pencil, 12)}
          </button>`
          : nothing
      }${value.notes.map((note) => html`<span class="note">${note}</span>`)}</span
    >`;
  }

  private reasonShown(): Value | undefined {
    return this.asked ? everyValue(this.practice).find((value) => keyOf(value) === this.asked) : undefined;
  }

  private correct(field: PracticeField, index: number, event: Event): void {
    const anchor = event.currentTarget as HTMLElement;
    this.dispatchEvent(new CustomEvent("pm-correct", { detail: { field, index, anchor } }) satisfies CorrectEvent);
  }

  /** A value that was drawn, where it is now. */
  private now(value: Value): Value {
    return everyValue(this.practice)[everyValue(this.drawn).indexOf(value)]!;
  }

  private go({ from, to }: Range): void {
    this.dispatchEvent(new CustomEvent<Range>("pm-go", { detail: { from, to } }));
  }

  /** A card that goes takes its light along: no pointer leaves it. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.lit) this.light([]);
  }

  private light(ranges: Range[]): void {
    this.lit = ranges.length > 0;
    this.dispatchEvent(new CustomEvent<Range[]>("pm-light", { detail: ranges }));
  }
}

/** An arrow stays on the line of what it points to. */
const then = (what: TemplateResult): TemplateResult =>
  html`<span class="then"><span class="arrow">${icon(ArrowRight, 14)}</span>${what}</span>`;

const keyOf = ({ text, from, rule }: Value): string => `${from}\n${text}\n${rule}`;

const everyValue = (p: Practice): Value[] => [
  ...p.actors,
  p.action,
  ...p.data,
  ...p.groups.flatMap(({ parent, children }) => [parent, ...children]),
  ...p.purposes,
  ...p.conditions,
  ...p.recipients,
  ...p.sources,
  ...(p.requester ? [p.requester] : []),
];

/**
 * Whether one practice is drawn as another. Typing moves all that stand behind it,
 * which is not to be seen; that two values stand in one place is.
 */
function looksLike(a: Practice, b: Practice): boolean {
  const places = [new Map<number, number>(), new Map<number, number>()] as const;
  const moved = (
    from: number,
    to: number,
    [there, back]: readonly [Map<number, number>, Map<number, number>] = places,
  ) =>
    from < 0 === to < 0 &&
    (there.get(from) ?? there.set(from, to).get(from)) === to &&
    (back.get(to) ?? back.set(to, from).get(to)) === from;
  const alike = (a: unknown, b: unknown, name: string): boolean => {
    if (name === "from") return moved(a as number, b as number);
    if (a === b || name === "to") return true;
    if (typeof a !== "object" || typeof b !== "object" || !a || !b) return false;
    const [ours, theirs] = [Object.entries(a), Object.entries(b)];
    return (
      ours.length === theirs.length &&
      ours.every(([name, value], i) => theirs[i]![0] === name && alike(value, theirs[i]![1], name))
    );
  };
  return alike(a, b, "");
}

const everyPlace = (p: Practice): Range[] =>
  everyValue(p)
    .filter(({ from }) => from >= 0)
    .map(({ from, to }) => ({ from, to }));
