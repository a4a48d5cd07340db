import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { Reading } from "../engine/protocol.gen.ts";

/** Kept is a document as the browser keeps it. */
export interface Kept {
  id: string;
  name: string;
  reading: Reading;
  text: string;
  /** The selection, in UTF-16 units of the text. */
  anchor: number;
  head: number;
  /** The first line on the screen, from 1. */
  line: number;
  /** Whether the text differs from the file. */
  dirty: boolean;
  /** When it was kept, in milliseconds since 1970. */
  updated: number;
}

/** Source is the file that a document came from, kept apart because it is written
 * once and the text often. */
export interface Source {
  id: string;
  original: Uint8Array;
  handle: FileSystemFileHandle | null;
}

interface Schema extends DBSchema {
  documents: { key: string; value: Kept; indexes: { updated: number } };
  sources: { key: string; value: Source };
}

/** Documents saved to files are kept this many; one that is not is never thrown away. */
const remembered = 12;

/** Store keeps documents in the browser, IndexedDB below. Every call can fail, for
 * browsers forbid or fill it: who calls says so to the person. */
export class Store {
  private database: Promise<IDBPDatabase<Schema>> | null = null;

  private open(): Promise<IDBPDatabase<Schema>> {
    this.database ??= openDB<Schema>("policymark", 1, {
      upgrade(db) {
        db.createObjectStore("documents", { keyPath: "id" }).createIndex("updated", "updated");
        db.createObjectStore("sources", { keyPath: "id" });
      },
      terminated: () => (this.database = null),
      blocking: (_now, _then, event) => (event.target as IDBDatabase).close(),
    }).catch((error: unknown) => {
      this.database = null;
      throw error;
    });
    return this.database;
  }

  async keep(document: Kept, source?: Source): Promise<void> {
    const db = await this.open();
    const tx = db.transaction(["documents", "sources"], "readwrite", { durability: "relaxed" });
    const writes: Promise<unknown>[] = [tx.objectStore("documents").put(document)];
    if (source) writes.push(tx.objectStore("sources").put(source));
    await Promise.all([...writes, tx.done]);
  }

  async find(id: string): Promise<{ kept: Kept; source: Source | undefined } | undefined> {
    const db = await this.open();
    const [kept, source] = await Promise.all([db.get("documents", id), db.get("sources", id)]);
    return kept && { kept, source };
  }

  /** recent lists what is kept, the latest first. */
  async recent(): Promise<Kept[]> {
    const db = await this.open();
    return (await db.getAllFromIndex("documents", "updated")).reverse();
  }

  async forget(id: string): Promise<void> {
    const db = await this.open();
    const tx = db.transaction(["documents", "sources"], "readwrite");
    await Promise.all([tx.objectStore("documents").delete(id), tx.objectStore("sources").delete(id), tx.done]);
  }

  /** prune forgets the oldest of those that are saved in files, and empty ones. */
  async prune(open: string): Promise<void> {
    let files = 0;
    for (const { id, dirty, text } of await this.recent()) {
      if (id === open) continue;
      const spare = text === "" || (!dirty && ++files > remembered);
      // What another tab has open stays.
      if (!spare || !(await claim(id))) continue;
      await this.forget(id);
      release(id);
    }
  }
}

/** The documents that this tab has claimed, and how to give them up. */
const mine = new Map<string, () => void>();

/** claim takes a document for this tab until it is released or the tab is gone, so
 * that two tabs never keep the same one; false when another has it. patience is
 * how many milliseconds to wait for it. */
export async function claim(id: string, patience = 0): Promise<boolean> {
  const { locks } = navigator as { locks?: LockManager };
  if (!locks || mine.has(id)) return true;
  return await new Promise<boolean>((answer) => {
    const hold = (lock: Lock | null) => {
      if (!lock) {
        answer(false);
        return undefined;
      }
      return new Promise<void>((release) => {
        mine.set(id, release);
        answer(true);
      });
    };
    const name = `policymark:${id}`;
    const request = patience
      ? locks.request(name, { signal: AbortSignal.timeout(patience) }, hold)
      : locks.request(name, { ifAvailable: true }, hold);
    // Where locks are forbidden, as in some frames, the tab is taken to be alone.
    request.catch((error: DOMException) => answer(error.name !== "TimeoutError" && error.name !== "AbortError"));
  });
}

/** release gives up a claim. */
export function release(id: string): void {
  mine.get(id)?.();
  mine.delete(id);
}

const rescued = "policymark.rescue.";
/** Texts up to this length, in UTF-16 units, fit where they are rescued to. */
const rescuable = 1_000_000;

/** rescue keeps a document in the moment when the page goes away: the database is
 * given no time then, this storage needs none. */
export function rescue(document: Kept): void {
  if (document.text.length > rescuable) return;
  try {
    localStorage.setItem(rescued + document.id, JSON.stringify(document));
  } catch {
    // No room: the database has all but the last quarter of a second.
  }
}

/** takeRescued returns what was rescued, once. */
export function takeRescued(): Kept[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(rescued))
      .map((key) => {
        const found = localStorage.getItem(key)!;
        localStorage.removeItem(key);
        return JSON.parse(found) as Kept;
      });
  } catch {
    return [];
  }
}
