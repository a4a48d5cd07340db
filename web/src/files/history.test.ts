// @vitest-environment happy-dom
import "fake-indexeddb/auto";
import { Text } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { blank } from "../services/document.ts";
import { Events } from "../services/events.ts";
import type { SessionEvent } from "../services/session.ts";
import { History } from "./history.ts";
import { unpackText } from "./packing.ts";
import { Store } from "./store.ts";

// Which versions of a document are kept, and which are let go.

const minute = 60_000;
const hour = 60 * minute;

class OpenDocument extends Events<SessionEvent> {
  document = blank("a.txt");
  marks: number | null = 3;
  constructor(private readonly view: EditorView) {
    super();
  }
  get text(): Text {
    return this.view.state.doc;
  }
  /** open puts a text into the editor in place of the one before. */
  open(text: string): void {
    this.tell("leaving");
    this.document = blank("b.txt");
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text }, userEvent: "open" });
  }
}

let store: Store;
let view: EditorView;
let session: OpenDocument;
let history: History;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance", "Date"], now: 1000 * hour });
  vi.stubGlobal("indexedDB", new IDBFactory());
  store = new Store();
  view = new EditorView({
    parent: document.body,
    extensions: EditorView.updateListener.of((update) => {
      if (update.docChanged && !update.transactions[0]!.isUserEvent("open")) history.changed(update);
    }),
  });
  session = new OpenDocument(view);
  history = new History(store, session);
});
afterEach(() => {
  view.destroy();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The versions that are kept of a document, the latest first: why, and which text. */
async function kept(id = session.document.id): Promise<string[]> {
  await history.settled();
  const versions = await store.versions(id);
  return await Promise.all(versions.map(async ({ why, packed }) => `${why}: ${await unpackText(packed)}`));
}

const type = (insert: string) => view.dispatch({ changes: { from: 0, insert }, userEvent: "input.type" });

describe("while a document is worked on", () => {
  test("its text as it was opened is kept with the first change, once", async () => {
    session.open("opened");
    expect(await kept()).toEqual([]);
    type("x");
    type("y");
    expect(await kept()).toEqual(["opened: opened"]);
  });

  test("an empty one has nothing to keep", async () => {
    session.open("");
    type("x");
    expect(await kept()).toEqual([]);
  });

  test("its text is kept every few minutes of typing", async () => {
    session.open("opened");
    type("x");
    vi.advanceTimersByTime(4 * minute);
    type("y");
    vi.advanceTimersByTime(2 * minute);
    type("z");
    type("!");
    expect(await kept()).toEqual(["typing: zyxopened", "opened: opened"]);
  });

  test("the text before a large change is kept", async () => {
    session.open("opened");
    type("x".repeat(1001));
    view.dispatch({ changes: { from: 0, to: view.state.doc.length }, userEvent: "delete" });
    expect(await kept()).toEqual([`before: ${"x".repeat(1001)}opened`, "opened: opened"]);
  });

  test("the text before a change of many places is kept, and of a few is not", async () => {
    const change = (places: number, userEvent: string) =>
      view.dispatch({ changes: Array.from({ length: places }, (_, i) => ({ from: i * 2, to: i * 2 + 1 })), userEvent });
    session.open("ab".repeat(40));
    type("x");
    change(12, "input");
    expect(await kept()).toHaveLength(1);
    change(13, "input");
    expect(await kept()).toHaveLength(2);
    change(1, "fix.all");
    expect(await kept()).toHaveLength(3);
  });

  test("the first change of the next document keeps nothing of the one before", async () => {
    session.open("one");
    type("x");
    const before = session.document.id;
    session.open("two");
    type("y");
    expect(await kept(before)).toEqual(["opened: one"]);
    expect(await kept()).toEqual(["opened: two"]);
  });
});

describe("a version", () => {
  test("goes to the document that was open when it was asked for", async () => {
    session.open("one");
    const before = session.document.id;
    const added = history.add("saved");
    session.open("two");
    expect(await added).toBe(true);
    expect(await kept(before)).toEqual(["saved: one"]);
    expect(await kept()).toEqual([]);
  });

  test("has the number of marks of the text as it is, not of another", async () => {
    session.open("one");
    await history.add("saved");
    await history.add("rescued", Text.of(["other"]));
    expect((await store.versions(session.document.id)).map(({ marks }) => marks)).toEqual([null, 3]);
  });

  test("of the same text as the last is not kept twice, but gets its name", async () => {
    session.open("one");
    await history.add("saved");
    await history.add("saved");
    await history.add("named", session.text, "for the lawyers");
    const versions = await store.versions(session.document.id);
    expect(versions.map(({ label }) => label)).toEqual(["for the lawyers"]);
  });

  test("that the browser cannot keep is told of, and holds up no other", async () => {
    session.open("one");
    vi.spyOn(store, "addVersion").mockRejectedValueOnce(new DOMException("", "QuotaExceededError"));
    const [first, second] = await Promise.all([history.add("saved"), history.add("saved")]);
    expect([first, second]).toEqual([false, true]);
    expect(await kept()).toEqual(["saved: one"]);
  });

  test("is let go when later ones are close to it, but not the first, the last or one with a name", async () => {
    const { id } = session.document;
    const now = Date.now();
    const add = (text: string, ago: number, label = "") =>
      history.addTo(id, label ? "named" : "typing", Text.of([text]), now - ago, label);
    await add("first", 5 * hour);
    await add("near it", 5 * hour - minute);
    await add("named", 5 * hour - 2 * minute, "mine");
    await add("apart", 4 * hour);
    await add("close", 4 * hour - 5 * minute);
    await add("of this hour", 2 * minute);
    await add("last", 0);
    expect(await kept(id)).toEqual([
      "typing: last",
      "typing: of this hour",
      "typing: close",
      "named: named",
      "typing: first",
    ]);
  });
});
