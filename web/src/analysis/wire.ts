import { ChangeSet, type Text } from "@codemirror/state";
import { EngineError } from "../engine/engine-error.ts";
import type { Change } from "../engine/protocol.gen.ts";

const high = (text: Text, at: number) => /^[\uD800-\uDBFF]$/.test(text.sliceString(at, at + 1));
const low = (text: Text, at: number) => /^[\uDC00-\uDFFF]$/.test(text.sliceString(at, at + 1));

/** Whether a place lies between the two halves of one character. */
const splits = (text: Text, at: number) => at > 0 && at < text.length && low(text, at) && high(text, at - 1);

/** toWire writes a set of changes as the engine takes them: whole characters
 * only. The editor finds the least difference in UTF-16 units, so that one emoji
 * typed over another may change only its second half. */
export function toWire(changes: ChangeSet, before: Text, after: Text): Change[] {
  const out: Change[] = [];
  changes.iterChanges((fromA, toA, fromB, toB) => {
    let from = fromA;
    let to = toA;
    let start = fromB;
    let end = toB;
    if (splits(before, from) || splits(after, start)) {
      from--;
      start--;
    }
    if (splits(before, to) || splits(after, end)) {
      to++;
      end++;
    }
    const last = out.at(-1);
    // Two changes that both grew over the character between them are one.
    if (last && from < last.to) {
      last.insert += after.sliceString(start + (last.to - from), end);
      last.to = to;
    } else {
      out.push({ from, to, insert: after.sliceString(start, end) });
    }
  });
  return out;
}

/** fromWire reads what the engine wants changed in a text of so many UTF-16 units.
 * Throws an EngineError for what cannot be done to it. */
export function fromWire(changes: readonly Change[], length: number): ChangeSet {
  try {
    const edits = changes.map(({ from, to, insert }) => {
      if (!Number.isInteger(from) || !Number.isInteger(to) || typeof insert !== "string")
        throw new TypeError("no edit");
      return { from, to, insert };
    });
    return ChangeSet.of(edits, length, "\n");
  } catch (thrown) {
    throw new EngineError("broken", `the engine's edits do not fit the text: ${String(thrown)}`);
  }
}
