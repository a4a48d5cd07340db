import { Text } from "@codemirror/state";
import { docOf, textOf } from "../analysis/long-text.ts";
import type { EngineClient } from "../engine/contract.ts";
import { blank, newId, type PolicyDocument } from "../services/document.ts";
import { Events } from "../services/events.ts";
import type { Notices } from "../services/notices.ts";
import { service } from "../services/service.ts";
import type { Keeping, Session } from "../services/session.ts";
import { lang, words } from "../words/words.ts";
import { claim, release } from "./claims.ts";
import type { History } from "./history.ts";
import { HeldDocuments } from "./held.ts";
import { reasonOf } from "./reason.ts";
import { entryOf, type Entry, type Kept, type Source } from "./records.ts";
import { putBack, rescue } from "./rescue.ts";
import { Settling } from "./settling.ts";
import { StoreError, type Store } from "./store.ts";
import { documentOfTab, noteLeft, noteOpen } from "./tab.ts";

/** Milliseconds from a change to keeping it, by the length of the text up to which that
 * is so, in UTF-16 units. */
const soon = [
  { upTo: 200_000, after: 100 },
  { upTo: 3_000_000, after: 250 },
  { upTo: Infinity, after: 900 },
];
/** Milliseconds after which a change that is due is looked at again while the one
 * before is still being kept. */
const shortly = 20;
/** Milliseconds until keeping is tried again after it failed. */
const again = 5000;

/** What a keeper needs of the open document. */
type Open = Pick<
  Session,
  | "document"
  | "dirty"
  | "locked"
  | "text"
  | "place"
  | "marks"
  | "keeping"
  | "keepingIs"
  | "weigh"
  | "show"
  | "become"
  | "addEventListener"
>;

/** What a keeper offers to be done about a document: to open one that is held, and to
 * download the open one, which cannot be kept. */
export interface WaysOut {
  open: (id: string, name: string) => void;
  download: () => void;
}

/** Elsewhere is a document that another tab has open. */
export type Elsewhere = Pick<Entry, "id" | "name" | "opening">;

/** Keeper keeps the document in the browser while it is worked on, and finds it
 * again after a reload or a crash. Event: "kept", after a document was kept, whose id
 * is lastKept. */
export class Keeper extends Events<"kept"> {
  /** What was left while it could not be kept. */
  readonly held: HeldDocuments;
  /** The id of the document that was kept last; "" before any was. */
  lastKept = "";
  private timer = 0;
  /** How many keepings are on their way. */
  private writing = 0;
  private readonly settling: Settling;
  private persisted = false;
  private sourceKept: PolicyDocument | null = null;
  private sourceBytes: Uint8Array | null = null;
  private sourceHandle: FileSystemFileHandle | null = null;
  private saidFailure = false;

  constructor(
    readonly store: Store,
    private readonly session: Open,
    readonly versions: Pick<History, "addTo">,
    private readonly engine: Pick<EngineClient, "decode">,
    private readonly notices: Notices,
    private readonly waysOut: WaysOut,
  ) {
    super();
    this.held = new HeldDocuments(notices, waysOut.open);
    this.settling = new Settling(store);
    session.addEventListener("leaving", () => this.leave());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") void this.flush().then(() => this.settling.now());
    });
    addEventListener("pagehide", () => {
      if (!this.session.locked) noteLeft(this.session.document.id);
      for (const { kept } of this.held.all()) rescue(kept);
      if (this.session.keeping === "kept" || this.session.locked) return;
      rescue(this.snapshot());
      void this.keep();
    });
  }

  /** touch tells that there is something new to keep. */
  touch(): void {
    if (this.session.locked) return;
    if (this.session.keeping === "kept") this.session.keepingIs("pending");
    // The first change of a burst counts: who types without a pause is kept too.
    if (this.timer !== 0) return;
    const { length } = this.session.text;
    this.timer = window.setTimeout(() => this.due(), soon.find(({ upTo }) => length <= upTo)!.after);
  }

  private due(): void {
    // A slow disk is not given more than it takes.
    if (this.writing > 0) this.timer = window.setTimeout(() => this.due(), shortly);
    else void this.keep();
  }

  /** flush keeps the document now. */
  async flush(): Promise<void> {
    if (this.timer === 0) return;
    await this.keep();
  }

  private snapshot(): Kept {
    const { session } = this;
    session.weigh();
    const { document } = session;
    return {
      id: document.id,
      name: document.name,
      reading: document.reading,
      text: textOf(session.text),
      ...session.place,
      dirty: session.dirty,
      updated: Date.now(),
      edition: ++document.edition,
    };
  }

  /** keep keeps the document as it is; false when the browser could not. */
  async keep(): Promise<boolean> {
    const { session } = this;
    if (session.locked) return false;
    clearTimeout(this.timer);
    this.timer = 0;
    const { document } = session;
    const kept = this.snapshot();
    const fresh =
      this.sourceKept !== document || this.sourceBytes !== document.original || this.sourceHandle !== document.handle;
    const source: Source | undefined = fresh
      ? { id: document.id, original: document.original, handle: document.handle }
      : undefined;
    const { marks } = session;
    noteOpen(document.id);
    this.writing++;
    try {
      await this.put(kept, source, marks, document.edited);
      this.sourceKept = document;
      this.sourceBytes = source?.original ?? this.sourceBytes;
      this.sourceHandle = source ? source.handle : this.sourceHandle;
      // A later keeping may be on its way, as that of a document that was saved.
      if (session.document === document) this.say(this.timer || this.writing > 1 ? "pending" : "kept");
      this.settling.soon();
      void this.keepLeft();
      this.lastKept = kept.id;
      this.tell("kept");
      this.askToPersist(kept);
      return true;
    } catch (error) {
      await this.failed(error, document, kept, source);
      return false;
    } finally {
      this.writing--;
      if (session.keeping === "pending" && this.timer === 0 && this.writing === 0) this.say("kept");
    }
  }

  private async put(kept: Kept, source: Source | undefined, marks: number | null, edited: boolean): Promise<void> {
    try {
      await this.store.keep(kept, { marks, edited, source });
    } catch (error) {
      // Where a file's handle cannot be kept, its bytes can.
      if (!source?.handle || (error as DOMException | null)?.name !== "DataCloneError") throw error;
      await this.store.keep(kept, { marks, edited, source: { ...source, handle: null } });
    }
  }

  private async failed(
    error: unknown,
    document: PolicyDocument,
    kept: Kept,
    source: Source | undefined,
  ): Promise<void> {
    if (error instanceof StoreError && error.code === "overtaken") {
      await this.fork(document, kept, source);
      return;
    }
    if (this.session.document === document) {
      this.say("failed");
      this.sayFailure(reasonOf(error));
    } else if (kept.dirty) {
      const holding = { kept, document, source };
      this.held.hold(holding);
      this.held.tell(holding, error);
      this.warn();
    }
    this.tryAgain();
  }

  private tryAgain(): void {
    if (this.timer === 0) this.timer = window.setTimeout(() => this.due(), again);
  }

  /** Keeps what was left, as soon as there is room again. */
  private async keepLeft(): Promise<void> {
    for (const holding of this.held.all()) {
      const { kept, document, source } = holding;
      if (!this.held.take(kept.id)) continue;
      try {
        await this.put(kept, source, null, true);
      } catch (error) {
        if (error instanceof StoreError && error.code === "overtaken")
          await this.fork(document ?? blank(), kept, source);
        else {
          this.held.hold(holding);
          this.tryAgain();
        }
      }
    }
    this.held.relieved();
    this.warn();
  }

  /** The browser asks before a page is left of which something is nowhere else. */
  private readonly asking = (event: BeforeUnloadEvent): void => {
    if (this.session.dirty || this.held.size > 0) event.preventDefault();
  };

  private warn(): void {
    if (this.session.keeping === "failed" || this.held.size > 0) addEventListener("beforeunload", this.asking);
    else removeEventListener("beforeunload", this.asking);
  }

  /** part makes the open document one of its own, for another tab takes it, and what
   * was written last could not be kept. */
  async part(): Promise<void> {
    await this.fork(this.session.document, this.snapshot(), undefined);
  }

  /** fork keeps a text as a document of its own, for another tab has kept the
   * document since: neither is lost. */
  private async fork(document: PolicyDocument, kept: Kept, source: Source | undefined): Promise<void> {
    const { session } = this;
    const name = words().documents.tabs.forkName(kept.name || words().untitled);
    const own: PolicyDocument = { ...document, id: newId(), name, handle: null, edition: 1 };
    if (session.document === document) {
      await claim(own.id);
      session.become(own);
      if (!(await this.keep())) return;
    } else {
      const bytes = source?.original ?? document.original;
      await this.store
        .keep(
          { ...kept, id: own.id, name, edition: 1 },
          { marks: null, edited: true, source: { id: own.id, original: bytes, handle: null } },
        )
        .catch((error: unknown) => this.sayFailure(reasonOf(error)));
    }
    this.notices.say(words().documents.tabs.forked(name), "refusal");
  }

  private say(keeping: Keeping): void {
    const before = this.session.keeping;
    if (before === keeping) return;
    if (before === "failed") this.worksAgain();
    this.session.keepingIs(keeping);
    this.warn();
  }

  /** Says once that the browser keeps nothing. */
  private sayFailure(reason: string): void {
    if (this.saidFailure) return;
    this.saidFailure = true;
    this.notices.say(words().save.storeFailed(reason), "refusal", {
      label: words().toolbar.download,
      run: this.waysOut.download,
    });
  }

  private worksAgain(): void {
    this.saidFailure = false;
    if (this.notices.last?.tone === "refusal") this.notices.hush();
  }

  /** The browser is asked not to clear what is kept as soon as there is something
   * that no file has. */
  private askToPersist(kept: Kept): void {
    if (this.persisted || !kept.dirty) return;
    this.persisted = true;
    void Promise.resolve(navigator.storage?.persist?.()).catch(() => {});
  }

  /** Keeps the open document, as it is now, before another takes its place, and gives
   * it up afterwards. */
  private leave(): void {
    const { id } = this.session.document;
    const done = this.timer !== 0 ? this.keep() : Promise.resolve(true);
    if (this.session.keeping === "pending") this.session.keepingIs("kept");
    void done.finally(() => {
      if (this.session.document.id !== id) release(id);
    });
  }

  /** recover opens what this tab had open, else the latest that no other tab has. It
   * says whether there was one, and which it would rather have opened, if another tab
   * did not have that. */
  async recover(): Promise<{ opened: boolean; elsewhere: Elsewhere | null }> {
    let elsewhere: Elsewhere | null = null;
    try {
      const { id: mine, had } = documentOfTab();
      await putBack(this);
      const recent = await this.store.recent();
      // What could not be put back is in no list.
      const held = this.held
        .all()
        .map(({ kept }) => kept)
        .filter(({ id }) => !recent.some((entry) => entry.id === id));
      const all = [...recent, ...held.map((kept) => entryOf(kept, undefined, 0))];
      const order = all.filter(({ id }) => id === mine).concat(all.filter(({ id }) => id !== mine));
      for (const entry of order) {
        const { id } = entry;
        if (
          !(await claim(id, { patience: id === mine ? 1500 : 0 })) &&
          !(id === mine && had && (await claim(id, { force: true })))
        ) {
          elsewhere ??= entry;
          continue;
        }
        // Who is typing already keeps what is there.
        if (this.session.text.length > 0) {
          release(id);
          return { opened: true, elsewhere: null };
        }
        try {
          if (await this.reopen(id)) return { opened: true, elsewhere };
        } catch (error) {
          if (!(error instanceof StoreError)) throw error;
          this.notices.say(words().documents.broken[error.code](entry.name || words().untitled), "refusal");
        }
        release(id);
      }
    } catch (error) {
      this.say("failed");
      this.sayFailure(reasonOf(error));
    }
    return { opened: false, elsewhere };
  }

  /** reopen opens a kept document that this tab has claimed; false when it is gone. */
  async reopen(id: string, locked = false): Promise<boolean> {
    if (!locked) await putBack(this);
    const held = locked ? undefined : this.held.take(id);
    const found = await this.store.find(id).catch((error: unknown) => {
      if (!held) throw error;
      return undefined;
    });
    if (!found && !held) return false;
    const kept = held?.kept ?? found!.kept;
    const { source, entry } = { source: held?.source, entry: undefined, ...found };
    const text = docOf(kept.text);
    const document: PolicyDocument = held?.document ?? {
      ...blank(kept.name),
      id,
      reading: kept.reading,
      original: source?.original ?? new Uint8Array(),
      handle: source?.handle ?? null,
      saved: kept.dirty ? null : text,
      edition: Math.max(entry?.edition ?? 0, kept.edition ?? 0),
    };
    this.session.show(document, text, kept, locked);
    this.sourceKept = held ? null : document;
    this.sourceBytes = document.original;
    this.sourceHandle = document.handle;
    this.session.keepingIs("kept");
    // What is nowhere but here is kept as soon as it can be.
    if (held) this.touch();
    this.warn();
    if (!locked) {
      noteOpen(id);
      // A list in a slightly wrong order is no reason to bother anybody.
      this.store.used(id).catch(() => {});
      if (kept.dirty) void this.findSaved(document);
    }
    return true;
  }

  /** findSaved reads what the file held, so that undoing by hand to the same text
   * counts as saved. */
  private async findSaved(document: PolicyDocument): Promise<void> {
    if (document.original.length === 0) return;
    try {
      const { text } = await this.engine.decode({
        data: document.original,
        reading: document.reading,
        lang: lang(),
      });
      document.saved ??= Text.of(text.split("\n"));
      if (this.session.document === document) this.session.weigh();
    } catch {
      // Without the engine the document counts as changed, which is the safe side.
    }
  }
}

export const keeper = service<Keeper>("keeper");
