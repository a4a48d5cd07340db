import type { DBSchema } from "idb";
import type { Reading } from "../engine/protocol.gen.ts";

/** The schema version of the records that this version of the page writes. Records of a
 * later one are left as they are. */
export const schemaVersion = 2;

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
  /** When it was kept, in milliseconds since 1970, as the computer's clock had it. */
  updated: number;
  /** Grows with each keeping, whatever the clock says. Absent in records of the
   * first schema version. */
  edition?: number;
  /** The schema version; absent in records of the first. */
  form?: number;
}

/** Source is the file that a document came from, kept apart because it is written
 * once and the text often. */
export interface Source {
  id: string;
  original: Uint8Array;
  handle: FileSystemFileHandle | null;
}

/** Entry is what the list of documents shows of one: small, so that a list of many
 * is read without their texts. */
export interface Entry {
  id: string;
  name: string;
  /** The first words of the text, for a document without a name. */
  opening: string;
  /** The length of the text in UTF-16 units. */
  length: number;
  /** How many marks it has; null when that was not known. */
  marks: number | null;
  /** Whether the text differs from the file. */
  dirty: boolean;
  /** Whether there is a file: it was opened from one or saved to one. */
  file: boolean;
  /** Whether a person ever changed it here. */
  edited: boolean;
  /** When it was kept, in milliseconds since 1970. */
  updated: number;
  /** The place in the order of last use: grows, whatever the clock says. */
  order: number;
  edition: number;
  form: number;
  /** When it was put into the bin, in milliseconds since 1970; 0 when it is not
   * there. */
  binned: number;
  /** Whether the record could not be read when the entry was made of it; absent for
   * no. */
  damaged?: boolean;
}

/** Why a version was kept. */
export type Why = "opened" | "saved" | "typing" | "before" | "restore" | "named" | "rescued";

/** Version is a text that the document had. */
export interface Version {
  /** Its place in the order of all versions, given by the database. */
  key?: number;
  /** The document's. */
  id: string;
  /** Milliseconds since 1970. */
  at: number;
  why: Why;
  /** The name that a person gave it; "" for none. */
  label: string;
  /** The length of the text in UTF-16 units. */
  length: number;
  marks: number | null;
  /** The text in UTF-8, compressed by deflate without a frame. */
  packed: Uint8Array;
}

/** The tables of the database. */
export interface Schema extends DBSchema {
  documents: { key: string; value: Kept; indexes: { updated: number } };
  sources: { key: string; value: Source };
  entries: { key: string; value: Entry; indexes: { order: number } };
  versions: { key: number; value: Version; indexes: { id: string } };
}

/** Readable tells whether a record holds a document that this version can open. */
export function readable(record: unknown): record is Kept {
  if (typeof record !== "object" || record === null) return false;
  const { id, name, text, reading } = record as Partial<Kept>;
  return (
    typeof id === "string" &&
    typeof name === "string" &&
    typeof text === "string" &&
    (reading === "markup" || reading === "plain") &&
    schemaOf(record as Partial<Kept>) <= schemaVersion
  );
}

/** schemaOf is the schema version that a record was written in. */
export const schemaOf = (record: { form?: unknown }): number => (typeof record.form === "number" ? record.form : 1);

/** number is a value where it is a number, else 0. */
export const number = (value: unknown): number => (typeof value === "number" && Number.isFinite(value) ? value : 0);
/** count is a value where it is a number of things, else 0. */
export const count = (value: unknown): number =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : 0;

/** sound puts right what is missing in a readable record or of a wrong type, on the
 * side on which nothing is lost. */
export function sound(record: Kept): Kept {
  return {
    ...record,
    anchor: count(record.anchor),
    head: count(record.head),
    line: Math.max(1, count(record.line)),
    dirty: record.dirty !== false,
    updated: number(record.updated),
    edition: count(record.edition),
  };
}

/** soundSource does so with a file. */
export function soundSource(source: Source | undefined): Source | undefined {
  if (!source) return undefined;
  const { id, original, handle } = source;
  return {
    id,
    original: original instanceof Uint8Array ? original : new Uint8Array(),
    handle: (handle as { kind?: unknown } | null | undefined)?.kind === "file" ? handle : null,
  };
}

const whys: ReadonlySet<unknown> = new Set<Why>(["opened", "saved", "typing", "before", "restore", "named", "rescued"]);

/** whyOf is why a version was kept, as far as this version of the editor knows. */
export const whyOf = (why: unknown): Why => (whys.has(why) ? (why as Why) : "typing");

/** soundVersion does so with a version. One whose text is no text any more has none,
 * and is shown as damaged. */
export function soundVersion(version: Version): Version {
  const { at, why, label, length, marks, packed } = version;
  return {
    ...version,
    at: number(at),
    why: whyOf(why),
    label: typeof label === "string" ? label : "",
    length: count(length),
    marks: typeof marks === "number" ? count(marks) : null,
    packed: packed instanceof Uint8Array ? packed : new Uint8Array(),
  };
}

/** isEntry tells whether an entry is as the list needs it. */
export function isEntry(entry: Entry): boolean {
  const { id, name, opening, length, marks, updated, order, edition, binned } = entry;
  return (
    [id, name, opening].every((value) => typeof value === "string") &&
    [updated, order, binned].every(Number.isFinite) &&
    [length, edition, marks ?? 0].every((value) => Number.isSafeInteger(value) && value >= 0)
  );
}

/** entryOf makes the entry of a record, even of one that cannot be read: that one is
 * nothing to be tidied away. */
export function entryOf(record: Partial<Kept> & { id: string }, source: Source | undefined, order: number): Entry {
  const text = typeof record.text === "string" ? record.text : "";
  const damaged = !readable(record) && schemaOf(record) <= schemaVersion;
  return {
    id: record.id,
    name: typeof record.name === "string" ? record.name : "",
    opening: opening(text),
    length: text.length,
    marks: null,
    dirty: damaged || record.dirty !== false,
    file: (source?.original?.length ?? 0) > 0 || !!source?.handle,
    edited: damaged || record.dirty !== false,
    updated: number(record.updated),
    order,
    edition: count(record.edition),
    form: schemaOf(record),
    binned: 0,
    ...(damaged ? { damaged } : {}),
  };
}

/** opening is the first line that says something. */
export function opening(text: string): string {
  return text
    .slice(0, 2000)
    .trimStart()
    .split("\n", 1)[0]!
    .replace(/^#+\s*/, "")
    .slice(0, 60);
}
