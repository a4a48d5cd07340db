import { runScopeHandlers } from "@codemirror/view";
import { css, html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { FileText, type IconNode } from "lucide";
import "../bar/status.ts";
import "../bar/toolbar.ts";
import "../bar/touch-bar.ts";
import { listenForLinks } from "../files/address.ts";
import { listenForDrops } from "../files/dropping.ts";
import { listenForLaunch } from "../files/launching.ts";
import { isBare, isField } from "../keys/keys.ts";
import { outlineOpen } from "../panels/outline-opener.ts";
import "../panels/strip.ts";
import { foresee } from "../rules/explain.ts";
import type { PanelCount } from "../services/feature.ts";
import { navigation, type PanelId, type Turn } from "../services/navigation.ts";
import { of } from "../services/service.ts";
import { settings } from "../services/settings.ts";
import { Watch } from "../services/watch.ts";
import { controls } from "../styles/controls.ts";
import { tabStrip } from "../styles/tabs.ts";
import { icon } from "../ui/icon.ts";
import { number } from "../words/numbers.ts";
import { words, WordsController } from "../words/words.ts";
import { enter } from "./entering.ts";
import { composePage, panels, type Page } from "./page.ts";
import "./splitter.ts";

type Front = "text" | PanelId;

/** The whole page. */
@customElement("pm-app")
export class App extends LitElement {
  @state() private pane: Front = "text";
  @state() private panel: PanelId = "practices";
  @state() private dropping = false;
  @state() private drawer = false;
  /** Whether what stands beside the text is there. */
  @state() private beside = false;
  @query("#text") private place!: HTMLElement;
  readonly page: Page;
  private readonly host = document.createElement("div");

  constructor() {
    super();
    new WordsController(this);
    this.host.className = "editor";
    this.page = composePage(this.host, this.renderRootNow());
    const { desk, session } = this.page;
    new Watch(this, desk.analysis, ["report"]);
    new Watch(this, of(settings), ["changed"]);
    new Watch(this, session, ["opened", "renamed", "weighed"]);
  }

  /** The editor puts its styles into the root that it will stand in. */
  private renderRootNow(): ShadowRoot {
    return this.shadowRoot ?? this.attachShadow({ mode: "open" });
  }

  static override styles = [
    controls,
    tabStrip,
    css`
      :host {
        display: grid;
        grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
        height: 100%;
        background: var(--ground);
      }
      main {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto min(var(--panel, 420px), 55vw);
        min-height: 0;
      }
      .outline {
        display: flex;
        min-height: 0;
        border-inline-end: 1px solid var(--line);
      }
      .outline pm-outline,
      .outline .place {
        width: clamp(190px, 17vw, 280px);
      }
      .drawer {
        position: fixed;
        inset: 0 auto 0 0;
        width: min(20rem, 86vw);
        height: 100%;
        max-height: none;
        margin: 0;
        padding: 0;
        border: 0;
        border-inline-end: 1px solid var(--line);
        background: var(--ground);
        color: var(--ink);
        box-shadow: var(--shadow);
      }
      .drawer::backdrop {
        background: #0b0e1466;
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
        .outline,
        pm-splitter,
        .side {
          display: none !important;
        }
        .phone {
          display: block;
          border-top: 1px solid var(--line);
        }
        .marks {
          display: flex;
          align-items: center;
          padding: 2px var(--space-1);
          border-bottom: 1px solid var(--line);
        }
        .marks pm-kinds {
          flex: 1;
        }
      }
      /* The system's colours show lines that are transparent else. */
      @media (forced-colors: active) {
        [role="tab"],
        .phone [role="tab"] {
          border-color: Canvas;
        }
        [role="tab"][aria-selected="true"],
        .phone [role="tab"][aria-selected="true"] {
          border-color: Highlight;
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
      <button class="button skip" type="button" @click=${() => this.page.desk.view.focus()}>${w.skip}</button>
      <header>
        <h1 class="hidden" translate="no">${w.product}</h1>
        <pm-toolbar role="group" aria-label=${w.toolbar.label}></pm-toolbar>
      </header>
      <main data-pane=${this.pane}>
        <nav class="outline" aria-label=${w.panels.outline.label}>
          ${
            outlineOpen()
              ? this.beside
                ? html`<pm-outline @pm-leave=${() => of(settings).change({ outline: false })}></pm-outline>`
                : html`<div class="place"></div>`
              : html`<pm-outline-opener @click=${() => of(settings).change({ outline: true })}></pm-outline-opener>`
          }
        </nav>
        <div id="text" role="region" aria-label=${w.panes.text}><pm-strip></pm-strip></div>
        <pm-splitter></pm-splitter>
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
              ${this.beside ? panel.draw(this.panel === panel.id) : nothing}
            </div>`,
          )}
        </aside>
        <pm-touch-bar></pm-touch-bar>
      </main>
      <footer>
        <div class="phone">
          ${
            this.pane === "text"
              ? html`<div class="marks">
                <pm-outline-opener phone @click=${() => this.openDrawer()}></pm-outline-opener>
                <pm-kinds></pm-kinds>
              </div>`
              : nothing
          }
          <div role="tablist" aria-label=${w.panes.label} @keydown=${this.tabKeys}>
            ${this.tab("text", FileText, null, this.pane)} ${this.panelTabs(this.pane)}
          </div>
        </div>
        <pm-status role="group" aria-label=${w.status.label}></pm-status>
      </footer>
      <dialog
        class="drawer"
        aria-label=${w.panels.outline.label}
        @close=${() => (this.drawer = false)}
        @click=${(event: MouseEvent) => event.target === event.currentTarget && this.closeDrawer()}
        @keydown=${(event: KeyboardEvent) => event.stopPropagation()}
      >
        ${this.drawer && this.beside ? html`<pm-outline drawer @pm-leave=${() => this.closeDrawer()}></pm-outline>` : nothing}
      </dialog>
      ${this.dropping ? html`<div class="drop">${w.open.dropHint}</div>` : nothing}
    `;
  }

  private panelTabs(selected: Front) {
    const { report } = this.page.desk.analysis;
    return panels.map(({ id, face, count }) => this.tab(id, face, (report && count?.(report)) ?? null, selected));
  }

  private tab(pane: Front, face: IconNode, count: PanelCount | null, selected: Front) {
    const on = pane === selected;
    return html`<button
      type="button"
      role="tab"
      data-pane=${pane}
      aria-selected=${on}
      aria-controls=${pane === "text" ? "text" : `panel-${pane}`}
      title=${words().panes[pane]}
      tabindex=${on ? "0" : "-1"}
      @click=${() => this.turnTo(pane)}
    >
      ${icon(face, 17)}<span class="name">${words().panes[pane]}</span>${
        count ? html`<span class="count ${count.tone}">${number(count.n)}</span>` : nothing
      }
    </button>`;
  }

  private openDrawer(): void {
    this.drawer = true;
    this.renderRoot.querySelector<HTMLDialogElement>(".drawer")!.showModal();
  }

  private closeDrawer(): void {
    this.renderRoot.querySelector<HTMLDialogElement>(".drawer")!.close();
  }

  /** Brings to the front what another part of the page asked for. */
  private async turned({ detail: { pane, focus } }: Turn): Promise<void> {
    if (pane === "outline") {
      if (matchMedia("(max-width: 720px)").matches) this.openDrawer();
      else of(settings).change({ outline: !outlineOpen() });
      return;
    }
    this.turnTo(pane);
    // What is shown in the text at once must have its place on the screen.
    if (pane === "text" && this.isUpdatePending) this.performUpdate();
    if (!focus) return;
    await this.updateComplete;
    if (pane === "text") this.page.desk.view.focus();
    else for (const tab of this.renderRoot.querySelectorAll<HTMLElement>(`[role=tab][data-pane=${pane}]`)) tab.focus();
  }

  private turnTo(pane: Front): void {
    this.pane = pane;
    if (pane !== "text") this.panel = pane;
  }

  private tabKeys(event: KeyboardEvent): void {
    const tabs = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>("[role=tab]")];
    const now = tabs.indexOf(event.target as HTMLElement);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next =
      step !== undefined
        ? tabs.at((now + step) % tabs.length)
        : event.key === "Home"
          ? tabs[0]
          : event.key === "End"
            ? tabs.at(-1)
            : undefined;
    if (!next) return;
    event.preventDefault();
    next.click();
    next.focus();
  }

  protected override updated(): void {
    const { dirty, name } = this.page.session;
    const title = `${dirty ? "• " : ""}${name} · ${words().product}`;
    if (document.title !== title) document.title = title;
  }

  protected override firstUpdated(): void {
    this.place.prepend(this.host);
    this.showWidth();
    of(settings).addEventListener("changed", () => this.showWidth());
    of(navigation).addEventListener("turn", (event) => void this.turned(event as Turn));
    const { view } = this.page.desk;
    document.addEventListener("keydown", (event) => {
      // The editor runs its own keys; composing belongs to the input method.
      if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
      if (event.composedPath().includes(view.contentDOM)) return;
      if (isBare(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey && isField(event.composedPath()[0]))
        return;
      if (runScopeHandlers(view, event, "page")) event.preventDefault();
    });
    listenForDrops((over) => (this.dropping = over));
    listenForLinks();
    listenForLaunch();
    // The text comes first, then what stands beside it, then what may be wanted.
    const shown = new Promise<void>((shown) =>
      this.page.session.addEventListener("opened", () => shown(), { once: true }),
    );
    const bring = () =>
      this.bringBeside(() =>
        foresee(
          () => import("../dialogs/reading.ts"),
          () => import("../dialogs/documents.ts"),
        ),
      );
    void Promise.race([enter(), shown]).then(() => requestAnimationFrame(() => setTimeout(bring)));
  }

  private bringBeside(then: () => void): void {
    const again = () => setTimeout(() => this.bringBeside(then), 3000);
    import("../panels/beside.ts").then(() => {
      this.beside = true;
      then();
      void import("./warming.ts").then(
        ({ warmUp }) => warmUp(this.page.desk),
        () => {},
      );
    }, again);
  }

  private showWidth(): void {
    this.style.setProperty("--panel", `${of(settings).current.panelWidth}px`);
  }
}
