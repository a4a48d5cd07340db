import { ChangeSet, Text } from "@codemirror/state";
import { expect, test } from "vitest";
import { EngineError } from "../engine/engine-error.ts";
import type { Change } from "../engine/protocol.gen.ts";
import { fromWire, toWire } from "./wire.ts";

const apply = (text: string, changes: { from: number; to: number; insert: string }[]) => {
  let out = "";
  let at = 0;
  for (const { from, to, insert } of changes) {
    expect(from).toBeGreaterThanOrEqual(at);
    out += text.slice(at, from) + insert;
    at = to;
  }
  return out + text.slice(at);
};

const cases: [string, string, { from: number; to?: number; insert?: string }[]][] = [
  ["a typed letter", "ab", [{ from: 1, insert: "x" }]],
  ["the second half of an emoji", "(😀)", [{ from: 2, to: 3, insert: "\uDE01" }]],
  ["the first half of an emoji", "(😀)", [{ from: 1, to: 2, insert: "\uD83C" }]],
  ["a character put between two halves is whole with both", "😀", [{ from: 1, insert: "\uDE01\uD83D" }]],
  [
    "two neighbours that share a character",
    "😀",
    [
      { from: 0, to: 1, insert: "\uD83C" },
      { from: 1, to: 2, insert: "\uDF00" },
    ],
  ],
  [
    "apart",
    "a😀b😀c",
    [
      { from: 2, to: 3, insert: "\uDE02" },
      { from: 5, to: 6, insert: "\uDE03" },
    ],
  ],
  ["deleted", "a😀b", [{ from: 1, to: 3 }]],
];

test.each(cases)("%s", (_name, before, edits) => {
  const doc = Text.of(before.split("\n"));
  const changes = ChangeSet.of(edits, doc.length);
  const after = changes.apply(doc);
  const wire = toWire(changes, doc, after);
  for (const { from, to, insert } of wire) {
    expect(insert.isWellFormed(), JSON.stringify(insert)).toBe(true);
    expect(before.slice(0, from).isWellFormed()).toBe(true);
    expect(before.slice(to).isWellFormed()).toBe(true);
  }
  expect(apply(before, wire)).toBe(after.toString());
});

test("any edit of any text comes out the same and never cuts a character", () => {
  let seed = 7;
  const random = (below: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
  const alphabet = ["a", "文", "😀", "😁", "🌀", "\n", "("];
  for (let round = 0; round < 2000; round++) {
    const before = Array.from({ length: 1 + random(8) }, () => alphabet[random(7)]).join("");
    const after = Array.from({ length: 1 + random(8) }, () => alphabet[random(7)]).join("");
    // The least difference in units, as an editor finds it.
    let start = 0;
    while (start < before.length && start < after.length && before[start] === after[start]) start++;
    let end = 0;
    while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end))
      end++;
    const doc = Text.of(before.split("\n"));
    const edit = { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
    const changes = ChangeSet.of(edit, before.length, "\n");
    const wire = toWire(changes, doc, changes.apply(doc));
    expect(apply(before, wire)).toBe(after);
    for (const { from, to, insert } of wire) {
      expect(insert.isWellFormed() && before.slice(0, from).isWellFormed() && before.slice(to).isWellFormed()).toBe(
        true,
      );
    }
  }
});

test.each([
  ["outside", [{ from: 0, to: 4, insert: "" }]],
  ["negative", [{ from: -1, to: 0, insert: "" }]],
  ["backwards", [{ from: 2, to: 1, insert: "" }]],
  ["no number", [{ from: "1", to: null, insert: "" }]],
  ["NaN", [{ from: NaN, to: NaN, insert: "x" }]],
  ["no text", [{ from: 0, to: 1, insert: 7 }]],
  ["no list", undefined],
  ["nothing", [null]],
])("edits that cannot be done are an error of the engine: %s", (_name, changes) => {
  expect(() => fromWire(changes as Change[], 3)).toThrow(EngineError);
});
