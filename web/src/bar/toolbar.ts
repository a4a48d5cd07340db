import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { CircleQuestionMark, FolderOpen, Redo2, Save, Search, SlidersHorizontal, Undo2, type IconNode } from "lucide";
import { openPicked } from "../files/choosing.ts";
import { keeper } from "../files/keeper.ts";
import { examples, openExample, openNew, otherReading } from "../files/opening.ts";
import type { Entry } from "../files/records.ts";
import { save, saveAs, saveCopy } from "../files/saving.ts";
import { nameOf, openDocument } from "../files/workspace.ts";
import { commands, type CommandId } from "../services/commands.ts";
import { desk } from "../services/desk.ts";
import { of } from "../services/service.ts";
import { session } from "../services/session.ts";
import { settings } from "../services/settings.ts";
import { Watch } from "../services/watch.ts";
import { controls } from "../styles/controls.ts";
import { steps } from "../text/undoing.ts";
import { icon } from "../ui/icon.ts";
import "../ui/menu.ts";
import type { MenuGroup, MenuItem } from "../ui/menu.ts";
import { lang, words, WordsController } from "../words/words.ts";
import "./kinds.ts";

/** The bar above the text. */
@customElement("pm-toolbar")
export class Toolbar extends LitElement {
  private readonly commands = of(commands);
  private readonly desk = of(desk);
  private readonly keeper = of(keeper);
  private readonly session = of(session);
  private readonly settings = of(settings);
  private recent: Entry[] = [];
  /** Whether there is something to undo and to redo, as it is drawn. */
  private undo = false;
  private redo = false;

  constructor() {
    super();
    new WordsController(this);
    new Watch(this, this.settings, ["changed"]);
    new Watch(this, this.session, ["opened"]);
    new Watch(this, this.session, ["changed"], () => {
      const { undo, redo } = steps(this.desk);
      return undo !== this.undo || redo !== this.redo;
    });
  }

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 2px;
        padding: 0 var(--space-3);
        min-height: 46px;
        background: var(--ground);
        border-bottom: 1px solid var(--line);
      }
      .brand {
        display: flex;
        align-items: center;
        gap: 6px;
        margin-inline-end: var(--space-2);
        font-weight: 650;
        font-size: var(--size-3);
        letter-spacing: 0.01em;
      }
      .brand svg {
        display: block;
      }
      .gap {
        flex: 1;
      }
      .bar {
        width: 1px;
        height: 22px;
        margin: 0 var(--space-2);
        background: var(--line);
      }
      .kinds {
        display: flex;
        gap: 2px;
      }
      .label {
        font-size: var(--size-2);
      }
      @media (max-width: 900px) {
        .brand span {
          display: none;
        }
        .bar {
          margin: 0 2px;
        }
      }
      @media (max-width: 720px) {
        :host {
          padding: 0 var(--space-1);
        }
        .kinds,
        .bar,
        .brand {
          display: none;
        }
      }
      /* What a menu offers too gives way. */
      @media (max-width: 480px) {
        [data-id="open"],
        .language {
          display: none;
        }
      }
      @media (max-width: 360px) {
        [data-id="find"] {
          display: none;
        }
      }
    `,
  ];

  override render() {
    const w = words();
    const { undo, redo } = steps(this.desk);
    this.undo = undo;
    this.redo = redo;
    return html`
      <span class="brand">${brand()}<span translate="no">${w.product}</span></span>
      <pm-menu
        .label=${w.toolbar.file}
        .prepare=${async () => {
          this.recent = await this.keeper.store.recent().catch(() => []);
        }}
        .groups=${() => this.files()}
      ></pm-menu>
      ${this.tool("open", FolderOpen, w.toolbar.open)} ${this.tool("save", Save, w.toolbar.save)}
      <span class="bar"></span>
      ${this.tool("undo", Undo2, w.toolbar.undo, !undo)} ${this.tool("redo", Redo2, w.toolbar.redo, !redo)}
      <span class="bar"></span>
      <pm-kinds class="kinds"></pm-kinds>
      <span class="gap"></span>
      ${this.tool("find", Search, w.toolbar.find)}
      <pm-menu
        .label=${w.toolbar.view}
        .face=${html`${icon(SlidersHorizontal)}<span class="wide">${w.toolbar.view}</span>`}
        .groups=${() => this.looks()}
      ></pm-menu>
      <pm-menu
        class="help"
        .label=${w.help.menu}
        .face=${icon(CircleQuestionMark)}
        .groups=${() => this.help()}
      ></pm-menu>
      <button
        class="quiet label language"
        type="button"
        lang=${lang() === "zh" ? "en" : "zh-CN"}
        title=${w.toolbar.otherLanguageHint}
        aria-label=${w.toolbar.otherLanguageHint}
        @click=${() => this.settings.change({ lang: lang() === "zh" ? "en" : "zh" })}
      >
        ${w.toolbar.otherLanguage}
      </button>
    `;
  }

  private item(id: CommandId): MenuItem {
    return {
      label: this.commands.find(id).title(words()),
      key: this.commands.keyOf(id),
      run: () => this.commands.run(id),
    };
  }

  private tool(id: CommandId, face: IconNode, label: string, disabled = false): TemplateResult {
    const named = words().toolbar.withKey(label, this.commands.keyOf(id));
    return html`<button
      class="quiet"
      type="button"
      data-id=${id}
      aria-label=${label}
      aria-keyshortcuts=${this.commands.ariaKey(id) || nothing}
      title=${named}
      ?disabled=${disabled}
      @click=${() => {
        this.commands.run(id);
        if (id === "undo" || id === "redo") this.desk.view.focus();
      }}
    >
      ${icon(face)}
    </button>`;
  }

  private files(): MenuGroup[] {
    const w = words();
    const { reading } = this.session.document;
    const other = [otherReading("markup"), otherReading("plain")];
    const recent = this.recent.filter(({ id, length }) => id !== this.session.document.id && length > 0).slice(0, 6);
    return [
      {
        items: [
          { label: w.toolbar.newDocument, key: this.commands.keyOf("new"), run: () => openNew() },
          { label: w.toolbar.open, key: this.commands.keyOf("open"), run: () => void openPicked() },
          { label: w.toolbar.save, key: this.commands.keyOf("save"), run: () => void save() },
          { label: w.toolbar.saveAs, key: this.commands.keyOf("saveAs"), run: () => void saveAs() },
          { label: w.toolbar.download, run: () => void saveCopy() },
        ],
      },
      {
        items: (
          [
            "documents",
            "history",
            "nameVersion",
            "linkDocument",
            "linkPlace",
            "importWorkspace",
            "exportWorkspace",
          ] as const
        ).map((id) => this.item(id)),
      },
      { items: reading === "plain" ? [other[1]!, other[0]!] : other },
      {
        title: w.toolbar.examples,
        items: [...examples.keys()].map((name) => ({
          label: w.examples[name] ?? name,
          run: () => void openExample(name),
        })),
      },
      ...(recent.length > 0
        ? [
            {
              title: w.toolbar.recent,
              items: recent.map((entry) => ({
                label: nameOf(entry),
                key: new Date(entry.updated).toLocaleString(lang() === "zh" ? "zh-CN" : "en", {
                  month: "numeric",
                  day: "numeric",
                  hour: "numeric",
                  minute: "2-digit",
                }),
                run: () => void openDocument(entry.id, nameOf(entry)),
              })),
            },
          ]
        : []),
    ];
  }

  private help(): MenuGroup[] {
    return [
      { items: [this.item("palette")] },
      { items: (["help-guideline", "help-language", "help-keys", "help-rules"] as const).map((id) => this.item(id)) },
      { items: [this.item("help-about")] },
    ];
  }

  private looks(): MenuGroup[] {
    const w = words().toolbar;
    const settings = this.settings.current;
    const t = words().text;
    return [
      {
        title: t.views.title,
        items: (["source", "reading"] as const).map((view) => ({
          label: t.views[view],
          ...(view === "reading" ? { key: this.commands.keyOf("reading") } : {}),
          checked: settings.textView === view,
          run: () => {
            this.desk.turnView(view);
            this.desk.view.focus();
          },
        })),
      },
      {
        title: t.copies.title,
        items: (["view", "markup", "plain"] as const).map((copies) => ({
          label: t.copies[copies],
          checked: settings.copies === copies,
          run: () => this.settings.change({ copies }),
        })),
      },
      {
        title: w.theme,
        items: (["system", "light", "dark"] as const).map((theme) => ({
          label: w.themes[theme],
          checked: settings.theme === theme,
          run: () => this.settings.change({ theme }),
        })),
      },
      {
        title: w.textSize,
        items: (["small", "medium", "large"] as const).map((textSize) => ({
          label: w.textSizes[textSize],
          checked: settings.textSize === textSize,
          run: () => {
            this.settings.change({ textSize });
            this.desk.view.requestMeasure();
          },
        })),
      },
      {
        title: w.language,
        items: (["zh", "en"] as const).map((one) => ({
          label: w.languages[one],
          checked: lang() === one,
          run: () => this.settings.change({ lang: one }),
        })),
      },
    ];
  }
}

const brand = () => html`<svg width="20" height="20" viewBox="0 0 16 16" aria-hidden="true">
  <rect width="16" height="16" rx="3.5" fill="var(--accent)" />
  <path d="M6 3.5H4.2v9H6M10 3.5h1.8v9H10M7 8h2" fill="none" stroke="var(--on-accent)" stroke-width="1.5" />
</svg>`;
