import { words } from "../words/words.ts";
import { StoreError } from "./store.ts";

/** reasonOf says why the browser keeps nothing. */
export function reasonOf(error: unknown): string {
  const w = words().documents.storage;
  if (error instanceof StoreError) return error.code === "newer" ? w.newer : w.busy;
  const { name, message } = (error ?? {}) as Partial<Error>;
  if (name === "QuotaExceededError") return message && !/quota/i.test(message) ? `${w.full}: ${message}` : w.full;
  // Some browsers have no database at all where they may keep nothing.
  if (name === "SecurityError" || typeof indexedDB === "undefined") return w.denied;
  return message || name || String(error);
}
