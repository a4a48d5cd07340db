import type { Reading } from "../engine/protocol.gen.ts";
import type { Anchor } from "./anchor.ts";
import { packText, unpackText } from "./packing.ts";

/** Linked is what an address carries: a document, with a place in it or without, or
 * a place in a document that the one who opens it has. */
export type Linked =
  | { type: "document"; name: string; reading: Reading; text: string; at?: Anchor }
  | { type: "place"; id: string; name: string; at: Anchor };

/** LinkError says why an address cannot be opened: made by a later version, cut or
 * changed on the way, or too large. */
export class LinkError extends Error {
  constructor(readonly code: "version" | "damaged" | "large") {
    super(code);
    this.name = "LinkError";
  }
}

/** Links longer than this many characters are not made: programs cut them. */
export const longestLink = 60_000;
/** Links longer than this are made with a warning. */
export const safeLink = 8_000;
/** A link that opens to more bytes than this is refused. */
const largest = 4 << 20;

const begin = "v1.deflate:";

/** writeLink makes the fragment of an address, with its #. */
export async function writeLink(linked: Linked): Promise<string> {
  return `#${begin}${toBase64(await packText(JSON.stringify(linked)))}`;
}

/** readLink is the way back. Rejects with a LinkError. */
export async function readLink(hash: string): Promise<Linked> {
  const head = /^#v(\d+)\.([a-z0-9-]*):?/.exec(hash);
  if (!head) throw new LinkError("damaged");
  if (head[1] !== "1" || head[2] !== "deflate") throw new LinkError("version");
  let found: unknown;
  try {
    found = JSON.parse(await unpackText(fromBase64(hash.slice(1 + begin.length)), largest));
  } catch (error) {
    throw new LinkError(error instanceof RangeError ? "large" : "damaged");
  }
  const linked = checked(found);
  if (!linked) throw new LinkError((found as { type?: unknown } | null)?.type === undefined ? "damaged" : "version");
  return linked;
}

function checked(found: unknown): Linked | null {
  if (typeof found !== "object" || found === null) return null;
  const { type, id, name, text, reading, at } = found as Record<string, unknown>;
  if (typeof name !== "string") return null;
  const anchor = anchorIn(at);
  if (type === "place") return typeof id === "string" && anchor ? { type, id, name, at: anchor } : null;
  if (type !== "document" || typeof text !== "string") return null;
  if (reading !== "markup" && reading !== "plain") return null;
  return { type, name, reading, text: text.toWellFormed(), ...(anchor ? { at: anchor } : {}) };
}

function anchorIn(found: unknown): Anchor | null {
  if (typeof found !== "object" || found === null) return null;
  const { from, to, exact, prefix, suffix } = found as Record<string, unknown>;
  const whole = (n: unknown): n is number => Number.isSafeInteger(n) && (n as number) >= 0;
  if (!whole(from) || !whole(to) || to < from) return null;
  if (typeof exact !== "string" || typeof prefix !== "string" || typeof suffix !== "string") return null;
  return { from, to, exact, prefix, suffix };
}

/** Base64 for addresses, which not every browser writes by itself yet. */
export function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let i = 0; i < bytes.length; i += 0x8000) binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** fromBase64 is the way back. Throws what is no such text. */
export function fromBase64(text: string): Uint8Array {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) throw new TypeError("no base64");
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
}
