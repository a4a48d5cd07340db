import { css, html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { runScopeHandlers } from "@codemirror/view";
import { FileText, type IconNode } from "lucide";
import "../bar/status.ts";
import "../bar/toolbar.ts";
import type { Dialogs } from "../dialogs/dialogs.ts";
import { openFile } from "../files/opening.ts";
import { icon } from "../icons/icon.ts";
import "../panels/strip.ts";
import { foresee } from "../rules/explain.ts";
import { controls } from "../styles/controls.ts";
import { words, WordsController } from "../words/words.ts";
import { BenchController } from "./bench-controller.ts";
import { enter } from "./entering.ts";
import "../text/touch-bar.ts";
import { panels, type PanelCount, type PanelId } from "./panels.ts";
import "./splitter.ts";
import { Workbench } from "./workbench.ts";

type Pane = "text" | PanelId;

/** The whole page. */
@customElement("pm-app")
export class App extends LitElement {
  @state() private pane: Pane = "text";
  @state() private panel: PanelId = "practices";
  @state() private dropping = false;
  @query("#text") private place!: HTMLElement;
  @query("pm-dialogs") private dialogs!: Dialogs;
  bench!: Workbench;
  private readonly host = document.createElement("div");

  constructor() {
    super();
    new WordsController(this);
    this.host.className = "editor";
    this.bench = new Workbench(this.host, this.renderRootNow());
    new BenchController(this, ["report", "settings", "document"]);
  }

  /** The editor puts its styles into the root that it will stand in. */
  private renderRootNow(): ShadowRoot {
    return this.shadowRoot ?? this.attachShadow({ mode: "open" });
  }

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
        height: 100%;
        background: var(--ground);
      }
      main {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto min(var(--panel, 420px), 55vw);
        min-height: 0;
      }
      #text {
        min-width: 0;
        min-height: 0;
        background: var(--paper);
        position: relative;
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
      }
      .editor {
        height: 100%;
        min-height: 0;
      }
      aside {
        display: flex;
        flex-direction: column;
        min-width: 0;
        min-height: 0;
      }
      [role="tablist"] {
        display: flex;
        padding: 0 var(--space-2);
        border-bottom: 1px solid var(--line);
      }
      [role="tab"] {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        min-height: 38px;
        padding: 0 var(--space-3);
        border: 0;
        border-bottom: 2px solid transparent;
        margin-bottom: -1px;
        background: none;
        color: var(--ink-2);
        font-size: var(--size-3);
      }
      [role="tab"]:hover {
        color: var(--ink);
      }
      [role="tab"]:focus-visible {
        outline-offset: -3px;
      }
      [role="tab"][aria-selected="true"] {
        color: var(--ink);
        font-weight: 600;
        border-bottom-color: var(--accent);
      }
      .count {
        min-width: 20px;
        padding: 0 6px;
        border-radius: 99px;
        background: var(--hover);
        color: var(--ink-2);
        font-size: var(--size-1);
        font-weight: 550;
        line-height: 1.6;
        text-align: center;
        font-variant-numeric: tabular-nums;
      }
      .count.bad {
        background: var(--error-tint);
        color: var(--error-ink);
      }
      .count.warn {
        background: var(--warning-tint);
        color: var(--warning-ink);
      }
      .panel {
        flex: 1;
        min-height: 0;
      }
      [hidden] {
        display: none !important;
      }
      .skip {
        position: absolute;
        inset-inline-start: var(--space-2);
        top: -100px;
        z-index: 50;
      }
      .skip:focus {
        top: var(--space-2);
      }
      .drop {
        position: fixed;
        inset: var(--space-2);
        z-index: 40;
        display: grid;
        place-items: center;
        border: 3px dashed var(--accent);
        border-radius: 12px;
        background: color-mix(in srgb, var(--paper) 82%, transparent);
        font-size: var(--size-5);
        font-weight: 600;
        pointer-events: none;
      }
      .phone {
        display: none;
      }
      @media (max-width: 720px) {
        main {
          grid-template-columns: minmax(0, 1fr);
        }
        main[data-pane="text"] aside,
        main:not([data-pane="text"]) #text,
        pm-splitter,
        .side {
          display: none !important;
        }
        .phone {
          display: block;
          border-top: 1px solid var(--line);
        }
        .phone [role="tablist"] {
          border: 0;
        }
        .phone [role="tab"] {
          flex: 1;
          justify-content: center;
          padding: 0;
          white-space: nowrap;
          min-height: 48px;
          border: 0;
          border-top: 2px solid transparent;
          margin: 0;
        }
        .phone [role="tab"][aria-selected="true"] {
          border-top-color: var(--accent);
        }
        .phone [role="tab"] svg {
          display: none;
        }
        .marks {
          padding: 2px var(--space-1);
          border-bottom: 1px solid var(--line);
        }
      }
      /* A phone on its side has no height to give away. */
      @media (max-width: 720px) and (max-height: 480px) {
        .phone {
          display: flex;
        }
        .phone [role="tablist"] {
          flex: 1;
        }
        .phone [role="tab"] {
          min-height: 44px;
          padding: 0 var(--space-2);
        }
        .marks {
          border-bottom: 0;
          border-inline-end: 1px solid var(--line);
        }
      }
    `,
  ];

  override render() {
    const w = words();
    return html`
      <button class="button skip" type="button" @click=${() => this.bench.view.focus()}>${w.skip}</button>
      <header>
        <h1 class="hidden" translate="no">${w.product}</h1>
        <pm-toolbar .bench=${this.bench} role="group" aria-label=${w.toolbar.label}></pm-toolbar>
      </header>
      <main data-pane=${this.pane}>
        <div id="text" role="region" aria-label=${w.panes.text}><pm-strip .bench=${this.bench}></pm-strip></div>
        <pm-splitter .bench=${this.bench}></pm-splitter>
        <aside aria-label=${w.panes.label}>
          <div class="side" role="tablist" aria-label=${w.panes.label} @keydown=${this.tabKeys}>
            ${this.panelTabs(this.panel)}
          </div>
          ${panels.map(
            (panel) => html`<div
              class="panel"
              id="panel-${panel.id}"
              role="tabpanel"
              aria-label=${w.panes[panel.id]}
              ?hidden=${this.panel !== panel.id}
            >
              ${panel.draw(this.bench, this.panel === panel.id)}
            </div>`,
          )}
        </aside>
      </main>
      <footer>
        <div class="phone">
          ${this.pane === "text" ? html`<pm-kinds class="marks" .bench=${this.bench}></pm-kinds>` : nothing}
          <div role="tablist" aria-label=${w.panes.label} @keydown=${this.tabKeys}>
            ${this.tab("text", FileText, null, this.pane)} ${this.panelTabs(this.pane)}
          </div>
        </div>
        <pm-status .bench=${this.bench} role="group" aria-label=${w.status.label}></pm-status>
      </footer>
      <pm-touch-bar .bench=${this.bench}></pm-touch-bar>
      <pm-dialogs></pm-dialogs>
      ${this.dropping ? html`<div class="drop">${w.open.dropHint}</div>` : nothing}
    `;
  }

  private panelTabs(selected: Pane) {
    const { report } = this.bench.analysis;
    return panels.map(({ id, face, count }) => this.tab(id, face, (report && count?.(report)) ?? null, selected));
  }

  private tab(pane: Pane, face: IconNode, count: PanelCount | null, selected: Pane) {
    const on = pane === selected;
    return html`<button
      type="button"
      role="tab"
      data-pane=${pane}
      aria-selected=${on}
      aria-controls=${pane === "text" ? "text" : `panel-${pane}`}
      tabindex=${on ? "0" : "-1"}
      @click=${() => this.turnTo(pane)}
    >
      ${icon(face, 15)}${words().panes[pane]}${count
        ? html`<span class="count ${count.tone}">${count.n.toLocaleString()}</span>`
        : nothing}
    </button>`;
  }

  private turnTo(pane: Pane): void {
    this.pane = pane;
    if (pane !== "text") this.panel = pane;
  }

  private tabKeys(event: KeyboardEvent): void {
    const tabs = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>("[role=tab]")];
    const now = tabs.indexOf(event.target as HTMLElement);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = step !== undefined ? tabs.at((now + step) % tabs.length) : event.key === "Home" ? tabs[0] : event.key === "End" ? tabs.at(-1) : undefined;
    if (!next) return;
    event.preventDefault();
    next.click();
    next.focus();
  }

  protected override updated(): void {
    const { bench } = this;
    document.title = `${bench.dirty ? "• " : ""}${bench.name} · ${words().product}`;
  }

  protected override firstUpdated(): void {
    this.place.prepend(this.host);
    // The dialogs are not needed at the start and come after it.
    const dialogs = async () => {
      await import("../dialogs/dialogs.ts");
      return this.dialogs;
    };
    this.bench.asker = {
      chooseReading: async (question) => await (await dialogs()).chooseReading(question),
      refuse: async (name, reason) => await (await dialogs()).refuse(name, reason),
    };
    this.showWidth();
    this.bench.addEventListener("settings", () => this.showWidth());
    // On a phone what a panel points at must come to the front.
    this.addEventListener("pm-go", () => (this.pane = "text"), true);
    document.addEventListener("keydown", (event) => {
      // The editor runs its own keys; composing belongs to the input method.
      if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
      if (event.composedPath().includes(this.bench.view.contentDOM)) return;
      if (runScopeHandlers(this.bench.view, event, "page")) event.preventDefault();
    });
    this.listenForFiles();
    void enter(this.bench);
    foresee(dialogs);
  }

  private showWidth(): void {
    this.style.setProperty("--panel", `${this.bench.settings.panelWidth}px`);
  }

  private listenForFiles(): void {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    let depth = 0;
    addEventListener("dragenter", (event) => {
      if (!holdsFiles(event)) return;
      depth++;
      this.dropping = true;
    });
    addEventListener("dragleave", (event) => {
      if (!holdsFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) this.dropping = false;
    });
    addEventListener("dragover", (event) => {
      if (holdsFiles(event)) event.preventDefault();
    });
    addEventListener("drop", (event) => {
      depth = 0;
      this.dropping = false;
      if (!holdsFiles(event)) return;
      event.preventDefault();
      const item = event.dataTransfer!.items[0] as
        | (DataTransferItem & { getAsFileSystemHandle?: () => Promise<FileSystemHandle | null> })
        | undefined;
      const file = event.dataTransfer!.files[0];
      if (!file) return;
      const handle = item?.getAsFileSystemHandle?.() ?? Promise.resolve(null);
      void handle
        .catch(() => null)
        .then((found) => openFile(this.bench, file, found?.kind === "file" ? (found as FileSystemFileHandle) : null));
    });
  }
}
