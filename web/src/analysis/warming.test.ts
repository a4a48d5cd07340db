import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { EngineState } from "../engine/contract.ts";
import { EngineError } from "../engine/engine-error.ts";
import type { EditRequest, LoadRequest } from "../engine/protocol.gen.ts";
import { warm } from "./warming.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An engine that takes 100 ms for each question about a document of its own. */
function engineOf(place: "worker" | "page" = "worker") {
  const asked: (LoadRequest | EditRequest)[] = [];
  const documents = new Set<number>();
  const engine = { state: "ready" as EngineState, place, asked, documents, dies: Infinity };
  const answer = async (request: LoadRequest | EditRequest) => {
    asked.push(request);
    await new Promise((done) => setTimeout(done, 100));
    if (asked.length >= engine.dies) throw new EngineError("restarted", "");
    return { serial: asked.length };
  };
  const beside = (number: number) => (documents.add(number), { load: answer, edit: answer });
  return Object.assign(engine, { beside });
}

it("types into a document of its own for a while, takes back what it typed, and empties it", async () => {
  const engine = engineOf();
  const done = warm(engine, () => 1000, "我们收集手机号。", "zh");
  await vi.runAllTimersAsync();
  await done;
  expect([...engine.documents].every((number) => number < 0)).toBe(true);
  expect(engine.asked.length).toBeGreaterThan(20);
  expect(engine.asked.length).toBeLessThan(50);
  expect(engine.asked.at(-1)).toMatchObject({ text: "" });
  const typed = engine.asked.filter((request): request is EditRequest => "changes" in request);
  expect(typed.slice(0, 2).map(({ changes }) => changes)).toEqual([
    [{ from: 0, to: 0, insert: "x" }],
    [{ from: 0, to: 1, insert: "" }],
  ]);
  expect(typed.every(({ base, version }) => version === base + 1)).toBe(true);
});

it("waits while the engine is needed", async () => {
  const engine = engineOf();
  let idle = 0;
  const done = warm(engine, () => idle, "a", "en");
  await vi.advanceTimersByTimeAsync(5000);
  expect(engine.asked).toEqual([]);
  idle = 1000;
  await vi.runAllTimersAsync();
  await done;
  expect(engine.asked.length).toBeGreaterThan(0);
});

it("ends with the engine, and leaves one in the page alone", async () => {
  const dying = engineOf();
  dying.dies = 3;
  await Promise.all([warm(dying, () => 1000, "abc", "en"), vi.runAllTimersAsync()]);
  expect(dying.asked).toHaveLength(3);

  const failed = engineOf();
  const done = warm(failed, () => 0, "abc", "en");
  (failed as { state: EngineState }).state = "failed";
  await vi.runAllTimersAsync();
  await done;
  expect(failed.asked).toEqual([]);

  const inPage = engineOf("page");
  await warm(inPage, () => 1000, "abc", "en");
  expect(inPage.documents.size).toBe(0);
});
