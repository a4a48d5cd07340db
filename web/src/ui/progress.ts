import { css, html, LitElement } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { controls } from "../styles/controls.ts";
import { dialogs } from "../styles/dialogs.ts";
import { words, WordsController } from "../words/words.ts";
import { over } from "./over.ts";

/** Thrown within work that a person has cancelled. */
class Cancelled extends Error {}

/** WorkStep tells how far the work has come, and what it is at. It rejects when the
 * person wants no more of the work. */
export type WorkStep = (done: number, all: number, at?: string) => Promise<void>;

/** Milliseconds before work is shown: short work only flickers. */
const noticeable = 250;

/** Shows how far long work has come, and cancels it. */
@customElement("pm-progress")
class Progress extends LitElement {
  @state() private title_ = "";
  @state() private done = 0;
  @state() private all = 0;
  @state() private at = "";
  @query("dialog") private dialog!: HTMLDialogElement;
  private cancelled = false;

  constructor() {
    super();
    new WordsController(this);
  }

  static override styles = [
    controls,
    dialogs,
    css`
      progress {
        display: block;
        width: 100%;
        height: 10px;
        margin-bottom: var(--space-2);
        accent-color: var(--accent);
      }
      p {
        display: flex;
        gap: var(--space-3);
        justify-content: space-between;
        color: var(--ink-2);
        font-variant-numeric: tabular-nums;
      }
      .at {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
    `,
  ];

  async work<T>(title: string, run: (step: WorkStep) => Promise<T>): Promise<T | null> {
    this.title_ = title;
    this.done = this.all = 0;
    this.at = "";
    this.cancelled = false;
    await this.updateComplete;
    const timer = setTimeout(() => this.dialog.showModal(), noticeable);
    try {
      return await run(async (done, all, at = "") => {
        this.done = done;
        this.all = all;
        this.at = at;
        // The page is drawn and keys are heard between two steps.
        await new Promise((next) => setTimeout(next));
        if (this.cancelled) throw new Cancelled();
      });
    } catch (error) {
      if (error instanceof Cancelled) return null;
      throw error;
    } finally {
      clearTimeout(timer);
      this.dialog.close();
    }
  }

  override render() {
    const w = words().documents.progress;
    const { done, all } = this;
    return html`<dialog
      aria-labelledby="title"
      @cancel=${(event: Event) => {
        event.preventDefault();
        this.cancelled = true;
      }}
      @keydown=${(event: KeyboardEvent) => event.stopPropagation()}
    >
      <form method="dialog">
        <h2 id="title">${this.title_}</h2>
        <progress aria-labelledby="title" max=${Math.max(1, all)} .value=${done}></progress>
        <p>
          <span class="at">${this.at}</span><span>${all > 0 ? w.of(Math.min(Math.floor(done) + 1, all), all) : ""}</span>
        </p>
        <div class="ends">
          <button class="button" type="button" autofocus @click=${() => (this.cancelled = true)}>${w.cancel}</button>
        </div>
      </form>
    </dialog>`;
  }
}

/** work runs long work and shows how far it has come; run calls its step now and then.
 * Resolves to null when the person cancelled it. */
export const work = <T>(title: string, run: (step: WorkStep) => Promise<T>): Promise<T | null> =>
  over<Progress>("pm-progress").work(title, run);
