import { openDB, type IDBPDatabase } from "idb";
import { long } from "../analysis/long-text.ts";
import { service } from "../services/service.ts";
import {
  count,
  entryOf,
  schemaVersion,
  schemaOf,
  isEntry,
  number,
  opening,
  readable,
  sound,
  soundSource,
  soundVersion,
  type Entry,
  type Kept,
  type Schema,
  type Source,
  type Version,
} from "./records.ts";

export type { Kept, Source } from "./records.ts";

/** StoreError is a refusal of the store that is no failure of the browser: "newer"
 * when a later version of the editor wrote what is there, "overtaken" when another
 * tab has kept the document since, "unreadable" when a record is broken, "busy" when
 * the database does not open. */
export class StoreError extends Error {
  constructor(readonly code: "newer" | "overtaken" | "unreadable" | "busy") {
    super(code);
    this.name = "StoreError";
  }
}

/** Milliseconds that the database may take to open. */
const patience = 20_000;

/** What is known beside the record when a document is kept. */
export interface Beside {
  marks: number | null;
  edited: boolean;
  source?: Source | undefined;
}

/** Store keeps documents in the browser, IndexedDB below. Every call can fail, for
 * browsers forbid or fill it: who calls says so to the person. */
export class Store {
  private database: Promise<IDBPDatabase<Schema>> | null = null;

  open(): Promise<IDBPDatabase<Schema>> {
    this.database ??= this.connect().catch((error: unknown) => {
      this.database = null;
      throw (error as DOMException | null)?.name === "VersionError" ? new StoreError("newer") : error;
    });
    return this.database;
  }

  private async connect(): Promise<IDBPDatabase<Schema>> {
    const opening = openDB<Schema>("policymark", 2, {
      async upgrade(db, old, _new, tx) {
        if (old < 1) {
          db.createObjectStore("documents", { keyPath: "id" }).createIndex("updated", "updated");
          db.createObjectStore("sources", { keyPath: "id" });
        }
        db.createObjectStore("entries", { keyPath: "id" }).createIndex("order", "order");
        db.createObjectStore("versions", { keyPath: "key", autoIncrement: true }).createIndex("id", "id");
        if (old < 1) return;
        // The first schema version had no entries.
        const records = (await tx.objectStore("documents").getAll()).sort(
          (a, b) => number(a.updated) - number(b.updated),
        );
        for (const [order, record] of records.entries()) {
          const source = soundSource(await tx.objectStore("sources").get(record.id));
          await tx.objectStore("entries").put(entryOf(record, source, order + 1));
        }
      },
      terminated: () => (this.database = null),
      // A later version of the editor wants to change the tables: this one lets go.
      blocking: (_now, _then, event) => {
        (event.target as IDBDatabase).close();
        this.database = null;
      },
    });
    let timer = 0;
    const late = new Promise<never>((_, fail) => {
      timer = window.setTimeout(() => fail(new StoreError("busy")), patience);
    });
    try {
      return await Promise.race([opening, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** keep keeps a document, all of it or nothing. What another tab has kept since is
   * not overwritten. What is kept outlives the page and the browser, and the machine
   * after settle alone: to wait for the disk each time would keep the next change
   * waiting. */
  async keep(document: Kept, { marks, edited, source }: Beside): Promise<void> {
    const db = await this.open();
    const tx = db.transaction(["documents", "sources", "entries"], "readwrite", { durability: "relaxed" });
    const entries = tx.objectStore("entries");
    const [before, last] = await Promise.all([
      entries.get(document.id),
      entries.index("order").openKeyCursor(null, "prev"),
    ]);
    const refusal =
      before && schemaOf(before) > schemaVersion
        ? "newer"
        : before && count(before.edition) >= (document.edition ?? 0)
          ? "overtaken"
          : null;
    if (refusal) {
      tx.abort();
      await tx.done.catch(() => {});
      throw new StoreError(refusal);
    }
    const entry: Entry = {
      id: document.id,
      name: document.name,
      opening: opening(document.text),
      length: document.text.length,
      marks: marks ?? before?.marks ?? null,
      dirty: document.dirty,
      file: source ? source.original.length > 0 || source.handle !== null : (before?.file ?? false),
      edited: edited || (before?.edited ?? false),
      updated: document.updated,
      order: last?.primaryKey === document.id ? Number(last.key) : Number(last?.key ?? 0) + 1,
      edition: document.edition ?? 0,
      form: schemaVersion,
      binned: 0,
    };
    const writes: Promise<unknown>[] = [];
    if (source) writes.push(tx.objectStore("sources").put(source));
    // To copy a large file and its text at once would hold up the page twice as long.
    if (source && source.original.length > long) {
      // Who keeps hears of a failure by what was written.
      tx.done.catch(() => {});
      await writes[0];
    }
    writes.push(tx.objectStore("documents").put({ ...document, form: schemaVersion }), entries.put(entry));
    // The page may be gone before the browser ends the transaction by itself.
    tx.commit();
    await Promise.all([...writes, tx.done]);
  }

  /** settle ends when all that was kept has reached the disk. */
  async settle(): Promise<void> {
    const tx = (await this.open()).transaction("entries", "readwrite", { durability: "strict" });
    const cursor = await tx.store.openCursor();
    // Where nothing is written nothing is waited for.
    if (cursor) await cursor.update(cursor.value);
    await tx.done;
  }

  /** find returns a document, undefined when there is none. Refuses a record that it
   * cannot read. */
  async find(id: string): Promise<{ kept: Kept; source: Source | undefined; entry: Entry | undefined } | undefined> {
    const db = await this.open();
    const [kept, source, entry] = await Promise.all([
      db.get("documents", id),
      db.get("sources", id),
      db.get("entries", id),
    ]);
    if (!kept) return undefined;
    if (!readable(kept)) throw new StoreError(schemaOf(kept) > schemaVersion ? "newer" : "unreadable");
    return { kept: sound(kept), source: soundSource(source), entry: entry && isEntry(entry) ? entry : undefined };
  }

  /** raw returns a record as it stands, for what cannot be read. */
  async raw(id: string): Promise<unknown> {
    return await (await this.open()).get("documents", id);
  }

  /** list lists all documents, the last used first, those in the bin too. An entry
   * without a document is none. */
  async list(): Promise<Entry[]> {
    const db = await this.open();
    const [entries, keys] = await Promise.all([db.getAllFromIndex("entries", "order"), db.getAllKeys("documents")]);
    const there = new Set(keys);
    const whole = entries.filter((entry) => isEntry(entry) && there.has(entry.id));
    const known = new Set(whole.map(({ id }) => id));
    const lost = keys.filter((id) => !known.has(id));
    for (const id of lost) whole.push(await this.mend(id));
    return whole.reverse();
  }

  /** A document without an entry, or with one that is damaged, is given one. */
  private async mend(id: string): Promise<Entry> {
    const db = await this.open();
    const [record, source, before] = await Promise.all([
      db.get("documents", id),
      db.get("sources", id),
      db.get("entries", id),
    ]);
    const entry = entryOf({ ...record, id }, soundSource(source), 0);
    // What says more than the record stays, and nothing of it is tidied away.
    entry.edited = true;
    entry.form = Math.max(entry.form, schemaOf(before ?? {}));
    if (Number.isFinite(before?.binned)) entry.binned = before!.binned;
    // What a full storage does not take is made again the next time.
    if (entry.form <= schemaVersion) await db.put("entries", entry).catch(() => {});
    return entry;
  }

  /** recent lists what can be opened, the last used first. */
  async recent(): Promise<Entry[]> {
    return (await this.list()).filter((entry) => entry.binned === 0 && entry.form <= schemaVersion);
  }

  /** change changes what the list says of a document. */
  async change(id: string, change: Partial<Pick<Entry, "binned" | "name" | "marks">>): Promise<void> {
    const db = await this.open();
    const tx = db.transaction(["documents", "entries"], "readwrite");
    const [record, entry] = await Promise.all([tx.objectStore("documents").get(id), tx.objectStore("entries").get(id)]);
    if (entry) {
      const named = change.name !== undefined && readable(record);
      const edition = named ? count(entry.edition) + 1 : entry.edition;
      await tx.objectStore("entries").put({ ...entry, ...change, edition });
      if (named) await tx.objectStore("documents").put({ ...record, name: change.name!, edition, form: schemaVersion });
    }
    await tx.done;
  }

  /** used makes a document the last used one. */
  async used(id: string): Promise<void> {
    const db = await this.open();
    const tx = db.transaction("entries", "readwrite", { durability: "relaxed" });
    const [entry, last] = await Promise.all([tx.store.get(id), tx.store.index("order").openKeyCursor(null, "prev")]);
    if (entry && last && last.primaryKey !== id) await tx.store.put({ ...entry, order: Number(last.key) + 1 });
    await tx.done;
  }

  /** erase forgets a document with its history for good. */
  async erase(id: string): Promise<void> {
    const db = await this.open();
    const tx = db.transaction(["documents", "sources", "entries", "versions"], "readwrite");
    const versions = await tx.objectStore("versions").index("id").getAllKeys(id);
    await Promise.all([
      tx.objectStore("documents").delete(id),
      tx.objectStore("sources").delete(id),
      tx.objectStore("entries").delete(id),
      ...versions.map((key) => tx.objectStore("versions").delete(key)),
      tx.done,
    ]);
  }

  /** addVersion keeps a version and returns its key. */
  async addVersion(version: Version): Promise<number> {
    return await (await this.open()).add("versions", version);
  }

  /** versions lists the versions of a document, the latest first. */
  async versions(id: string): Promise<Version[]> {
    return (await (await this.open()).getAllFromIndex("versions", "id", id)).map(soundVersion).reverse();
  }

  async nameVersion(key: number, label: string): Promise<void> {
    const db = await this.open();
    const tx = db.transaction("versions", "readwrite");
    const version = await tx.store.get(key);
    if (version) await tx.store.put({ ...version, label, why: label ? "named" : version.why });
    await tx.done;
  }

  async forgetVersions(keys: readonly number[]): Promise<void> {
    const tx = (await this.open()).transaction("versions", "readwrite");
    await Promise.all([...keys.map((key) => tx.store.delete(key)), tx.done]);
  }
}

/** Where documents are kept. */
export const store = service<Store>("store");
