import { brackets } from "../engine/kinds.gen.ts";

/** Anchor is a place in a text, with the words that stand there and around it, so
 * that it is found again after the text has changed. Positions are UTF-16 units of
 * the source. */
export interface Anchor {
  from: number;
  to: number;
  exact: string;
  prefix: string;
  suffix: string;
}

/** Found is where an anchor was placed: at its position, by its words, or by its
 * words with other marks around or in them. */
export interface Found {
  from: number;
  to: number;
  how: "position" | "quote" | "marks";
}

/** How many units around a place are kept with it. */
const around = 32;
/** The longest quote. */
const longest = 1000;
/** At most this many places are weighed against each other. */
const tries = 2000;

/** anchorOf makes an anchor of a range of a text; of its beginning where it is long. */
export function anchorOf(text: string, from: number, to: number): Anchor {
  const end = Math.min(to, from + longest);
  return {
    from,
    to: end,
    exact: text.slice(from, end),
    prefix: text.slice(Math.max(0, from - around), from),
    suffix: text.slice(end, end + around),
  };
}

/**
 * place finds an anchor in a text: first where it was, if the words there are the
 * same; else where its words are, by what stands around them and then by the
 * distance; else the same without regard to brackets, which marking adds. null when
 * the words are not there, or when they stand in several places with nothing to tell
 * which: a wrong place is worse than none.
 */
export function place(text: string, anchor: Anchor): Found | null {
  const { from, to, exact } = anchor;
  if (exact === "") return null;
  if (text.slice(from, to) === exact) return { from, to, how: "position" };
  const quote = best(text, anchor);
  if (quote !== null) return { from: quote, to: quote + exact.length, how: "quote" };
  const bare = strip(text);
  const [inner, before, after] = [strip(exact).text, strip(anchor.prefix).text, strip(anchor.suffix).text];
  if (inner === "") return null;
  const at = best(bare.text, { from: nearest(bare.at, from), to: 0, exact: inner, prefix: before, suffix: after });
  if (at === null) return null;
  return { from: bare.at[at]!, to: bare.at[at + inner.length - 1]! + 1, how: "marks" };
}

function best(text: string, { from, exact, prefix, suffix }: Anchor): number | null {
  let best: { at: number; score: number; far: number } | null = null;
  let places = 0;
  let even = false;
  for (let at = text.indexOf(exact); at >= 0 && places < tries; at = text.indexOf(exact, at + 1), places++) {
    const score =
      common(text.slice(Math.max(0, at - around), at), prefix, true) +
      common(text.slice(at + exact.length, at + exact.length + around), suffix, false);
    const far = Math.abs(at - from);
    if (!best || score > best.score || (score === best.score && far < best.far)) {
      even = best !== null && score === best.score;
      best = { at, score, far };
    } else if (score === best.score) even = true;
  }
  if (!best) return null;
  // Among several, those with nothing of the surroundings are a guess.
  const known = prefix.length + suffix.length;
  if (places > 1 && known > 0 && best.score === 0) return null;
  if (even && exact.length < 4 && best.far > 2000) return null;
  return best.at;
}

/** How many units two texts have in common at their ends or beginnings. */
function common(a: string, b: string, ends: boolean): number {
  const most = Math.min(a.length, b.length);
  let n = 0;
  while (n < most && (ends ? a[a.length - 1 - n] === b[b.length - 1 - n] : a[n] === b[n])) n++;
  return n;
}

const signs = new Set(["\\", ...brackets.flatMap(({ open, close }) => [open, close])]);

/** The text without the brackets of kinds and their escapes, and where each of its units stood. */
function strip(text: string): { text: string; at: number[] } {
  const at: number[] = [];
  let out = "";
  for (let i = 0; i < text.length; i++) {
    if (signs.has(text[i]!)) continue;
    out += text[i];
    at.push(i);
  }
  return { text: out, at };
}

function nearest(at: readonly number[], place: number): number {
  let low = 0;
  let high = at.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at[middle]! < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
