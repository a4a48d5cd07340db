import { diff } from "@codemirror/merge";

/** Part is a run of a comparison: alike, added since, removed since, or lines alike
 * that are left out. */
export type Part = { kind: "same" | "added" | "removed"; text: string } | { kind: "skip"; lines: number };

/** VersionDiff is what became of a text: UTF-16 units added and removed, and the parts
 * to show. */
export interface VersionDiff {
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
export function compare(before: string, now: string): VersionDiff {
  const changes = before === now ? [] : wholeWords(diff(before, now, { scanLimit: 1000, timeout: 200 }), before, now);
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

/** A stretch that was changed, in UTF-16 units of the text before and of the text now. */
interface Changed {
  fromA: number;
  toA: number;
  fromB: number;
  toB: number;
}

const letter = /[\p{Script=Latin}\p{Nd}]/u;

/** wholeWords lets changes end where words do: nobody reads a word of which letters were
 * kept. A bracket beside a word is no part of it, and Chinese has no such words. */
function wholeWords(changes: readonly Changed[], before: string, now: string): Changed[] {
  const whole: Changed[] = [];
  changes.forEach(({ fromA, toA, fromB, toB }, i) => {
    const last = whole.at(-1);
    if (last && last.toA >= fromA) {
      [last.toA, last.toB] = [Math.max(last.toA, toA), Math.max(last.toB, toB)];
      [fromA, fromB] = [last.fromA, last.fromB];
    } else {
      const least = last?.toA ?? 0;
      if (is(before, fromA, toA, fromA) || is(now, fromB, toB, fromB))
        for (; fromA > least && letter.test(before[fromA - 1]!); fromA--) fromB--;
      whole.push({ fromA, toA, fromB, toB });
    }
    const one = whole.at(-1)!;
    const next = changes[i + 1]?.fromA ?? before.length;
    if (!is(before, fromA, toA, toA - 1) && !is(now, fromB, toB, toB - 1)) return;
    for (; one.toA < next && letter.test(before[one.toA]!); one.toA++) one.toB++;
  });
  return whole;
}

/** Whether a letter stands at a place of a stretch. */
const is = (text: string, from: number, to: number, at: number): boolean =>
  at >= from && at < to && letter.test(text[at]!);

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

const upTo = (text: string, end: number, least: number): number =>
  end < 0 || end > least + 4 * around ? Math.min(least, text.length) : end + 1;

const short = (text: string): string => (text.length <= longest ? text : `${text.slice(0, longest)}…`);
