import { css, html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { controls } from "../styles/controls.ts";
import { dialogs } from "../styles/dialogs.ts";
import { words, WordsController } from "../words/words.ts";
import { over } from "./over.ts";

/** Question is a question with a few answers. */
export interface Question {
  title: string;
  text: string;
  options: readonly { id: string; label: string; primary?: boolean }[];
}

/** TextQuestion is a question that is answered with a line of text. */
export interface TextQuestion {
  title: string;
  label: string;
  value: string;
  done: string;
}

/** Asks a question, or shows a text to copy by hand. */
@customElement("pm-ask")
class Ask extends LitElement {
  @state() private question: Question | null = null;
  @state() private line: TextQuestion | null = null;
  @state() private shown: { title: string; text: string } | null = null;
  @query("dialog") private dialog!: HTMLDialogElement;
  private answer: (value: string) => void = () => {};
  private last: Promise<string> = Promise.resolve("");

  constructor() {
    super();
    new WordsController(this);
  }

  static override styles = [
    controls,
    dialogs,
    css`
      label {
        display: grid;
        gap: var(--space-1);
        margin-bottom: var(--space-4);
        color: var(--ink-2);
      }
      input,
      textarea {
        width: 100%;
        min-height: 34px;
        padding: 4px var(--space-2);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-small);
        background: var(--paper);
        color: var(--ink);
        font: inherit;
      }
      textarea {
        height: 8rem;
        margin-bottom: var(--space-4);
        word-break: break-all;
      }
      .ends {
        flex-wrap: wrap;
      }
    `,
  ];

  async ask(question: Question): Promise<string> {
    return await this.inTurn({ question });
  }

  async askText(line: TextQuestion): Promise<string | null> {
    const value = await this.inTurn({ line });
    return value === "" ? null : value.slice(1).trim();
  }

  async showText(title: string, text: string): Promise<void> {
    await this.inTurn({ shown: { title, text } });
  }

  /** One dialog after the other: that one is closed is told a moment after it is. */
  private inTurn({
    question,
    line,
    shown,
  }: {
    question?: Question;
    line?: TextQuestion;
    shown?: { title: string; text: string };
  }): Promise<string> {
    return (this.last = this.last.then(async () => {
      this.question = question ?? null;
      this.line = line ?? null;
      this.shown = shown ?? null;
      await this.updateComplete;
      return await new Promise<string>((answer) => {
        this.answer = answer;
        this.dialog.returnValue = "";
        this.dialog.showModal();
        const field = this.renderRoot.querySelector<HTMLInputElement>("input, textarea");
        field?.focus();
        field?.select();
      });
    }));
  }

  override render() {
    return html`<dialog
      aria-labelledby="title"
      @close=${() => this.answer(this.dialog.returnValue)}
      @keydown=${(event: KeyboardEvent) => event.stopPropagation()}
    >
      ${this.question ? this.choices(this.question) : nothing}${this.line ? this.field(this.line) : nothing}${
        this.shown ? this.text(this.shown) : nothing
      }
    </dialog>`;
  }

  private choices({ title, text, options }: Question) {
    return html`<form method="dialog">
      <h2 id="title">${title}</h2>
      <p>${text}</p>
      <div class="ends">
        <button class="button" value="">${words().documents.cancel}</button>
        ${[...options]
          .reverse()
          .map(
            ({ id, label, primary }) =>
              html`<button class="button ${primary ? "primary" : ""}" value=${id} ?autofocus=${primary}>${label}</button>`,
          )}
      </div>
    </form>`;
  }

  private field({ title, label, value, done }: TextQuestion) {
    return html`<form
      method="dialog"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        // The mark in front tells an empty answer from none.
        this.dialog.close(`=${this.renderRoot.querySelector("input")!.value}`);
      }}
    >
      <h2 id="title">${title}</h2>
      <label>${label}<input .value=${value} autocomplete="off" maxlength="200" /></label>
      <div class="ends">
        <button class="button" type="button" @click=${() => this.dialog.close("")}>${words().documents.cancel}</button>
        <button class="button primary" type="submit">${done}</button>
      </div>
    </form>`;
  }

  private text({ title, text }: { title: string; text: string }) {
    return html`<form method="dialog">
      <h2 id="title">${title}</h2>
      <textarea readonly aria-labelledby="title" .value=${text}></textarea>
      <div class="ends"><button class="button primary" value="">${words().documents.close}</button></div>
    </form>`;
  }
}

/** ask puts a question and resolves to the id of the answer; "" for none. */
export const ask = (question: Question): Promise<string> => over<Ask>("pm-ask").ask(question);

/** askText asks for a line of text; null when the person thinks better of it. */
export const askText = (question: TextQuestion): Promise<string | null> => over<Ask>("pm-ask").askText(question);

/** showText shows a text that the person copies by hand. */
export const showText = (title: string, text: string): Promise<void> => over<Ask>("pm-ask").showText(title, text);
