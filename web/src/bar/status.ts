import { css, html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { CircleX, WifiOff, X } from "lucide";
import "../compare/drift-status.ts";
import { keeper } from "../files/keeper.ts";
import { readyOffline, type Offline } from "../offline/ready.ts";
import { onUpdate } from "../offline/updates.ts";
import { desk } from "../services/desk.ts";
import { engineStatus } from "../services/engine-status.ts";
import { notices } from "../services/notices.ts";
import { of } from "../services/service.ts";
import { session } from "../services/session.ts";
import { Watch } from "../services/watch.ts";
import { controls } from "../styles/controls.ts";
import { icon } from "../ui/icon.ts";
import { words, WordsController } from "../words/words.ts";

/** How long a message stays, in milliseconds. A refusal stays until the next. */
const lasting = 6000;

/** The line below everything: the document, what was said last, the engine. */
@customElement("pm-status")
export class Status extends LitElement {
  private readonly desk = of(desk);
  private readonly engineStatus = of(engineStatus);
  private readonly notices = of(notices);
  private readonly session = of(session);
  @state() private offline: Offline = "no";
  /** Whether a reload would show a newer version of the page. */
  @state() private outdated = false;
  private timer = 0;

  constructor() {
    super();
    new WordsController(this);
    void readyOffline().then((offline) => (this.offline = offline));
    onUpdate(() => (this.outdated = true));
    new Watch(this, this.session, ["opened", "changed", "weighed", "renamed", "locked", "kept"]);
    new Watch(this, this.desk.analysis, ["report"]);
    new Watch(this, this.engineStatus, ["changed"]);
    new Watch(this, this.notices, ["said"], () => {
      clearTimeout(this.timer);
      const message = this.notices.last;
      if (message?.tone === "info") {
        this.timer = window.setTimeout(() => this.notices.hush(), message.action ? lasting * 2 : lasting);
      }
    });
  }

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: var(--space-4);
        min-height: 28px;
        padding: 0 var(--space-3);
        background: var(--ground);
        border-top: 1px solid var(--line);
        font-size: var(--size-1);
        color: var(--ink-2);
        white-space: nowrap;
        overflow: hidden;
      }
      .name {
        color: var(--ink);
        font-weight: 550;
        overflow: hidden;
        text-overflow: ellipsis;
        max-width: 18em;
      }
      .state:empty {
        margin-right: calc(-1 * var(--space-4));
      }
      .state {
        display: inline-flex;
        align-items: center;
        gap: 5px;
      }
      .dot {
        width: 8px;
        height: 8px;
        border-radius: 50%;
        border: 2px solid var(--ink-3);
      }
      .dot.full {
        background: var(--data-line);
        border-color: var(--data-line);
      }
      .dot.changed {
        border-color: var(--warning-line);
      }
      .said {
        flex: 1;
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-width: 0;
      }
      .said .text {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .said.refusal .text {
        color: var(--warning-ink);
        font-weight: 550;
        white-space: normal;
        padding: 4px 0;
      }
      .said button {
        min-height: 22px;
        min-width: 22px;
        padding: 0 6px;
        font-size: var(--size-1);
      }
      .locked {
        color: var(--warning-ink);
        font-weight: 600;
      }
      .failed {
        color: var(--error-ink);
        font-weight: 600;
      }
      .numbers {
        font-variant-numeric: tabular-nums;
      }
      @media (max-width: 900px) {
        .optional {
          display: none;
        }
      }
      @media (max-width: 720px) {
        :host {
          gap: var(--space-2);
          padding: 0 var(--space-2);
        }
        .caret,
        .numbers {
          display: none;
        }
        .name {
          max-width: 9em;
        }
        /* What must be read has a line of its own. */
        :host {
          flex-wrap: wrap;
        }
        .said.refusal {
          flex: 1 0 100%;
          order: -1;
        }
      }
    `,
  ];

  /** Shows the newer version, once the text is kept. */
  private async takeUpdate(): Promise<void> {
    const { keeping, locked } = this.session;
    if (keeping === "kept" || locked || (await of(keeper).keep())) location.reload();
  }

  override render() {
    const w = words().status;
    const { state } = this.desk.view;
    const { main } = state.selection;
    const line = state.doc.lineAt(main.head);
    const marks = this.desk.analysis.report?.counts.marks;
    const message = this.notices.last;
    const kept = { kept: w.kept, pending: words().documents.storage.keeping, failed: w.notKept }[this.session.keeping];
    return html`
      <span class="name" title=${this.session.name}>${this.session.name}</span>
      <span class="state" data-saved=${this.session.dirty ? "no" : "yes"} title=${kept}>
        <span class="dot ${this.session.dirty ? "changed" : "full"}"></span>${this.session.dirty ? w.unsaved : w.saved}${
          this.session.keeping === "failed" ? html` · <span class="failed">${w.notKept}</span>` : nothing
        }${this.session.locked ? html` · <span class="locked">${words().documents.tabs.readOnly}</span>` : nothing}
      </span>
      <span class="said ${message?.tone ?? ""}">
        <span class="text" role="status" aria-live="polite">${message?.text ?? ""}</span>
        ${
          message?.action
            ? html`<button
              class="button"
              type="button"
              @click=${() => {
                const run = message.action!.run;
                this.notices.hush();
                run();
              }}
            >
              ${message.action.label}
            </button>`
            : nothing
        }
        ${
          message?.tone === "refusal"
            ? html`<button class="quiet" type="button" aria-label=${words().dismiss} @click=${() => this.notices.hush()}>
              ${icon(X, 12)}
            </button>`
            : nothing
        }
      </span>
      <span class="state" aria-live="polite">${this.outdated ? w.newVersion : nothing}</span>
      ${this.outdated ? html`<button class="button" type="button" @click=${() => this.takeUpdate()}>${w.reload}</button>` : nothing}
      <pm-drift></pm-drift>
      ${
        this.engineStatus.state === "failed"
          ? html`<span class="state failed" role="alert" title=${this.engineStatus.reason}>
              ${icon(CircleX, 13)}${w.engine.failed}. ${w.engineFailed}</span
            >
            <button class="button" type="button" @click=${() => this.desk.engine.restart()}>${w.restart}</button>`
          : this.engineStatus.state === "ready"
            ? nothing
            : html`<span class="state optional">${w.engine[this.engineStatus.state]}</span>`
      }
      <span class="numbers optional">${w.characters(state.doc.length)}</span>
      ${marks === undefined ? nothing : html`<span class="numbers optional">${w.marks(marks)}</span>`}
      <span class="numbers caret"
        >${main.empty ? w.caret(line.number, main.head - line.from + 1) : w.selected(main.to - main.from)}</span
      >
      ${
        this.offline === "no"
          ? nothing
          : html`<span class="state optional"
            >${icon(WifiOff, 13)}${this.offline === "file" ? w.offlineFile : w.offline}</span
          >`
      }
    `;
  }
}
