import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ArrowRight, Ban, CircleQuestionMark, EllipsisVertical, Pencil } from "lucide";
import type { Kind, Practice, PracticeField, Range, Value } from "../engine/protocol.gen.ts";
import { icon } from "../ui/icon.ts";
import { controls, kindChips } from "../styles/controls.ts";
import { faceOf } from "../text/kinds.ts";
import { sentence, words, WordsController } from "../words/words.ts";
import { drawFields, drawFlow, type Look } from "./practice.ts";
import { practiceCardStyles } from "./practice-card-styles.ts";
import { saysModality } from "./values.ts";

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
    const look = this.look();
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
      ${drawFlow(p, look)} ${drawFields(p, look)}
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
    if (!saysModality(this.practice)) return nothing;
    const { modality, modalityText } = this.practice;
    const name = words().practices.modality[modality] ?? "";
    if (!name) return nothing;
    const look = modality === "may" ? "may" : modality === "need" || modality === "may_need" ? "need" : "";
    const quoted = modalityText.toLowerCase().includes(name)
      ? modalityText
      : modalityText && words().practices.quoted(name, modalityText);
    return html`<span class="tag ${look}">${quoted || name}</span>`;
  }

  private look(): Look {
    return {
      words: words().practices,
      value: (value, kind, field, index) => {
        const drawn = this.value(value, kind, field, index);
        return field === "action" ? html`<span class="action-chip">${drawn}</span>` : drawn;
      },
      absent: (text) => html`<span class="none">${text}</span>`,
      arrow: html`<span class="arrow">${icon(ArrowRight, 14)}</span>`,
    };
  }

  private value(value: Value, kind: Kind, field: PracticeField | undefined, index: number): TemplateResult {
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
