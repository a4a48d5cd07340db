// @vitest-environment happy-dom
import { history, undo } from "@codemirror/commands";
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { beforeEach, expect, test } from "vitest";
import { Analysis } from "../analysis/analysis.ts";
import { blank } from "./document.ts";
import { Session, type SessionEvent } from "./session.ts";

const all: readonly SessionEvent[] = ["leaving", "opened", "changed", "weighed", "renamed", "locked", "kept"];

let view: EditorView;
let session: Session;
/** What was told, with the text that stood in the editor then. */
let told: string[];
let restarts: number;

beforeEach(() => {
  view = new EditorView({ parent: document.body });
  // Nothing is laid out here.
  view.coordsAtPos = () => null;
  const analysis = new Analysis();
  restarts = 0;
  session = new Session(view, analysis, { restart: () => void restarts++ }, (doc, selection, own) =>
    EditorState.create({ doc, selection, extensions: [history(), analysis.extension, own] }),
  );
  session.begin();
  told = [];
  for (const event of all) session.addEventListener(event, () => told.push(`${event}: ${session.text}`));
});

const names = () => told.splice(0).map((one) => one.split(":")[0]);
const type = (insert: string) => view.dispatch({ changes: { from: 0, insert } });

test("before another document opens the one that is left still stands", () => {
  type("old");
  told = [];
  session.show(blank("b.txt"), "new");
  expect(told[0]).toBe("leaving: old");
  expect(told[1]).toBe("opened: new");
});

test("the same document shown anew is not opened, but what is other about it is told", () => {
  const document = blank("a.txt");
  session.show(document, "text");
  names();
  session.show({ ...document, name: "b.txt" }, "text", undefined, true);
  expect(names()).toEqual(["leaving", "renamed", "locked", "changed"]);
});

test("typing tells of the change, and once that the text differs from its file", () => {
  type("a");
  expect(names()).toEqual(["weighed", "changed"]);
  type("b");
  expect(names()).toEqual(["changed"]);
  expect(session.document.edited).toBe(true);
  view.dispatch({ selection: { anchor: 1 } });
  expect(names()).toEqual(["changed"]);
});

test("a locked document takes no typing, but follows what another tab wrote", () => {
  session.show(blank("a.txt"), "text");
  session.lock(true);
  type("x");
  expect(session.text.toString()).toBe("text");
  session.replace("text of another tab", true);
  expect(session.text.toString()).toBe("text of another tab");
  expect(session.document.edited).toBe(false);
});

test("the steps of undo of a document are there again when one comes back to it", () => {
  const document = blank("a.txt");
  session.show(document, "");
  type("typed");
  const { text } = session;
  session.show(blank("b.txt"), "other");
  expect(undo(view)).toBe(false);
  session.show(document, text);
  expect(undo(view)).toBe(true);
  expect(session.text.toString()).toBe("");
});

test("each thing that happens has one event, told when it is so", () => {
  session.rename("c.txt");
  session.keepingIs("failed");
  session.keepingIs("failed");
  session.become(blank("d.txt"));
  expect(names()).toEqual(["renamed", "kept", "opened"]);
});

test("a large text takes its engine along", () => {
  session.show(blank(), "x".repeat(3_000_001));
  expect(restarts).toBe(0);
  session.show(blank(), "small");
  expect(restarts).toBe(1);
});
