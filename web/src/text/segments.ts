import type { Surroundings } from "../engine/protocol.gen.ts";

/** Step is what an edge of a mark moves by. */
export type Step = "character" | "word";

const segmenters = {
  character: new Intl.Segmenter(["zh", "en"], { granularity: "grapheme" }),
  word: new Intl.Segmenter(["zh", "en"], { granularity: "word" }),
};

/** stepFrom returns by how many UTF-16 units of plain text an edge of a mark moves
 * to the next place that fits: for words the end moves to where one ends, the start
 * to where one starts, so that neither takes in what stands between two. 0 when
 * there is none. */
export function stepFrom({ before, text, after }: Surroundings, end: boolean, back: boolean, step: Step): number {
  const edge = before.length + (end ? text.length : 0);
  let last: number | null = null;
  for (const { segment, index, isWordLike } of segmenters[step].segment(before + text + after)) {
    if (step === "word" && !isWordLike) continue;
    const place = end ? index + segment.length : index;
    if (back && place >= edge) break;
    if (!back && place > edge) return place - edge;
    last = place;
  }
  // A character starts and ends at either end of the text too.
  if (step === "character" && !back && !end) return before.length + text.length + after.length - edge;
  if (step === "character" && back && end && last === null) return -edge;
  return back && last !== null ? last - edge : 0;
}
