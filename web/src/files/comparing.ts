import { diff } from "@codemirror/merge";

/** Part is a run of a comparison: alike, added since, removed since, or lines alike
 * that are left out. */
export type Part = { kind: "same" | "added" | "removed"; text: string } | { kind: "skip"; lines: number };

/** Comparison is what became of a text: UTF-16 units added and removed, and the parts
 * to show. */
export interface Comparison {
  added: number;
  removed: number;
  parts: Part[];
}

/** Of what is alike, this much is shown around a change, in UTF-16 units. */
const around = 80;
/** At most this much is shown of one run, and so many changes at all. */
const longest = 4000;
const most = 300;

/** compare finds what was added to and removed from a text since. */
export function compare(before: string, now: string): Comparison {
  const changes = before === now ? [] : diff(before, now, { scanLimit: 1000, timeout: 200 });
  const parts: Part[] = [];
  let added = 0;
  let removed = 0;
  let at = 0;
  changes.forEach(({ fromA, toA, fromB, toB }, i) => {
    added += toB - fromB;
    removed += toA - fromA;
    if (i >= most) return;
    alike(parts, before.slice(at, fromA), i > 0, true);
    if (toA > fromA) parts.push({ kind: "removed", text: short(before.slice(fromA, toA)) });
    if (toB > fromB) parts.push({ kind: "added", text: short(now.slice(fromB, toB)) });
    at = toA;
  });
  if (changes.length === 0) parts.push({ kind: "same", text: short(before) });
  else alike(parts, before.slice(at), true, false);
  return { added, removed, parts };
}

function alike(parts: Part[], text: string, after: boolean, before: boolean): void {
  const head = after ? around : 0;
  const tail = before ? around : 0;
  if (text.length <= head + tail + around) {
    if (text) parts.push({ kind: "same", text });
    return;
  }
  const from = head ? upTo(text, text.indexOf("\n", head), head) : 0;
  const to = tail ? Math.max(from, text.lastIndexOf("\n", text.length - tail) + 1 || text.length - tail) : text.length;
  const start = text.length - to > 4 * around ? text.length - tail : to;
  if (from > 0) parts.push({ kind: "same", text: text.slice(0, from) });
  const lines = text.slice(from, start).split("\n").length - 1;
  if (lines > 0) parts.push({ kind: "skip", lines });
  else parts.push({ kind: "same", text: " … " });
  if (start < text.length) parts.push({ kind: "same", text: text.slice(start) });
}

const upTo = (text: string, end: number, least: number): number => (end < 0 || end > least + 4 * around ? Math.min(least, text.length) : end + 1);

const short = (text: string): string => (text.length <= longest ? text : `${text.slice(0, longest)}…`);
