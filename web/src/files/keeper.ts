import type { Workbench } from "../app/workbench.ts";
import { Text } from "@codemirror/state";
import { lang } from "../words/words.ts";
import { blank, type PolicyDocument } from "./document.ts";
import { claim, release, rescue, Store, takeRescued, type Kept, type Source } from "./store.ts";

/** Milliseconds from the last key to keeping. */
const soon = 250;
/** Texts longer than this, in UTF-16 units, are kept less often. */
const long = 3_000_000;
const later = 2000;

const tab = "policymark.document";

/** The document of this tab, which a reload opens again. */
function ofTab(): string | null {
  try {
    return sessionStorage.getItem(tab);
  } catch {
    return null;
  }
}

/** Keeper keeps the document in the browser while it is worked on, and finds it
 * again after a reload or a crash. */
export class Keeper {
  readonly store = new Store();
  /** "kept" when the browser has the text as it is, "failed" when it cannot. */
  state: "kept" | "pending" | "failed" = "kept";
  private timer = 0;
  private sourceKept: PolicyDocument | null = null;
  private sourceBytes: Uint8Array | null = null;

  constructor(private readonly bench: Workbench) {
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") void this.flush();
    });
    addEventListener("pagehide", () => {
      if (this.timer === 0) return;
      rescue(this.snapshot());
      void this.flush();
    });
  }

  /** touch tells that there is something new to keep. */
  touch(): void {
    if (this.state === "kept") this.state = "pending";
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.flush(), this.bench.view.state.doc.length > long ? later : soon);
  }

  /** flush keeps the document now. */
  async flush(): Promise<void> {
    if (this.timer === 0) return;
    clearTimeout(this.timer);
    this.timer = 0;
    await this.keep();
  }

  private snapshot(): Kept {
    const { bench } = this;
    const { view, document } = bench;
    bench.weigh();
    const { doc, selection } = view.state;
    return {
      id: document.id,
      name: document.name,
      reading: document.reading,
      text: doc.toString(),
      anchor: selection.main.anchor,
      head: selection.main.head,
      line: doc.lineAt(view.lineBlockAtHeight(view.scrollDOM.scrollTop).from).number,
      dirty: bench.dirty,
      updated: Date.now(),
    };
  }

  /** keep keeps the document as it is. */
  keep(): Promise<void> {
    const { bench } = this;
    const { document } = bench;
    const kept = this.snapshot();
    const fresh = this.sourceKept !== document || this.sourceBytes !== document.original;
    const source: Source | undefined = fresh
      ? { id: document.id, original: document.original, handle: document.handle }
      : undefined;
    try {
      sessionStorage.setItem(tab, document.id);
    } catch {
      // The latest document is found by its time instead.
    }
    return this.store.keep(kept, source).then(
      () => {
        this.sourceKept = document;
        this.sourceBytes = document.original;
        this.say(this.timer ? "pending" : "kept");
      },
      (error: unknown) => {
        this.say("failed");
        bench.storageFailed(error instanceof Error ? error.message || error.name : String(error));
      },
    );
  }

  private say(state: Keeper["state"]): void {
    if (this.state === state) return;
    this.state = state;
    this.bench.tell("document");
  }

  /** leave keeps the open document, as it is now, before another takes its place. */
  leave(): void {
    void this.flush();
  }

  /** recover opens what this tab had open, else the latest that no other tab has;
   * false when there is none. */
  async recover(): Promise<boolean> {
    try {
      const mine = ofTab();
      for (const last of takeRescued()) {
        if (((await this.store.find(last.id))?.kept.updated ?? 0) < last.updated) await this.store.keep(last);
      }
      const recent = await this.store.recent();
      const order = recent.filter(({ id }) => id === mine).concat(recent.filter(({ id }) => id !== mine));
      for (const { id } of order) {
        if (!(await claim(id, id === mine ? 1500 : 0))) continue;
        // Who is typing already keeps what is there.
        if (this.bench.view.state.doc.length > 0) {
          release(id);
          return true;
        }
        if (await this.reopen(id, false)) return true;
      }
    } catch (error) {
      this.state = "failed";
      this.bench.storageFailed(error instanceof Error ? error.message || error.name : String(error));
    }
    return false;
  }

  /** reopen opens a kept document; false when it is gone. */
  async reopen(id: string, claiming = true): Promise<boolean> {
    const found = await this.store.find(id);
    if (!found || (claiming && !(await claim(id)))) return false;
    const { kept, source } = found;
    const text = Text.of(kept.text.split("\n"));
    const document: PolicyDocument = {
      ...blank(kept.name),
      id,
      reading: kept.reading,
      original: source?.original ?? new Uint8Array(),
      handle: source?.handle ?? null,
      saved: kept.dirty ? null : text,
    };
    this.sourceKept = document;
    this.sourceBytes = document.original;
    this.bench.show(document, text, kept);
    if (kept.dirty) void this.findSaved(document);
    return true;
  }

  /** findSaved reads what the file held, so that undoing by hand to the same text
   * counts as saved. */
  private async findSaved(document: PolicyDocument): Promise<void> {
    if (document.original.length === 0) return;
    try {
      const { text } = await this.bench.engine.decode({
        data: document.original,
        reading: document.reading,
        lang: lang(),
      });
      document.saved ??= Text.of(text.split("\n"));
      if (this.bench.document === document) this.bench.weigh();
    } catch {
      // Without the engine the document counts as changed, which is the safe side.
    }
  }
}
