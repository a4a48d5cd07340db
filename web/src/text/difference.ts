import type { Change } from "../engine/protocol.gen.ts";

/** differenceOf is the one change that makes a text another and touches only what
 * differs, in UTF-16 units; null when they are the same. No character is cut in two. */
export function differenceOf(now: string, text: string): Change | null {
  let start = 0;
  const shorter = Math.min(now.length, text.length);
  while (start < shorter && now[start] === text[start]) start++;
  if (start === now.length && now.length === text.length) return null;
  let end = 0;
  while (end < shorter - start && now[now.length - 1 - end] === text[text.length - 1 - end]) end++;
  if (start > 0 && /[\uD800-\uDBFF]/.test(now[start - 1]!)) start--;
  if (end > 0 && /[\uDC00-\uDFFF]/.test(now[now.length - end]!)) end--;
  return { from: start, to: now.length - end, insert: text.slice(start, text.length - end) };
}
