import { Zip, ZipDeflate, unzipSync } from "fflate";
import { newId } from "../services/document.ts";
import { of } from "../services/service.ts";
import { words } from "../words/words.ts";
import { versions } from "./history.ts";
import { keeper } from "./keeper.ts";
import { packText, unpackText } from "./packing.ts";
import { download, isText } from "./pick.ts";
import { whyOf, type Entry, type Version, type Why } from "./records.ts";
import { nameOf } from "./workspace.ts";

/** The file of a workspace that says what the others are. */
const manifestName = "workspace.json";
/** The largest workspace and file within one that are read, in bytes. */
const largest = { all: 1 << 30, one: 128 << 20 };

interface Manifest {
  format: "policymark-workspace";
  version: 1;
  documents: Listed[];
}

/** Listed is a document in a workspace's file. */
interface Listed {
  id: string;
  name: string;
  reading: "markup" | "plain";
  dirty: boolean;
  updated: number;
  marks: number | null;
  /** The path of the text. */
  text: string;
  /** The path of the bytes of the file that it came from; "" for none. */
  original: string;
  versions: { at: number; why: Why; label: string; marks: number | null; text: string }[];
}

/** Step tells how far long work has come: done of all. It throws when the person
 * wants it to end. */
export type Step = (done: number, all: number) => Promise<void>;

/** Exported says what came of exporting: how many documents there are in the file, and
 * the names of those of which something is damaged. */
export interface Exported {
  done: number;
  damaged: string[];
}

/** exportAll puts all documents with their histories into one file and hands it over
 * as a download. What is damaged goes along as it stands. */
export async function exportAll(step: Step): Promise<Exported> {
  await of(keeper).flush();
  await of(versions).settled();
  const { store } = of(keeper);
  const entries = await store.recent();
  const parts: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, part) => {
    if (error) failure ??= error;
    else parts.push(part);
  });
  const add = (path: string, bytes: Uint8Array) => {
    const file = new ZipDeflate(path, { level: 6 });
    file.mtime = now;
    zip.add(file);
    file.push(bytes, true);
  };
  // A zip knows no time before 1980 and none after 2099, which a clock may say.
  const now = Math.min(Math.max(Date.now(), Date.UTC(1980, 0, 2)), Date.UTC(2099, 11, 30));
  const listed: Listed[] = [];
  const damaged = new Set<string>();
  const taken = new Set<string>();
  const encoder = new TextEncoder();
  for (const [i, entry] of entries.entries()) {
    await step(i, entries.length);
    const base = freePath(taken, nameOf(entry));
    const found = await store.find(entry.id).catch(() => undefined);
    if (!found) {
      const raw = await store.raw(entry.id);
      if (raw === undefined) continue;
      damaged.add(nameOf(entry));
      add(`damaged/${base}.json`, encoder.encode(JSON.stringify(raw)));
      continue;
    }
    const { kept, source } = found;
    const one: Listed = {
      id: kept.id,
      name: kept.name,
      reading: kept.reading,
      dirty: kept.dirty,
      updated: kept.updated,
      marks: entry.marks,
      text: `documents/${base}`,
      original: source && source.original.length > 0 ? `originals/${base}` : "",
      versions: [],
    };
    add(one.text, encoder.encode(kept.text));
    if (one.original) add(one.original, source!.original);
    const versions = (await store.versions(kept.id)).reverse();
    for (const [n, { at, why, label, marks, packed }] of versions.entries()) {
      const text = `history/${base}/${String(n + 1).padStart(3, "0")}.txt`;
      const old = await unpackText(packed).catch(() => null);
      if (old === null) {
        damaged.add(nameOf(entry));
        continue;
      }
      add(text, encoder.encode(old));
      one.versions.push({ at, why, label, marks, text });
    }
    listed.push(one);
    if (failure) throw failure;
  }
  const manifest: Manifest = { format: "policymark-workspace", version: 1, documents: listed };
  add(manifestName, encoder.encode(JSON.stringify(manifest, null, 1)));
  zip.end();
  if (failure) throw failure;
  await step(entries.length, entries.length);
  const name = `policymark-${new Date(now).toISOString().slice(0, 10)}.zip`;
  download(name, new Blob(parts as Uint8Array<ArrayBuffer>[], { type: "application/zip" }));
  return { done: listed.length, damaged: [...damaged] };
}

/** A path that no other document has, safe on every system. */
function freePath(taken: Set<string>, name: string): string {
  const clean =
    name
      .replace(/[\u0000-\u001f\\/:*?"<>|]/g, "_")
      .replace(/^[. ]+|[. ]+$/g, "")
      .slice(0, 80) || "policy";
  const [, stem, ending] = /^(.*?)((?:\.policymark)?\.(?:txt|md|html?))?$/i.exec(clean)!;
  const end = ending ?? ".policymark.txt";
  let path = stem! + end;
  for (let n = 2; taken.has(path.toLowerCase()); n++) path = `${stem} (${n})${end}`;
  taken.add(path.toLowerCase());
  return path;
}

/** ImportError says why a workspace's file cannot be read, in the interface's words. */
export class ImportError extends Error {}

/** Imported says what came of importing a workspace. */
export interface Imported {
  /** The entries of the new documents. */
  documents: string[];
  /** How many were there already, text for text. */
  known: number;
  /** The names of those that could not be read. */
  broken: string[];
}

/** isZip tells whether bytes are a zip. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/**
 * importZip reads a workspace's file into the workspace: each document becomes a new
 * one beside those that are there, unless the same text is there under the same name.
 * A zip of plain files hands each to other. Rejects with an ImportError.
 */
export async function importZip(
  bytes: Uint8Array,
  step: Step,
  other: (name: string, bytes: Uint8Array) => Promise<void>,
): Promise<Imported> {
  const w = words().documents.import;
  const names: string[] = [];
  let all = 0;
  const list = () =>
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        all += originalSize;
        if (!name.endsWith("/") && originalSize <= largest.one) names.push(name);
        return false;
      },
    });
  try {
    list();
  } catch {
    throw new ImportError(w.noZip);
  }
  if (all > largest.all) throw new ImportError(w.tooLarge(words().bytes(all), words().bytes(largest.all)));
  const read = (wanted: ReadonlySet<string>) =>
    unzipSync(bytes, { filter: ({ name, originalSize }) => wanted.has(name) && originalSize <= largest.one });
  const done: Imported = { documents: [], known: 0, broken: [] };
  if (!names.includes(manifestName)) {
    const texts = names.filter((name) => isText(name));
    if (texts.length === 0) throw new ImportError(w.nothing);
    for (const [i, name] of texts.entries()) {
      await step(i, texts.length);
      await other(name.slice(name.lastIndexOf("/") + 1), read(new Set([name]))[name]!);
    }
    return done;
  }
  const manifest = manifestOf(read(new Set([manifestName]))[manifestName]!);
  const have = await of(keeper).store.list();
  for (const [i, listed] of manifest.documents.entries()) {
    await step(i, manifest.documents.length);
    try {
      const files = read(new Set([listed.text, listed.original, ...listed.versions.map(({ text }) => text)]));
      const id = await addDocument(listed, files, have);
      if (id) done.documents.push(id);
      else done.known++;
    } catch (error) {
      if (isStorage(error)) throw error;
      done.broken.push(String(listed?.name || listed?.text || i + 1));
    }
  }
  return done;
}

const isStorage = (error: unknown): boolean => error instanceof DOMException && error.name !== "EncodingError";

function manifestOf(bytes: Uint8Array): Manifest {
  const w = words().documents.import;
  let found: Partial<Manifest> | null;
  try {
    found = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Manifest> | null;
  } catch {
    throw new ImportError(w.damaged);
  }
  if (found?.format !== "policymark-workspace" || !Array.isArray(found.documents)) throw new ImportError(w.damaged);
  if (found.version !== 1) throw new ImportError(w.newer);
  return found as Manifest;
}

/** Adds a document; null when the same is there already. */
async function addDocument(
  listed: Listed,
  files: Record<string, Uint8Array>,
  have: readonly Entry[],
): Promise<string | null> {
  const { store } = of(keeper);
  const decode = (path: string) => {
    const bytes = files[path];
    if (!bytes) throw new TypeError(`${path} is missing`);
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  };
  const text = decode(listed.text).replace(/\r\n?/g, "\n");
  if (typeof listed.name !== "string" || (listed.reading !== "markup" && listed.reading !== "plain"))
    throw new TypeError("no document");
  for (const { id, name, length, binned } of have) {
    if (binned !== 0 || name !== listed.name || length !== text.length) continue;
    const same = await store.find(id).catch(() => undefined);
    if (same?.kept.text === text) return null;
  }
  const id = newId();
  const original = listed.original ? files[listed.original] : undefined;
  const updated = Number.isFinite(listed.updated) ? listed.updated : Date.now();
  await store.keep(
    {
      id,
      name: listed.name,
      reading: listed.reading,
      text,
      anchor: 0,
      head: 0,
      line: 1,
      dirty: listed.dirty !== false,
      updated,
      edition: 1,
    },
    {
      marks: typeof listed.marks === "number" ? listed.marks : null,
      edited: true,
      source: { id, original: original ?? new Uint8Array(), handle: null },
    },
  );
  for (const { at, why, label, marks, text: path } of listed.versions ?? []) {
    const old = decode(path);
    const version: Version = {
      id,
      at: Number(at) || 0,
      why: whyOf(why),
      label: String(label ?? ""),
      length: old.length,
      marks: typeof marks === "number" ? marks : null,
      packed: await packText(old),
    };
    await store.addVersion(version);
  }
  return id;
}
