import { EditorState } from "@codemirror/state";
import { expect, test } from "vitest";
import { wellFormed } from "./wellformed.ts";

const after = (doc: string, from: number, to: number, insert: string) =>
  EditorState.create({ doc, extensions: wellFormed }).update({ changes: { from, to, insert } }).state.doc.toString();

test.each([
  ["a lone first half", "ab", 1, 1, "\uD800", "a\uFFFDb"],
  ["a lone second half", "ab", 1, 1, "\uDC00", "a\uFFFDb"],
  ["a whole character", "ab", 1, 1, "😀", "a😀b"],
  ["the second half of another", "a😀b", 2, 3, "\uDE01", "a😁b"],
  ["what deleting half a character leaves", "a😀b", 2, 3, "", "a\uFFFDb"],
  ["something put between two halves", "a😀b", 2, 2, "x", "a\uFFFDx\uFFFDb"],
  ["two in one text", "", 0, 0, "\uD800x\uDC00", "\uFFFDx\uFFFD"],
  ["the right order matters", "", 0, 0, "\uDC00\uD800", "\uFFFD\uFFFD"],
  ["beside whole characters", "😀😀", 2, 2, "\uD800", "😀\uFFFD😀"],
])("%s", (_name, doc, from, to, insert, expected) => {
  expect(after(doc, from, to, insert)).toBe(expected);
});
