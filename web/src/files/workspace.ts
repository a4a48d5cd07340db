import { asking } from "../services/asking.ts";
import { desk } from "../services/desk.ts";
import { newId } from "../services/document.ts";
import { notices } from "../services/notices.ts";
import { of } from "../services/service.ts";
import { session } from "../services/session.ts";
import { words } from "../words/words.ts";
import { forgetBeside } from "./beside.ts";
import { claim, release } from "./claims.ts";
import { keeper } from "./keeper.ts";
import { openNew } from "./opening.ts";
import { reasonOf } from "./reason.ts";
import { schemaVersion, type Entry, type Source } from "./records.ts";
import { StoreError } from "./store.ts";
import { tabs } from "./tabs.ts";

const day = 24 * 60 * 60_000;
/** How long a deleted document stays in the bin. */
export const binDays = 30;
/** Unchanged documents with files beyond these, the last used, go into the bin. */
const remembered = 200;

/** nameOf is what a person calls a document in a list. */
export const nameOf = ({ name, opening }: Pick<Entry, "name" | "opening">): string =>
  name || opening || words().untitled;

/** openDocument opens a document of the workspace. One that is open in another tab is asked
 * about. False when it was not opened. */
export async function openDocument(id: string, name: string): Promise<boolean> {
  if (of(session).document.id === id && !of(session).locked) {
    of(desk).view.focus();
    return true;
  }
  try {
    if (await claim(id, { patience: of(session).document.id === id ? 0 : 300 })) {
      if (await of(keeper).reopen(id)) {
        of(desk).view.focus();
        return true;
      }
      release(id);
      of(notices).say(words().documents.gone, "refusal");
      return false;
    }
    return await askElsewhere(id, name);
  } catch (error) {
    if (of(session).document.id !== id) release(id);
    sayFailure(error, name);
    return false;
  }
}

async function askElsewhere(id: string, name: string): Promise<boolean> {
  const w = words().documents.tabs;
  const answer = await of(asking).ask({
    title: w.title(name || words().untitled),
    text: w.text,
    options: [
      { id: "bring", label: w.bring, primary: true },
      { id: "read", label: w.read },
      { id: "copy", label: w.copy },
    ],
  });
  if (answer === "bring") {
    await of(tabs).bring(id);
    return of(session).document.id === id && !of(session).locked;
  }
  if (answer === "read") return await of(keeper).reopen(id, true);
  if (answer === "copy") {
    const copied = await duplicate(id);
    return copied !== null && (await openDocument(copied, ""));
  }
  return false;
}

/** sayFailure says why something about a kept document could not be done. */
export function sayFailure(error: unknown, name: string): void {
  const w = words().documents;
  of(notices).say(
    error instanceof StoreError && error.code !== "busy"
      ? w.broken[error.code](name || words().untitled)
      : w.failed(reasonOf(error)),
    "refusal",
  );
}

/** goBack opens the document that was open before this one. */
export async function goBack(): Promise<void> {
  if (of(keeper).held.has(of(session).before)) {
    await openDocument(of(session).before, "");
    return;
  }
  const before = (
    await of(keeper)
      .store.recent()
      .catch(() => [])
  ).filter(({ id, length }) => id !== of(session).document.id && length > 0);
  const last = before.find(({ id }) => id === of(session).before) ?? before[0];
  if (last) await openDocument(last.id, nameOf(last));
  else of(notices).say(words().documents.noOther);
}

/** duplicate copies a document of the workspace and returns the copy's id; null when
 * it is gone. */
export async function duplicate(id: string): Promise<string | null> {
  const { store } = of(keeper);
  if (of(session).document.id === id) await of(keeper).keep();
  const found = await store.find(id);
  if (!found) return null;
  const { kept, source, entry } = found;
  const copy = newId();
  const name = words().documents.copyName(kept.name || (entry ? nameOf(entry) : words().untitled));
  const own: Source = { id: copy, original: source?.original ?? new Uint8Array(), handle: null };
  await store.keep(
    { ...kept, id: copy, name, edition: 1, updated: Date.now() },
    { marks: entry?.marks ?? null, edited: true, source: own },
  );
  return copy;
}

/** Alone runs what must not happen while another tab has the document; says so and
 * returns false when one has. */
async function alone(entry: Entry, run: () => Promise<void>): Promise<boolean> {
  const open = of(session).document.id === entry.id && !of(session).locked;
  if (!open && !(await claim(entry.id))) {
    of(tabs).offer(entry.id, nameOf(entry));
    return false;
  }
  try {
    await run();
    return true;
  } finally {
    if (of(session).document.id !== entry.id) release(entry.id);
  }
}

/** rename gives a document another name. The file on the disk keeps its own. */
export async function rename(entry: Entry, name: string): Promise<boolean> {
  return await alone(entry, async () => {
    if (of(session).document.id === entry.id) {
      of(session).rename(name);
      await of(keeper).keep();
    } else await of(keeper).store.change(entry.id, { name });
  });
}

/** toBin puts a document into the bin. The open one makes room for the one before it. */
export async function toBin(entry: Entry): Promise<boolean> {
  return await alone(entry, async () => {
    const { store } = of(keeper);
    if (of(session).document.id === entry.id) {
      await of(keeper).keep();
      const others = (await store.recent()).filter(({ id }) => id !== entry.id);
      let opened = false;
      for (const { id } of others) {
        if (!(await claim(id))) continue;
        opened = await of(keeper).reopen(id);
        if (opened) break;
        release(id);
      }
      if (!opened) openNew();
    }
    // A clock may stand before 1970.
    await store.change(entry.id, { binned: Math.max(1, Date.now()) });
  });
}

/** fromBin takes a document out of the bin. */
export async function fromBin(id: string): Promise<void> {
  await of(keeper).store.change(id, { binned: 0 });
}

/** erase forgets a document of the bin for good. */
export async function erase(entry: Entry): Promise<boolean> {
  return await alone(entry, () => forget(entry.id));
}

/** What is kept beside a document goes with it; it is in a database of its own, which
 * may be missing. */
async function forget(id: string): Promise<void> {
  await of(keeper).store.erase(id);
  await forgetBeside(id).catch(() => {});
}

/** tidy forgets empty documents and what has been in the bin for its time, and puts
 * what is saved in a file, was never changed here and was not used for long, into
 * the bin. Nothing that is in no file is ever put away. */
export async function tidy(now = Date.now()): Promise<void> {
  const { store } = of(keeper);
  let saved = 0;
  for (const entry of await store.list()) {
    const { id, length, binned, dirty, edited, file } = entry;
    if (id === of(session).document.id || entry.form > schemaVersion) continue;
    const empty = binned === 0 && length === 0 && !file && (await isEmpty(id));
    const over = binned > 0 && now - binned > binDays * day;
    const sample = binned === 0 && !dirty && !edited && !file;
    const spare = binned === 0 && !dirty && !edited && file && ++saved > remembered;
    if (!empty && !over && !sample && !spare) continue;
    if (!(await claim(id))) continue;
    if (spare) await store.change(id, { binned: now });
    else await forget(id);
    release(id);
  }
}

/** A broken record looks empty in the list. */
async function isEmpty(id: string): Promise<boolean> {
  const { store } = of(keeper);
  const found = await store.find(id).catch(() => undefined);
  return found?.kept.text === "" && (await store.versions(id)).length === 0;
}

/** Hit is a document that a search found: by its name, or by the words around the
 * place in its text. */
export interface Hit {
  entry: Entry;
  before: string;
  match: string;
  after: string;
}

/** search looks for words in the names of documents and then in their texts, and
 * hands over what it finds as it goes. */
export async function search(
  entries: readonly Entry[],
  asked: string,
  found: (hit: Hit) => void,
  signal: AbortSignal,
): Promise<void> {
  const wanted = asked.toLowerCase();
  const rest: Entry[] = [];
  for (const entry of entries) {
    if (nameOf(entry).toLowerCase().includes(wanted)) found({ entry, before: "", match: "", after: "" });
    else rest.push(entry);
  }
  for (const entry of rest) {
    if (signal.aborted) return;
    const { kept } =
      (await of(keeper)
        .store.find(entry.id)
        .catch(() => undefined)) ?? {};
    if (!kept || signal.aborted) continue;
    const text = entry.id === of(session).document.id ? of(session).text.toString() : kept.text;
    const at = text.toLowerCase().indexOf(wanted);
    if (at < 0) continue;
    const flat = (part: string) => part.replace(/\s+/g, " ");
    found({
      entry,
      before: `${at > 24 ? "…" : ""}${flat(text.slice(Math.max(0, at - 24), at))}`,
      match: text.slice(at, at + asked.length),
      after: `${flat(text.slice(at + asked.length, at + asked.length + 60))}${at + asked.length + 60 < text.length ? "…" : ""}`,
    });
  }
}
