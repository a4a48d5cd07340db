// @vitest-environment happy-dom
import { EditorView } from "@codemirror/view";
import { afterEach, expect, test } from "vitest";
import { report } from "../analysis/analysis.sample.ts";
import { known, showReport } from "../analysis/report.ts";
import { Navigation, type Turn } from "./navigation.ts";

const views: EditorView[] = [];
afterEach(() => {
  for (const view of views.splice(0)) view.destroy();
});

/** A text whose report is as the text is, and the panes that came to the front. */
function moving() {
  const view = new EditorView({ parent: document.body, doc: "one two three", extensions: known });
  views.push(view);
  const navigation = new Navigation(view);
  const turns: string[] = [];
  navigation.addEventListener("turn", (event) => turns.push((event as Turn).detail.pane));
  const selected = () => view.state.sliceDoc(view.state.selection.main.from, view.state.selection.main.to);
  return { view, navigation, turns, selected };
}

test("revealing a place selects it and brings the text to the front", () => {
  const { view, navigation, turns, selected } = moving();
  navigation.reveal({ from: 4, to: 7 });
  expect([selected(), turns, view.hasFocus]).toEqual(["two", ["text"], true]);
});

test("following a place leaves in front what is, and the focus where it is", () => {
  const { view, navigation, turns, selected } = moving();
  navigation.follow({ from: 4, to: 7 });
  expect([selected(), turns, view.hasFocus]).toEqual(["two", [], false]);
});

test("a place of the report is where it has moved to, one of the text as it is now where it stands", () => {
  const { view, navigation, selected } = moving();
  view.dispatch({ effects: showReport.of({ report: report(1, 1, view.state.doc.length), since: null }) });
  view.dispatch({ changes: { from: 0, insert: "zero " } });
  navigation.reveal({ from: 4, to: 7 }, false);
  expect(selected()).toBe("two");
  navigation.revealNow({ from: 5, to: 8 });
  expect(selected()).toBe("one");
});
