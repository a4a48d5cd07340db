import { html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import {
  Copy,
  Download,
  FilePlus2,
  FolderInput,
  FolderOutput,
  FolderOpen,
  Pencil,
  Search,
  Trash2,
  Undo2,
  X,
  type IconNode,
} from "lucide";
import { openPicked } from "../files/choosing.ts";
import { claimed } from "../files/claims.ts";
import { keeper } from "../files/keeper.ts";
import { openNew } from "../files/opening.ts";
import { download } from "../files/pick.ts";
import { schemaVersion, type Entry } from "../files/records.ts";
import {
  binDays,
  duplicate,
  erase,
  fromBin,
  openDocument,
  nameOf,
  rename,
  sayFailure,
  search,
  toBin,
  type Hit,
} from "../files/workspace.ts";
import { notices } from "../services/notices.ts";
import { of } from "../services/service.ts";
import { session } from "../services/session.ts";
import { controls } from "../styles/controls.ts";
import { dialogs } from "../styles/dialogs.ts";
import { documentsLook, wideDialog } from "../styles/workspace.ts";
// Not by the port, which loads it: what is typed right after a key that asks is meant
// for the question.
import { ask, askText } from "../ui/ask.ts";
import { icon } from "../ui/icon.ts";
import { over } from "../ui/over.ts";
import { when } from "../words/when.ts";
import { lang, words, WordsController } from "../words/words.ts";
import { storageLine, type StorageState } from "./storage-line.ts";
import { exportWorkspace } from "./workspace.ts";

/** Rows beyond these are found by searching. */
const most = 200;

type Sort = "used" | "name" | "size";
type Shown = "documents" | "bin";

/** All documents of this browser: to open, rename, copy, delete and bring back. */
@customElement("pm-documents")
class Documents extends LitElement {
  private readonly keeper = of(keeper);
  private readonly notices = of(notices);
  private readonly session = of(session);
  @state() private entries: Entry[] = [];
  @state() private hits: Hit[] | null = null;
  @state() private searching = false;
  @state() private asked = "";
  @state() private sort: Sort = "used";
  @state() private shown: Shown = "documents";
  @state() private chosen = "";
  @state() private elsewhere: ReadonlySet<string> = new Set();
  @state() private said = "";
  @state() private undo: (() => void) | null = null;
  @state() private storage: StorageState | null = null;
  @query("dialog") private dialog!: HTMLDialogElement;
  @query("input") private field!: HTMLInputElement;
  private running: AbortController | null = null;

  constructor() {
    super();
    new WordsController(this);
  }

  static override styles = [controls, dialogs, wideDialog, documentsLook];

  async open(): Promise<void> {
    this.asked = this.said = this.chosen = "";
    this.hits = this.undo = null;
    this.shown = "documents";
    await this.updateComplete;
    // The dialog is there at once: what is typed right after the key is meant for it.
    if (!this.dialog.open) this.dialog.showModal();
    this.field.focus();
    await this.keeper.flush();
    await this.read();
    if (this.asked) this.look(this.asked);
    else {
      // What one wants is seldom what one has: the document before is chosen.
      const { id } = this.session.document;
      const others = this.rows.filter(({ entry }) => entry.id !== id);
      const before = others.find(({ entry }) => entry.id === this.session.before) ?? others[0] ?? this.rows[0];
      this.chosen = before?.entry.id ?? "";
      await this.updateComplete;
      this.scrollToChosen();
    }
    this.storage = await storageLine();
  }

  private async read(): Promise<void> {
    const { store } = this.keeper;
    try {
      [this.entries, this.elsewhere] = await Promise.all([store.list(), claimed()]);
    } catch (error) {
      this.entries = [];
      sayFailure(error, "");
      this.said = this.notices.last?.text ?? "";
    }
  }

  private get inView(): Entry[] {
    return this.entries.filter(({ binned, length, id, file, damaged }) =>
      this.shown === "bin"
        ? binned > 0
        : binned <= 0 && (length > 0 || file || damaged || id === this.session.document.id),
    );
  }

  private get rows(): Hit[] {
    if (this.hits) return this.hits;
    const rows = this.inView;
    const collator = new Intl.Collator(lang() === "zh" ? "zh-CN" : "en", { numeric: true });
    if (this.sort === "name") rows.sort((a, b) => collator.compare(nameOf(a), nameOf(b)));
    if (this.sort === "size") rows.sort((a, b) => b.length - a.length);
    return rows.map((entry) => ({ entry, before: "", match: "", after: "" }));
  }

  private get entry(): Entry | undefined {
    return this.rows.find(({ entry }) => entry.id === this.chosen)?.entry;
  }

  override render() {
    const w = words().documents.list;
    const rows = this.rows;
    const shown = rows.slice(0, most);
    const binned = this.entries.filter((entry) => entry.binned > 0).length;
    return html`<dialog
      aria-labelledby="title"
      @keydown=${(event: KeyboardEvent) => this.keys(event)}
      @close=${() => this.running?.abort()}
    >
      <div class="head">
        <h2 id="title">${w.title}</h2>
        ${this.tool(FilePlus2, w.newOne, () => this.leave(() => openNew()))}
        ${this.tool(FolderInput, w.import, () => this.leave(() => void openPicked()))}
        ${this.tool(FolderOutput, w.export, () => this.leave(() => void exportWorkspace()))}
        <button class="quiet" type="button" aria-label=${words().documents.close} @click=${() => this.dialog.close()}>${icon(X)}</button>
      </div>
      <div class="search">
        <label>
          ${icon(Search)}
          <input
            type="text"
            role="combobox"
            aria-expanded="true"
            aria-controls="list"
            aria-activedescendant=${this.chosen ? `d-${this.chosen}` : nothing}
            aria-autocomplete="list"
            aria-label=${w.search}
            placeholder=${w.search}
            autocomplete="off"
            spellcheck="false"
            .value=${this.asked}
            @input=${(event: InputEvent) => this.look((event.target as HTMLInputElement).value)}
          />
        </label>
        <select aria-label=${w.sort} @change=${(event: Event) => (this.sort = (event.target as HTMLSelectElement).value as Sort)}>
          ${(["used", "name", "size"] as const).map((sort) => html`<option value=${sort} ?selected=${this.sort === sort}>${w.sorts[sort]}</option>`)}
        </select>
        <select aria-label=${w.view} @change=${(event: Event) => this.turnTo((event.target as HTMLSelectElement).value as Shown)}>
          <option value="documents" ?selected=${this.shown === "documents"}>${w.views.documents}</option>
          <option value="bin" ?selected=${this.shown === "bin"}>${w.bin(binned)}</option>
        </select>
      </div>
      ${
        rows.length === 0
          ? html`<div class="none gap">${this.searching ? w.searching : this.hits ? w.none : w.empty}</div>
            <div id="list" role="listbox" aria-label=${w.label} hidden></div>`
          : html`<div id="list" role="listbox" aria-label=${w.label} tabindex="-1">${shown.map((hit) => this.row(hit))}</div>`
      }
      ${rows.length > most ? html`<div class="more">${w.more(rows.length - most)}</div>` : nothing}
      <div class="foot">
        ${this.entry ? this.actions(this.entry) : nothing}
        <span class="gap"></span>
        <span class="said" role="status">${this.said || (this.hits ? (this.searching ? w.searching : w.found(rows.length)) : "")}</span>
        ${this.undo ? html`<button class="button" type="button" @click=${() => this.undo?.()}>${w.undo}</button>` : nothing}
      </div>
      <div class="foot">
        ${this.shown === "bin" ? html`<span>${w.binHelp(binDays)}</span>` : html`<span class="keys">${w.keys}</span>`}
        <span class="gap"></span>
        ${this.storage ? this.room(this.storage) : nothing}
      </div>
    </dialog>`;
  }

  private tool(face: IconNode, label: string, run: () => void) {
    return html`<button class="button" type="button" aria-label=${label} title=${label} @click=${run}>${icon(face, 15)}<span class="optional">${label}</span></button>`;
  }

  private room({ used, persistent }: StorageState) {
    const w = words().documents.list;
    return html`<span class="storage">
      <span>${w.used(words().bytes(used))}${persistent === null ? "" : ` · ${persistent ? w.persistent : w.evictable}`}</span>
      ${
        persistent === false
          ? html`<button class="button" type="button" @click=${async () => {
              const kept = await navigator.storage.persist().catch(() => false);
              this.storage = { used, persistent: kept };
              if (!kept) this.tell(w.persistRefused);
            }}>${w.persist}</button>`
          : nothing
      }
    </span>`;
  }

  private row({ entry, before, match, after }: Hit) {
    const w = words().documents.list;
    const { id, marks, length, dirty, file, form: its, updated, binned, damaged } = entry;
    const here = id === this.session.document.id;
    const state = dirty ? (file ? w.changed : w.unsaved) : file ? w.saved : w.unsaved;
    return html`<div
      role="option"
      id="d-${id}"
      aria-selected=${id === this.chosen}
      @click=${() => (this.chosen = id)}
      @dblclick=${() => this.go(entry)}
    >
      <span class="name">${nameOf(entry)}</span>
      <span class="when">${binned ? w.binned(when(binned)) : when(updated)}</span>
      ${match ? html`<span class="words">${before}<mark>${match}</mark>${after}</span>` : nothing}
      <span class="meta">
        <span>${w.characters(length)}</span>
        ${marks === null ? nothing : html`<span>${w.marks(marks)}</span>`}
        <span class=${state === w.saved ? "" : "only"}>${state}</span>
        ${here ? html`<span class="here">${w.current}</span>` : this.elsewhere.has(id) ? html`<span class="here">${w.elsewhere}</span>` : nothing}
        ${damaged ? html`<span class="bad">${w.damaged}</span>` : nothing}
        ${its > schemaVersion ? html`<span class="bad">${w.newer}</span>` : nothing}
      </span>
    </div>`;
  }

  private actions(entry: Entry) {
    const w = words().documents.list;
    const action = (face: IconNode, label: string, run: () => void, primary = false) =>
      html`<button class="button ${primary ? "primary" : ""}" type="button" aria-label=${label} title=${label} @click=${run}>
        ${icon(face, 15)}<span class=${primary ? "" : "optional"}>${label}</span>
      </button>`;
    return html`<div class="actions" role="group" aria-label=${w.actions}>
      ${
        this.shown === "bin"
          ? html`${action(Undo2, w.restore, () => void this.putBack(entry), true)}${action(Trash2, w.erase, () => void this.erase(entry))}`
          : html`${action(FolderOpen, w.openIt, () => void this.go(entry), true)}${action(Pencil, w.rename, () => void this.rename(entry))}
          ${action(Copy, w.duplicate, () => void this.duplicate(entry))}${action(Download, w.download, () => void this.download(entry))}
          ${action(Trash2, w.remove, () => void this.toBin(entry))}`
      }
    </div>`;
  }

  private keys(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.isComposing || event.keyCode === 229) return;
    const list = event.composedPath()[0] === this.field || (event.composedPath()[0] as HTMLElement).role === "listbox";
    if (!list) return;
    const rows = this.rows.slice(0, most);
    const now = rows.findIndex(({ entry }) => entry.id === this.chosen);
    const move = (to: number) => {
      this.chosen = rows[Math.min(Math.max(0, to), rows.length - 1)]?.entry.id ?? "";
      void this.updateComplete.then(() => this.scrollToChosen());
    };
    const { entry } = this;
    // Alt+P once more goes down the list, as in switchers of windows.
    if (event.key === "ArrowDown" || (event.altKey && event.code === "KeyP")) move(now + 1);
    else if (event.key === "ArrowUp") move(now - 1);
    else if (event.key === "PageDown") move(now + 8);
    else if (event.key === "PageUp") move(now - 8);
    else if (event.key === "Enter" && entry) void (this.shown === "bin" ? this.putBack(entry) : this.go(entry));
    else if (event.key === "F2" && entry && this.shown === "documents") void this.rename(entry);
    else if (event.key === "Delete" && entry && this.asked === "" && this.shown === "documents") void this.toBin(entry);
    else return;
    event.preventDefault();
  }

  private scrollToChosen(): void {
    this.renderRoot.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }

  private turnTo(shown: Shown): void {
    this.shown = shown;
    this.said = "";
    this.look(this.asked);
    this.choose();
  }

  /** choose chooses a document, the first of the list when it is not in it. */
  private choose(id = ""): void {
    const rows = this.rows;
    this.chosen = (rows.find(({ entry }) => entry.id === id) ?? rows[0])?.entry.id ?? "";
  }

  private look(asked: string): void {
    this.asked = asked;
    this.running?.abort();
    this.said = "";
    this.undo = null;
    if (asked.trim() === "") {
      this.hits = null;
      this.searching = false;
      this.choose();
      return;
    }
    const running = (this.running = new AbortController());
    const hits: Hit[] = [];
    this.hits = hits;
    this.searching = true;
    void search(
      this.inView,
      asked.trim(),
      (hit) => {
        if (running.signal.aborted) return;
        hits.push(hit);
        this.hits = [...hits];
        if (hits.length === 1) this.chosen = hit.entry.id;
      },
      running.signal,
    ).finally(() => {
      if (running.signal.aborted) return;
      this.searching = false;
      if (hits.length === 0) this.chosen = "";
    });
  }

  /** Closes first, so that the focus can go where what follows puts it. */
  private leave(run: () => void): void {
    this.dialog.close();
    run();
  }

  private tell(said: string, undo: (() => void) | null = null): void {
    this.said = said;
    this.undo = undo;
  }

  private async go(entry: Entry): Promise<void> {
    this.dialog.close();
    await openDocument(entry.id, nameOf(entry));
  }

  private async rename(entry: Entry): Promise<void> {
    const w = words().documents.list;
    const name = await askText({
      title: w.renameTitle(nameOf(entry)),
      label: w.renameLabel,
      value: nameOf(entry),
      done: w.rename,
    });
    if (name !== null && name !== "") await this.carryOut(() => rename(entry, name), entry);
    this.field.focus();
  }

  private async duplicate(entry: Entry): Promise<void> {
    await this.carryOut(async () => {
      const copy = await duplicate(entry.id);
      if (copy) this.chosen = copy;
    }, entry);
    this.field.focus();
  }

  private async download(entry: Entry): Promise<void> {
    await this.carryOut(async () => {
      const record = await this.keeper.store.raw(entry.id);
      const { text } = record as { text?: unknown };
      const name = nameOf(entry).replace(/[\\/:*?"<>|]/g, "_");
      // What cannot be read is handed over as it stands.
      if (typeof text === "string")
        download(/\.\w+$/.test(name) ? name : `${name}.policymark.txt`, new TextEncoder().encode(text));
      else download(`${name}.json`, new TextEncoder().encode(JSON.stringify(record)));
    }, entry);
  }

  private async toBin(entry: Entry): Promise<void> {
    const w = words().documents.list;
    const rows = this.rows;
    const now = rows.findIndex((row) => row.entry.id === entry.id);
    const next = (rows[now + 1] ?? rows[now - 1])?.entry.id ?? "";
    let done = false;
    await this.carryOut(async () => {
      done = await toBin(entry);
    }, entry);
    if (done) {
      this.choose(next);
      this.tell(w.removed(nameOf(entry)), () => void this.putBack(entry));
    } else this.tell(this.notices.last?.text ?? "");
    this.field.focus();
  }

  private async putBack(entry: Entry): Promise<void> {
    await this.carryOut(() => fromBin(entry.id), entry);
    this.choose(entry.id);
    this.tell(words().documents.list.restored(nameOf(entry)));
    this.field.focus();
  }

  private async erase(entry: Entry): Promise<void> {
    const w = words().documents.list;
    const answer = await ask({
      title: w.eraseTitle(nameOf(entry)),
      text: w.eraseText,
      options: [{ id: "erase", label: w.erase }],
    });
    if (answer === "erase") {
      await this.carryOut(() => erase(entry), entry);
      this.choose();
    }
    this.field.focus();
  }

  private async carryOut(run: () => Promise<unknown>, entry: Entry): Promise<void> {
    try {
      await run();
    } catch (error) {
      sayFailure(error, nameOf(entry));
      this.tell(this.notices.last?.text ?? "");
    }
    await this.read();
    if (this.asked) this.look(this.asked);
  }
}

/** showDocuments opens the list of all documents. */
export const showDocuments = (): Promise<void> => over<Documents>("pm-documents").open();
