import { css, html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { Copy, History, Pencil, Trash2, X } from "lucide";
import { compare, type VersionDiff } from "../files/comparing.ts";
import { versions } from "../files/history.ts";
import { keeper } from "../files/keeper.ts";
import { unpackText } from "../files/packing.ts";
import type { Version } from "../files/records.ts";
import { shownName } from "../files/tabs.ts";
import { openDocument, sayFailure } from "../files/workspace.ts";
import { desk } from "../services/desk.ts";
import { newId } from "../services/document.ts";
import { notices } from "../services/notices.ts";
import { of } from "../services/service.ts";
import { session } from "../services/session.ts";
import { controls } from "../styles/controls.ts";
import { dialogs } from "../styles/dialogs.ts";
import { wideDialog } from "../styles/workspace.ts";
// Not by the port, which loads it: what is typed right after a key that asks is meant
// for the question.
import { askText } from "../ui/ask.ts";
import { icon } from "../ui/icon.ts";
import { over } from "../ui/over.ts";
import { moment } from "../words/when.ts";
import { words, WordsController } from "../words/words.ts";
import { nameVersion } from "./workspace.ts";

/** The versions of the open document: what has changed since, and the way back. */
@customElement("pm-history")
class HistoryDialog extends LitElement {
  private readonly keeper = of(keeper);
  private readonly notices = of(notices);
  private readonly session = of(session);
  private readonly desk = of(desk);
  @state() private versions: Version[] = [];
  @state() private chosen = 0;
  /** What was compared, by the versions' keys; null for what cannot be read. */
  @state() private compared: ReadonlyMap<number, VersionDiff | null> = new Map();
  @state() private said = "";
  @query("dialog") private dialog!: HTMLDialogElement;
  @query("[role=listbox]") private list!: HTMLElement | null;
  private readonly texts = new Map<number, string>();

  constructor() {
    super();
    new WordsController(this);
  }

  static override styles = [
    controls,
    dialogs,
    wideDialog,
    css`
      .body {
        flex: 1;
        min-height: 0;
        display: grid;
        grid-template-columns: minmax(13rem, 17rem) minmax(0, 1fr);
      }
      [role="listbox"] {
        border-inline-end: 1px solid var(--line);
      }
      .label {
        font-weight: 550;
        overflow-wrap: anywhere;
      }
      .plus {
        color: var(--data-ink);
      }
      .minus {
        color: var(--error-ink);
      }
      .preview {
        min-height: 0;
        display: flex;
        flex-direction: column;
      }
      .sum {
        padding: var(--space-2) var(--space-4);
        border-bottom: 1px solid var(--line);
        color: var(--ink-2);
        font-size: var(--size-2);
      }
      .text {
        flex: 1;
        min-height: 0;
        overflow: auto;
        padding: var(--space-3) var(--space-4);
        background: var(--paper);
        font-family: var(--font-text);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        line-height: 1.8;
      }
      .text:focus-visible {
        outline-offset: -3px;
      }
      ins {
        background: var(--data-tint);
        color: var(--data-ink);
        text-decoration: underline;
        text-decoration-thickness: 2px;
      }
      del {
        background: var(--error-tint);
        color: var(--error-ink);
        text-decoration: line-through;
      }
      .skip {
        display: block;
        margin: var(--space-2) 0;
        color: var(--ink-3);
        font-family: var(--font-ui);
        font-size: var(--size-1);
        text-align: center;
        border-block: 1px dashed var(--line);
      }
      @media (max-width: 720px) {
        .body {
          grid-template: minmax(7rem, 34%) minmax(0, 1fr) / minmax(0, 1fr);
        }
        [role="listbox"] {
          border-inline-end: 0;
          border-bottom: 1px solid var(--line);
        }
        .optional {
          display: none;
        }
      }
    `,
  ];

  async open(): Promise<void> {
    this.said = "";
    await of(versions).settled();
    await this.read();
    this.chosen = this.versions[0]?.key ?? 0;
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
    (this.list ?? this.dialog).focus();
    await this.compareAll();
  }

  private async read(): Promise<void> {
    try {
      this.versions = await this.keeper.store.versions(this.session.document.id);
    } catch (error) {
      this.versions = [];
      sayFailure(error, this.session.name);
      this.said = this.notices.last?.text ?? "";
    }
  }

  /** Compares each version with the text as it is now, the latest first. */
  private async compareAll(): Promise<void> {
    const now = this.session.text.toString();
    this.compared = new Map();
    for (const version of this.versions) {
      if (!this.dialog.open) return;
      const key = version.key!;
      let comparison: VersionDiff | null = null;
      try {
        const text = this.texts.get(key) ?? (await unpackText(version.packed));
        this.texts.set(key, text);
        comparison = compare(text, now);
      } catch {
        // It is shown as damaged.
      }
      this.compared = new Map(this.compared).set(key, comparison);
      await new Promise((next) => setTimeout(next));
    }
  }

  private get version(): Version | undefined {
    return this.versions.find(({ key }) => key === this.chosen);
  }

  override render() {
    const w = words().documents.history;
    const { version } = this;
    return html`<dialog aria-labelledby="title" @keydown=${(event: KeyboardEvent) => this.keys(event)} @close=${() => this.texts.clear()}>
      <div class="head">
        <h2 id="title">${w.title(shownName())}</h2>
        <button class="button" type="button" aria-label=${w.name} @click=${() => void this.keep()}>
          ${icon(History, 15)}<span class="optional">${w.name}</span>
        </button>
        <button class="quiet" type="button" aria-label=${words().documents.close} @click=${() => this.dialog.close()}>${icon(X)}</button>
      </div>
      ${
        this.versions.length === 0
          ? html`<div class="none gap">${w.empty}</div>`
          : html`<div class="body">
            <div
              role="listbox"
              tabindex="0"
              aria-label=${w.list}
              aria-activedescendant=${this.chosen ? `v-${this.chosen}` : nothing}
            >
              ${this.versions.map((one) => this.row(one))}
            </div>
            <div class="preview">${version ? this.preview(version) : nothing}</div>
          </div>`
      }
      <div class="foot">
        ${
          version
            ? html`<button
                class="button primary"
                type="button"
                ?disabled=${!this.compared.get(this.chosen) || this.session.locked}
                @click=${() => void this.restore(version)}
              >
                ${w.restore}
              </button>
              <button class="button" type="button" aria-label=${w.copy} @click=${() => void this.copy(version)}>
                ${icon(Copy, 15)}<span class="optional">${w.copy}</span>
              </button>
              <button class="button" type="button" aria-label=${w.rename} @click=${() => void this.rename(version)}>
                ${icon(Pencil, 15)}<span class="optional">${w.rename}</span>
              </button>
              <button class="button" type="button" aria-label=${w.forget} @click=${() => void this.forget(version)}>
                ${icon(Trash2, 15)}<span class="optional">${w.forget}</span>
              </button>`
            : nothing
        }
        <span class="gap"></span>
        <span role="status">${this.said}</span>
      </div>
    </dialog>`;
  }

  private row(version: Version) {
    const w = words().documents.history;
    const key = version.key!;
    const comparison = this.compared.get(key);
    const list = words().documents.list;
    return html`<div role="option" id="v-${key}" aria-selected=${key === this.chosen} @click=${() => (this.chosen = key)}>
      <span class="label">${version.label || w.why[version.why]}</span>
      <span class="meta"><span>${moment(version.at)}</span>${version.label ? html`<span>${w.why[version.why]}</span>` : nothing}</span>
      <span class="meta">
        <span>${list.characters(version.length)}</span>
        ${version.marks === null ? nothing : html`<span>${list.marks(version.marks)}</span>`}
        ${comparison === null ? html`<span class="minus">${list.damaged}</span>` : nothing}
        ${
          comparison
            ? comparison.added + comparison.removed === 0
              ? html`<span>${w.same}</span>`
              : html`<span>${w.since} <span class="plus">${w.added(comparison.added)}</span> <span class="minus">${w.removed(comparison.removed)}</span></span>`
            : nothing
        }
      </span>
    </div>`;
  }

  private preview(version: Version) {
    const w = words().documents.history;
    const comparison = this.compared.get(version.key!);
    if (comparison === undefined) return html`<div class="sum"></div>`;
    if (comparison === null) return html`<div class="sum">${w.damaged}</div>`;
    return html`<div class="sum">${w.changes(comparison.added, comparison.removed)}</div>
      <div class="text" tabindex="0" role="region" aria-label=${w.preview}>${comparison.parts.map((part) =>
        part.kind === "same"
          ? part.text
          : part.kind === "skip"
            ? html`<span class="skip">${w.skipped(part.lines)}</span>`
            : part.kind === "added"
              ? html`<ins><span class="hidden">[${w.inserted}] </span>${part.text}</ins>`
              : html`<del><span class="hidden">[${w.deleted}] </span>${part.text}</del>`,
      )}</div>`;
  }

  private keys(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.composedPath()[0] !== this.list) return;
    const now = this.versions.findIndex(({ key }) => key === this.chosen);
    const to = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: this.versions.length - 1 }[event.key];
    if (to !== undefined) {
      this.chosen = this.versions[Math.min(Math.max(0, to), this.versions.length - 1)]?.key ?? 0;
      void this.updateComplete.then(() =>
        this.renderRoot.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" }),
      );
    } else if (event.key === "Enter" && this.version) void this.restore(this.version);
    else return;
    event.preventDefault();
  }

  private async keep(): Promise<void> {
    await nameVersion();
    await of(versions).settled();
    await this.read();
    this.chosen = this.versions[0]?.key ?? 0;
    await this.compareAll();
  }

  /** restore makes the text that of a version, as one step of undo; what it was is
   * kept as a version before. */
  private async restore(version: Version): Promise<void> {
    const text = this.texts.get(version.key!);
    if (text === undefined || this.session.locked) return;
    this.dialog.close();
    await of(versions).add("restore");
    this.session.replace(text);
    this.desk.view.focus();
    this.notices.say(words().documents.history.restored(moment(version.at)));
  }

  private async copy(version: Version): Promise<void> {
    const text = this.texts.get(version.key!);
    if (text === undefined) return;
    this.dialog.close();
    const id = newId();
    const name = words().documents.history.copyName(shownName(), version.label || moment(version.at));
    try {
      await this.keeper.store.keep(
        {
          id,
          name,
          reading: this.session.document.reading,
          text,
          anchor: 0,
          head: 0,
          line: 1,
          dirty: true,
          updated: Date.now(),
          edition: 1,
        },
        { marks: version.marks, edited: true, source: { id, original: this.session.document.original, handle: null } },
      );
      await openDocument(id, name);
    } catch (error) {
      sayFailure(error, name);
    }
  }

  private async rename(version: Version): Promise<void> {
    const w = words().documents.history;
    const name = await askText({ title: w.name, label: w.nameLabel, value: version.label, done: w.keep });
    if (name) await this.carryOut(() => this.keeper.store.nameVersion(version.key!, name));
    this.list?.focus();
  }

  private async forget(version: Version): Promise<void> {
    const now = this.versions.findIndex(({ key }) => key === version.key);
    await this.carryOut(() => this.keeper.store.forgetVersions([version.key!]));
    this.chosen = (this.versions[now] ?? this.versions[now - 1])?.key ?? 0;
    this.list?.focus();
  }

  private async carryOut(run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      sayFailure(error, this.session.name);
      this.said = this.notices.last?.text ?? "";
    }
    await this.read();
  }
}

/** showHistory opens the versions of the open document. */
export const showHistory = (): Promise<void> => over<HistoryDialog>("pm-history").open();
