import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import { brackets } from "../engine/kinds.gen.ts";
import type { Kind, Learned } from "../engine/protocol.gen.ts";

/** What a document's marks hold: words, their kind, how often. */
type Row = [text: string, kind: Kind, count: number];

/** Decision is how often suggestions of the same words and kind were accepted and
 * turned down. */
interface Decision {
  key: string;
  text: string;
  kind: Kind;
  accepted: number;
  rejected: number;
  /** When it was last made, in milliseconds since 1970. */
  at: number;
}

interface Schema extends DBSchema {
  marked: { key: string; value: { id: string; rows: Row[]; at: number } };
  decisions: { key: string; value: Decision };
  skipped: { key: string; value: { id: string; ids: string[]; at: number } };
}

/** How much is kept: words given to the engine, documents, and suggestions that are
 * turned down in one document. */
export const bounds = { words: 20_000, documents: 60, skipped: 2000 };

const keyOf = (text: string, kind: Kind) => `${kind} ${text}`;

const kinds: ReadonlySet<unknown> = new Set(brackets.map(({ kind }) => kind));
const isText = (value: unknown): value is string => typeof value === "string";

// What is damaged is as if it had never been learned.
const isRow = (row: unknown): boolean =>
  Array.isArray(row) && isText(row[0]) && kinds.has(row[1]) && Number.isSafeInteger(row[2]);
const isMarked = ({ rows }: Schema["marked"]["value"]): boolean => Array.isArray(rows) && rows.every(isRow);
const isDecision = ({ text, kind, accepted, rejected }: Decision): boolean =>
  isText(text) && kinds.has(kind) && Number.isSafeInteger(accepted) && Number.isSafeInteger(rejected);
const isSkipped = ({ ids }: Schema["skipped"]["value"]): boolean => Array.isArray(ids) && ids.every(isText);

/**
 * Memory is what was learned from a person's marks, and stays in this browser:
 * IndexedDB below, and while the page is open where that is forbidden.
 */
export class Memory {
  private database: Promise<IDBPDatabase<Schema>> | null = null;
  private readonly decisions = new Map<string, Decision>();
  private marked = new Map<string, { id: string; rows: Row[]; at: number }>();
  private readonly skips = new Map<string, Set<string>>();
  private read: Promise<void> | null = null;

  private open(): Promise<IDBPDatabase<Schema>> {
    this.database ??= openDB<Schema>("policymark-learned", 1, {
      upgrade(db) {
        db.createObjectStore("marked", { keyPath: "id" });
        db.createObjectStore("decisions", { keyPath: "key" });
        db.createObjectStore("skipped", { keyPath: "id" });
      },
      terminated: () => (this.database = null),
      blocking: (_now, _then, event) => (event.target as IDBDatabase).close(),
    }).catch((error: unknown) => {
      this.database = null;
      throw error;
    });
    return this.database;
  }

  /** load reads what was kept, once; a browser that keeps nothing knows nothing. */
  load(): Promise<void> {
    this.read ??= (async () => {
      const db = await this.open();
      const [marked, decisions, skipped] = await Promise.all([
        db.getAll("marked"),
        db.getAll("decisions"),
        db.getAll("skipped"),
      ]);
      for (const found of marked.filter(isMarked)) if (!this.marked.has(found.id)) this.marked.set(found.id, found);
      for (const found of decisions.filter(isDecision))
        if (!this.decisions.has(found.key)) this.decisions.set(found.key, found);
      for (const { id, ids } of skipped.filter(isSkipped))
        this.skips.set(id, new Set([...ids, ...(this.skips.get(id) ?? [])]));
    })().catch(() => {});
    return this.read;
  }

  /** learned is what is known beside a document, which the engine knows itself. */
  learned(but: string): Learned[] {
    const all = new Map<string, Learned>();
    const of = (text: string, kind: Kind): Learned => {
      const key = keyOf(text, kind);
      let entry = all.get(key);
      if (!entry) all.set(key, (entry = { text, kind, accepted: 0, rejected: 0 }));
      return entry;
    };
    for (const { id, rows } of this.marked.values()) {
      if (id !== but) for (const [text, kind, count] of rows) of(text, kind).accepted += count;
    }
    for (const { text, kind, accepted, rejected } of this.decisions.values()) {
      const entry = of(text, kind);
      entry.accepted = Math.max(entry.accepted, accepted);
      entry.rejected = rejected;
    }
    return [...all.values()]
      .sort((a, b) => b.accepted + b.rejected - (a.accepted + a.rejected) || (a.text < b.text ? -1 : 1))
      .slice(0, bounds.words);
  }

  /** skipped are the suggestions that were turned down in a document. */
  skipped(id: string): string[] {
    return [...(this.skips.get(id) ?? [])];
  }

  /** decide notes what a person made of suggestions. */
  decide(list: readonly Learned[]): void {
    const changed = list.map(({ text, kind, accepted, rejected }) => {
      const key = keyOf(text, kind);
      const before = this.decisions.get(key);
      const next: Decision = {
        key,
        text,
        kind,
        accepted: (before?.accepted ?? 0) + accepted,
        rejected: (before?.rejected ?? 0) + rejected,
        at: Date.now(),
      };
      this.decisions.set(key, next);
      return next;
    });
    const gone = this.oldest(this.decisions, bounds.words);
    void this.write("decisions", changed, gone);
  }

  /** skip notes that a suggestion is turned down in a document. */
  skip(id: string, suggestion: string): void {
    const ids = this.skips.get(id) ?? new Set<string>();
    this.skips.set(id, ids.add(suggestion));
    for (const first of ids) {
      if (ids.size <= bounds.skipped) break;
      ids.delete(first);
    }
    void this.write("skipped", [{ id, ids: [...ids], at: Date.now() }], []);
  }

  /** unskip brings back what was turned down in a document. */
  unskip(id: string): void {
    this.skips.delete(id);
    void this.write("skipped", [], [id]);
  }

  /** keep notes what a document's marks hold, in place of what they held before. */
  keep(id: string, items: readonly Learned[]): void {
    const entry = { id, rows: items.map(({ text, kind, accepted }): Row => [text, kind, accepted]), at: Date.now() };
    if (entry.rows.length === 0 && !this.marked.has(id)) return;
    this.marked.set(id, entry);
    const gone = this.oldest(this.marked, bounds.documents);
    for (const one of gone) this.skips.delete(one);
    void this.write("marked", [entry], gone);
    if (gone.length > 0) void this.write("skipped", [], gone);
  }

  /** forget forgets everything. */
  async forget(): Promise<void> {
    this.decisions.clear();
    this.marked.clear();
    this.skips.clear();
    try {
      const db = await this.open();
      await Promise.all([db.clear("marked"), db.clear("decisions"), db.clear("skipped")]);
    } catch {
      // What could not be opened was not kept either.
    }
  }

  /** Takes the oldest beyond a bound out of a map. */
  private oldest(map: Map<string, { at: number }>, most: number): string[] {
    if (map.size <= most) return [];
    const gone = [...map].sort(([, a], [, b]) => a.at - b.at).slice(0, map.size - most);
    return gone.map(([key]) => (map.delete(key), key));
  }

  private async write<S extends "marked" | "decisions" | "skipped">(
    store: S,
    put: Schema[S]["value"][],
    gone: string[],
  ): Promise<void> {
    try {
      const db = await this.open();
      const tx = db.transaction(store, "readwrite", { durability: "relaxed" });
      await Promise.all([
        ...put.map((value) => tx.store.put(value)),
        ...gone.map((key) => tx.store.delete(key)),
        tx.done,
      ]);
    } catch {
      // A browser that keeps nothing learns until the page is left.
    }
  }
}
