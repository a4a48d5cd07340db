import { css, html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { Table, Waypoints, X } from "lucide";
import { controls } from "../styles/controls.ts";
import { icon } from "../ui/icon.ts";
import { overWhile } from "../ui/over.ts";
import { words, WordsController } from "../words/words.ts";
import "./flow-view.ts";
import "./practice-table.ts";

export type ViewName = "table" | "flow";

/** The practices that the panel lists, large: as a table and as a picture. */
@customElement("pm-views")
export class Views extends LitElement {
  @state() view: ViewName = "table";
  @query("dialog") private dialog!: HTMLDialogElement;

  constructor() {
    super();
    new WordsController(this);
  }

  static override styles = [
    controls,
    css`
      dialog {
        width: calc(100vw - 3rem);
        height: calc(100vh - 3rem);
        max-width: none;
        max-height: none;
        padding: 0;
        border: 1px solid var(--line);
        border-radius: 10px;
        background: var(--paper);
        color: var(--ink);
        box-shadow: var(--shadow);
        font-size: var(--size-3);
        overflow: hidden;
      }
      dialog::backdrop {
        background: #0b0e1466;
      }
      .frame {
        display: flex;
        flex-direction: column;
        height: 100%;
      }
      .top {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        padding: var(--space-1) var(--space-2) var(--space-1) var(--space-4);
        border-bottom: 1px solid var(--line);
        background: var(--ground);
      }
      h2 {
        margin: 0;
        font-size: var(--size-4);
      }
      .views {
        display: flex;
        gap: 2px;
        flex: 1;
      }
      .views [aria-pressed="true"] {
        background: var(--accent-soft);
        border-color: var(--accent);
        font-weight: 600;
      }
      pm-practice-table,
      pm-flow {
        flex: 1;
        min-height: 0;
      }
      @media (max-width: 720px) {
        dialog {
          width: 100vw;
          height: 100dvh;
          border: 0;
          border-radius: 0;
        }
        h2 {
          display: none;
        }
      }
    `,
  ];

  async show(view: ViewName): Promise<void> {
    this.view = view;
    await this.updateComplete;
    await new Promise<void>((done) => {
      this.dialog.addEventListener("close", () => done(), { once: true });
      this.dialog.showModal();
    });
  }

  override render() {
    const w = words().panels.views;
    const button = (view: ViewName, name: string, face: typeof Table) => html`<button
      class="quiet"
      type="button"
      data-view=${view}
      aria-pressed=${this.view === view}
      ?autofocus=${this.view === view}
      @click=${() => (this.view = view)}
    >
      ${icon(face)}${name}
    </button>`;
    const close = () => this.dialog.close();
    return html`<dialog aria-labelledby="title" @keydown=${(event: KeyboardEvent) => event.stopPropagation()}>
      <div class="frame">
        <div class="top">
          <h2 id="title">${w.title}</h2>
          <div class="views" role="group" aria-label=${w.title}>
            ${button("table", w.tabTable, Table)} ${button("flow", w.tabFlow, Waypoints)}
          </div>
          <button class="quiet" type="button" aria-label=${words().panels.close} title=${words().panels.close} @click=${close}>
            ${icon(X)}
          </button>
        </div>
        ${this.view === "table" ? html`<pm-practice-table @pm-leave=${close}></pm-practice-table>` : nothing}
        ${this.view === "flow" ? html`<pm-flow @pm-leave=${close}></pm-flow>` : nothing}
      </div>
    </dialog>`;
  }
}

/** showViews opens the dialog and resolves when it was closed. */
export const showViews = (view: ViewName): Promise<void> => overWhile<Views>("pm-views", (views) => views.show(view));
