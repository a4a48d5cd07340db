import { Text } from "@codemirror/state";
import { beforeEach, expect, test, vi } from "vitest";
import { blank } from "../services/document.ts";
import { Notices } from "../services/notices.ts";
import type { Keeping } from "../services/session.ts";
import { Keeper } from "./keeper.ts";
import { Store } from "./store.ts";

vi.stubGlobal("window", globalThis);
vi.stubGlobal("document", new EventTarget());
const listening = new Map<string, (event: Event) => void>();
vi.stubGlobal("addEventListener", (type: string, call: (event: Event) => void) => void listening.set(type, call));
vi.stubGlobal("removeEventListener", (type: string) => void listening.delete(type));
vi.stubGlobal("navigator", {});

/** A keeper whose store keeps when it is told to. */
function keeping() {
  const session = Object.assign(new EventTarget(), {
    document: blank("a.txt"),
    dirty: true,
    locked: false,
    text: Text.of(["x"]),
    place: { anchor: 0, head: 0, line: 1 },
    marks: null,
    keeping: "kept" as Keeping,
    keepingIs: (keeping: Keeping) => void (session.keeping = keeping),
    weigh: () => {},
    show: () => {},
    become: () => {},
  });
  const notices = new Notices();
  const keeper = new Keeper(
    new Store(),
    session,
    { addTo: async () => true },
    { decode: async () => ({ text: "" }) },
    notices,
    { open: () => {}, download: () => {} },
  );
  const waiting: { done: () => void; fail: (error: Error) => void }[] = [];
  vi.spyOn(keeper.store, "keep").mockImplementation(() => new Promise((done, fail) => waiting.push({ done, fail })));
  vi.spyOn(keeper.store, "settle").mockResolvedValue();
  return { keeper, waiting, session, notices };
}

beforeEach(() => void vi.useFakeTimers());

test("while a later text is on its way, an earlier one that is kept is not all", async () => {
  const { keeper, waiting, session } = keeping();
  keeper.touch();
  const first = keeper.keep();
  keeper.touch();
  const second = keeper.keep();
  waiting[0]!.done();
  await first;
  expect(session.keeping).toBe("pending");
  waiting[1]!.done();
  await second;
  expect(session.keeping).toBe("kept");
});

test("a document that was left does not hold up the one that came", async () => {
  const { keeper, waiting, session } = keeping();
  keeper.touch();
  const left = keeper.keep();
  session.document = blank("b.txt");
  keeper.touch();
  const here = keeper.keep();
  waiting[1]!.done();
  await here;
  waiting[0]!.done();
  await left;
  expect(session.keeping).toBe("kept");
});

test("what could not be kept is told, and tried again", async () => {
  const { keeper, waiting, session } = keeping();
  keeper.touch();
  const first = keeper.keep();
  waiting[0]!.fail(new Error("no room"));
  expect(await first).toBe(false);
  expect(session.keeping).toBe("failed");
  vi.advanceTimersByTime(5000);
  expect(waiting).toHaveLength(2);
  waiting[1]!.done();
  await vi.advanceTimersByTimeAsync(0);
  expect(session.keeping).toBe("kept");
});

test("the disk is waited for in a pause, and after ten seconds without one", async () => {
  const { keeper, waiting } = keeping();
  const keep = async () => {
    keeper.touch();
    const kept = keeper.keep();
    waiting.pop()!.done();
    await kept;
  };
  await keep();
  vi.advanceTimersByTime(900);
  expect(keeper.store.settle).not.toHaveBeenCalled();
  vi.advanceTimersByTime(200);
  expect(keeper.store.settle).toHaveBeenCalledTimes(1);
  for (let i = 0; i < 25; i++) {
    await keep();
    vi.advanceTimersByTime(500);
  }
  expect(keeper.store.settle).toHaveBeenCalledTimes(2);
});

test("what was left and could not be kept is held, told of, and kept later", async () => {
  const { keeper, waiting, session, notices } = keeping();
  const a = session.document;
  keeper.touch();
  const left = keeper.keep();
  session.document = blank("b.txt");
  waiting[0]!.fail(new DOMException("", "QuotaExceededError"));
  await left;
  expect(notices.last?.text).toContain("a.txt");
  expect(keeper.held.has(a.id)).toBe(true);
  expect(listening.has("beforeunload")).toBe(true);
  vi.advanceTimersByTime(5000);
  waiting[1]!.done();
  await vi.advanceTimersByTimeAsync(0);
  expect(waiting).toHaveLength(3);
  expect(vi.mocked(keeper.store.keep).mock.calls[2]![0]).toMatchObject({ id: a.id, text: "x" });
  waiting[2]!.done();
  await vi.advanceTimersByTimeAsync(0);
  expect(keeper.held.size).toBe(0);
  expect(listening.has("beforeunload")).toBe(false);
});

test("the browser asks before a page is left whose text could not be kept", async () => {
  const { keeper, waiting } = keeping();
  keeper.touch();
  const first = keeper.keep();
  waiting[0]!.fail(new Error("no room"));
  await first;
  const leaving = new Event("beforeunload", { cancelable: true });
  listening.get("beforeunload")!(leaving);
  expect(leaving.defaultPrevented).toBe(true);
  vi.advanceTimersByTime(5000);
  waiting[1]!.done();
  await vi.advanceTimersByTimeAsync(0);
  expect(listening.has("beforeunload")).toBe(false);
});
