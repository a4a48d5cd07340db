import { Text } from "@codemirror/state";
import { newId } from "../services/document.ts";
import { words } from "../words/words.ts";
import type { History } from "./history.ts";
import type { HeldDocuments } from "./held.ts";
import { count, opening, readable, sound, type Kept } from "./records.ts";
import { StoreError, type Store } from "./store.ts";

const prefix = "policymark.rescue.";
/** Texts up to this length, in UTF-16 units, fit where they are rescued to. */
const rescuable = 1_000_000;

/** rescue keeps a document in the moment when the page goes away: the database is
 * given no time then, this storage needs none. */
export function rescue(document: Kept): void {
  if (document.text.length > rescuable) return;
  try {
    localStorage.setItem(prefix + document.id, JSON.stringify(document));
  } catch {
    // No room: the database has all but the last quarter of a second.
  }
}

/** rescued lists what was rescued and not yet put back. */
export function rescued(): Kept[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .flatMap((key) => {
        try {
          const found: unknown = JSON.parse(localStorage.getItem(key)!);
          return readable(found) ? [sound(found)] : [];
        } catch {
          return [];
        }
      });
  } catch {
    return [];
  }
}

/** settle tells that a rescued document is in the database, unless a later one was
 * rescued since. */
export function settle(document: Kept): void {
  try {
    const key = prefix + document.id;
    const now = JSON.parse(localStorage.getItem(key) ?? "null") as Kept | null;
    if (now && count(now.edition) <= (document.edition ?? 0)) localStorage.removeItem(key);
  } catch {
    // It stays, and is found to be old the next time.
  }
}

/** Shelf is where what was rescued is put. */
interface Shelf {
  store: Store;
  versions: Pick<History, "addTo">;
  held: Pick<HeldDocuments, "hold">;
}

/** putBack brings what was rescued into the database. What the database has moved on
 * from becomes a version of the document's history, and what it does not take is held,
 * and opened in place of what is there. */
export async function putBack(shelf: Shelf): Promise<void> {
  for (const one of rescued()) {
    try {
      if (await isBack(shelf, one)) settle(one);
    } catch (error) {
      // What a later version of the editor has stays here, for that one.
      if (!(error instanceof StoreError)) shelf.held.hold({ kept: one, document: null, source: undefined });
    }
  }
}

async function isBack({ store, versions }: Shelf, one: Kept): Promise<boolean> {
  try {
    await store.keep(one, { marks: null, edited: true });
    return true;
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== "overtaken") throw error;
  }
  const found = await store.find(one.id).catch((error: unknown) => {
    if (error instanceof StoreError && error.code === "unreadable") return null;
    throw error;
  });
  if (found && (found.kept.text === one.text || found.kept.edition === one.edition)) return true;
  if (found) return await versions.addTo(one.id, "rescued", Text.of(one.text.split("\n")), one.updated);
  // Of a document that is damaged the rescued text is what there is.
  const name = words().documents.copyName(one.name || opening(one.text) || words().untitled);
  await store.keep({ ...one, id: newId(), name, edition: 1 }, { marks: null, edited: true });
  return true;
}
