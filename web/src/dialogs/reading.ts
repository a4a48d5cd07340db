import { css, html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { Reading } from "../engine/protocol.gen.ts";
import type { ReadingQuestion } from "../services/asking.ts";
import { controls, kindChips } from "../styles/controls.ts";
import { dialogs } from "../styles/dialogs.ts";
import { faceOf } from "../text/kinds.ts";
import { over } from "../ui/over.ts";
import { paragraph, words, WordsController } from "../words/words.ts";

/** The two dialogs of opening a file: how shall it be read, and why it cannot. */
@customElement("pm-dialogs")
class ReadingDialogs extends LitElement {
  @state() private question: ReadingQuestion | null = null;
  @state() private refusal: { name: string; reason: string } | null = null;
  @query("dialog") private dialog!: HTMLDialogElement;
  private answer: (choice: Reading | null) => void = () => {};
  private last: Promise<Reading | null> = Promise.resolve(null);

  constructor() {
    super();
    new WordsController(this);
  }

  static override styles = [
    controls,
    kindChips,
    dialogs,
    css`
      .reason {
        color: var(--ink-2);
      }
      fieldset {
        display: grid;
        gap: var(--space-2);
        margin: 0 0 var(--space-4);
        padding: 0;
        border: 0;
      }
      label {
        display: grid;
        grid-template-columns: auto 1fr;
        column-gap: var(--space-3);
        padding: var(--space-3);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        cursor: pointer;
      }
      label:has(:checked) {
        border-color: var(--accent);
        background: var(--accent-soft);
        box-shadow: inset 0 0 0 1px var(--accent);
      }
      label:has(:focus-visible) {
        outline: 2px solid var(--accent);
        outline-offset: 2px;
      }
      input {
        margin: 3px 0 0;
        accent-color: var(--accent);
      }
      strong {
        font-weight: 600;
      }
      .badge {
        margin-inline-start: var(--space-2);
        padding: 1px 7px;
        border-radius: 99px;
        background: var(--accent);
        color: var(--on-accent);
        font-size: var(--size-1);
      }
      .help {
        grid-column: 2;
        color: var(--ink-2);
        font-size: var(--size-2);
      }
      .counts {
        grid-column: 2;
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-2);
        margin-top: var(--space-1);
        font-size: var(--size-2);
        color: var(--ink-2);
        align-items: baseline;
      }
      .notes {
        margin: 0 0 var(--space-4);
        padding: var(--space-2) var(--space-3);
        border-inline-start: 3px solid var(--warning-line);
        background: var(--warning-tint);
        font-size: var(--size-2);
      }
      .notes ul {
        margin: 0;
        padding-inline-start: 1.2em;
      }
    `,
  ];

  async chooseReading(question: ReadingQuestion): Promise<Reading | null> {
    return await this.inTurn(() => (this.question = question));
  }

  async refuse(name: string, reason: string): Promise<void> {
    await this.inTurn(() => (this.refusal = { name, reason }));
  }

  /** One dialog after the other: that one is closed is told a moment after it is. */
  private inTurn(show: () => void): Promise<Reading | null> {
    return (this.last = this.last.then(async () => {
      show();
      await this.updateComplete;
      return await new Promise<Reading | null>((answer) => {
        this.answer = answer;
        this.dialog.returnValue = "";
        this.dialog.showModal();
      });
    }));
  }

  private closed(): void {
    const value = this.dialog.returnValue;
    this.question = this.refusal = null;
    this.answer(value === "markup" || value === "plain" ? value : null);
  }

  override render() {
    return html`<dialog
      aria-labelledby="title"
      @close=${this.closed}
      @keydown=${(event: KeyboardEvent) => event.stopPropagation()}
    >
      ${this.question ? this.choice(this.question) : nothing} ${this.refusal ? this.refused(this.refusal) : nothing}
    </dialog>`;
  }

  private choice({ name, inspection, notes }: ReadingQuestion) {
    const w = words().open;
    const { recommended, reason, markup } = inspection;
    const option = (reading: Reading, title: string, help: string) => html`<label>
      <input
        type="radio"
        name="reading"
        .value=${reading}
        .checked=${recommended === reading}
        ?autofocus=${recommended === reading}
      />
      <span
        ><strong>${title}</strong>${
          recommended === reading ? html`<span class="badge">${w.recommended}</span>` : nothing
        }</span
      >
      <span class="help">${help}</span>
      ${
        reading === "markup"
          ? html`<span class="counts">
            ${w.wouldFind}
            ${(
              [
                ["actor", markup.actors],
                ["action", markup.actions],
                ["data", markup.data],
                ["purpose", markup.purposes],
              ] as const
            ).map(([kind, n]) => {
              const { open, close } = faceOf(kind);
              return html`<span><span class="chip ${kind}">${open}${words().kinds[kind]}${close}</span> ${n}</span>`;
            })}
            ${markup.strays > 0 ? html`<span>${markup.strays} ${w.strays}</span>` : nothing}
          </span>`
          : nothing
      }
    </label>`;
    return html`<form
      method="dialog"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        const chosen = new FormData(event.target as HTMLFormElement).get("reading");
        this.dialog.close(String(chosen));
      }}
    >
      <h2 id="title">${w.title(name || words().untitled)}</h2>
      <p class="reason">${paragraph(reason)}</p>
      ${
        notes.length > 0
          ? html`<div class="notes" role="note" aria-label=${w.notes}>
            <ul>
              ${notes.map((note) => html`<li>${paragraph(note)}</li>`)}
            </ul>
          </div>`
          : nothing
      }
      <fieldset>
        <legend class="hidden">${w.title(name || words().untitled)}</legend>
        ${
          recommended === "plain"
            ? [option("plain", w.asPlain, w.asPlainHelp), option("markup", w.asMarkup, w.asMarkupHelp)]
            : [option("markup", w.asMarkup, w.asMarkupHelp), option("plain", w.asPlain, w.asPlainHelp)]
        }
      </fieldset>
      <div class="ends">
        <button class="button" type="button" @click=${() => this.dialog.close("")}>${w.cancel}</button>
        <button class="button primary" type="submit">${w.open}</button>
      </div>
    </form>`;
  }

  private refused({ name, reason }: { name: string; reason: string }) {
    const w = words().open;
    return html`<form method="dialog">
      <h2 id="title">${w.refusedTitle(name || words().untitled)}</h2>
      <p>${paragraph(reason)}</p>
      <p class="reason">${w.refusedHelp}</p>
      <div class="ends"><button class="button primary" value="" autofocus>${w.close}</button></div>
    </form>`;
  }
}

const dialogsOver = () => over<ReadingDialogs>("pm-dialogs");

/** chooseReading asks how a file shall be read; null when it shall not be. */
export const chooseReading = (question: ReadingQuestion): Promise<Reading | null> =>
  dialogsOver().chooseReading(question);

/** refuse says why a file is not opened. */
export const refuse = (name: string, reason: string): Promise<void> => dialogsOver().refuse(name, reason);
