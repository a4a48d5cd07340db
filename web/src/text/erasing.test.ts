import { EditorSelection, EditorState } from "@codemirror/state";
import { expect, test } from "vitest";
import { mark, report } from "../analysis/analysis.sample.ts";
import { known, showReport } from "../analysis/report.ts";
import { erasing } from "./erasing.ts";

const source = "会[收集]您的";

/** A text in the reading view whose mark is known, with the caret before a place of it. */
function read(at: number): EditorState {
  const marked = { ...report(1, 1, source.length), marks: [mark(1, 5)] };
  const state = EditorState.create({
    doc: source,
    extensions: [known, erasing],
    selection: EditorSelection.cursor(at),
  });
  return state.update({ effects: showReport.of({ report: marked, since: null }) }).state;
}

const replace = (state: EditorState, from: number, to: number, insert: string): EditorState =>
  state.update({ changes: { from, to, insert }, userEvent: insert ? "input.type.compose" : "delete.backward" }).state;

// The report of what is typed comes later: until then its marks are those of before.
test.each([
  ["at the end of a mark", 4, "会[收集并存]您的"],
  ["at the start of a mark", 2, "会[并存收集]您的"],
  ["before a mark", 1, "会并存[收集]您的"],
  ["behind a mark", 5, "会[收集]并存您的"],
])("what was typed %s is replaced wholly", (_where, at, text) => {
  let state = replace(read(at), at, at, "bing");
  state = replace(state, at, at + 4, "bing cun");
  state = replace(state, at, at + 8, "并存");
  expect(state.doc.toString()).toBe(text);
});

test.each([2, 4])("what was typed at the edge of a mark is erased again (%d)", (at) => {
  const state = replace(read(at), at, at, "x");
  expect(replace(state, at, at + 1, "").doc.toString()).toBe(source);
});

test("a mark keeps its brackets when some text is left, and goes with all of it", () => {
  expect(replace(read(4), 3, 6, "").doc.toString()).toBe("会[收]的");
  expect(replace(read(4), 1, 5, "").doc.toString()).toBe("会您的");
  expect(replace(read(4), 2, 4, "").doc.toString()).toBe("会您的");
  const typed = replace(read(4), 4, 4, "x");
  expect(replace(typed, 2, 5, "").doc.toString()).toBe("会您的");
});
