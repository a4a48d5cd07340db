import { readable, type Kept } from "./records.ts";

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
          return readable(found) ? [found] : [];
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
    if (now && (now.edition ?? 0) <= (document.edition ?? 0)) localStorage.removeItem(key);
  } catch {
    // It stays, and is found to be old the next time.
  }
}
