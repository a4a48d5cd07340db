// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { answer, asked, request } from "../analysis/analysis.sample.ts";
import { begin, last, settled } from "../engine/fake-engine.ts";
import type { CompareRequest, ComparisonRows, GiveTextRequest } from "../engine/protocol.gen.ts";
import { blank } from "../services/document.ts";
import { PageUnderTest, reports } from "../services/page.sample.ts";
import { Drift } from "./drift.ts";

// The text held against its base, while it is edited and the base is changed.

let page: PageUnderTest;
let drift: Drift;

const rows = (version: number, total: number): ComparisonRows => ({
  first: 0,
  total,
  items: [],
  counts: [],
  stale: false,
  version,
});

/** The oldest question, once the reports that come before it are answered. */
async function next(): Promise<string | undefined> {
  await reports();
  return asked()[0];
}

/** Answers a text given to the engine, and returns it. */
async function given(): Promise<string> {
  expect(await next()).toBe("giveText");
  const { text } = request<GiveTextRequest>();
  await answer({});
  return text;
}

/** Answers the beginning of the comparison, and returns which version is compared. */
async function begun(): Promise<number> {
  expect(await next()).toBe("compare");
  const { version } = request<CompareRequest>();
  await answer({ done: 0, total: 1, ended: false });
  return version;
}

/** Answers the last step of the comparison, and how many places differ. */
async function ended(version: number, places: number): Promise<void> {
  expect(await next()).toBe("stepComparison");
  await answer({ done: 1, total: 1, ended: true });
  expect(await next()).toBe("comparisonRows");
  await answer(rows(version, places));
}

/** Answers one whole comparison, and returns the base. */
async function compared(places: number): Promise<string> {
  const text = await given();
  await ended(await begun(), places);
  return text;
}

async function edit(insert: string): Promise<void> {
  page.desk.view.dispatch({ changes: { from: 0, insert }, userEvent: "input.type" });
  await settled();
  await reports();
}

const pause = () => vi.advanceTimersByTimeAsync(500);

/** Makes a text the base, of which no database keeps anything here. */
async function take(text: string): Promise<void> {
  await drift.take({ text, name: "base.txt" });
  await settled();
}

beforeEach(async () => {
  begin();
  page = new PageUnderTest();
  drift = new Drift(page.desk, page.session, page.notices);
  await page.start("we use email");
});
afterEach(async () => {
  await page.close();
  vi.useRealTimers();
});

it("says how many places differ, and of which version", async () => {
  await take("we use mail");
  expect(drift.places).toBeNull();
  expect(await compared(1)).toBe("we use mail");
  expect([drift.places, drift.version]).toEqual([1, page.desk.analysis.version]);
  await pause();
  expect(asked()).toEqual([]);
});

it("a base that the browser cannot keep is taken all the same, and that is said", async () => {
  await take("we use mail");
  expect(page.said).toEqual([page.desk.words.compare.drift.notKept]);
  expect(drift.base?.text).toBe("we use mail");
});

describe("a change of the text", () => {
  it("has it asked for again, once, after a pause", async () => {
    await take("base");
    await compared(1);
    await edit("a");
    await vi.advanceTimersByTimeAsync(400);
    await edit("b");
    await vi.advanceTimersByTimeAsync(400);
    expect(asked()).toEqual([]);
    await vi.advanceTimersByTimeAsync(100);
    await compared(2);
    expect(drift.places).toBe(2);
    await pause();
    expect(asked()).toEqual([]);
  });

  it("while it is being compared is compared after it", async () => {
    await take("base");
    await given();
    const version = await begun();
    await edit("a");
    await pause();
    await ended(version, 1);
    expect(drift.version).toBeLessThan(page.desk.analysis.version);
    await pause();
    await compared(2);
    expect([drift.places, drift.version]).toEqual([2, page.desk.analysis.version]);
  });

  it("that makes the answer stale has it asked for again", async () => {
    await take("base");
    await given();
    expect(await next()).toBe("compare");
    await answer({ code: "stale", message: "" });
    expect(drift.places).toBeNull();
    await pause();
    await compared(3);
    expect(drift.places).toBe(3);
  });
});

it("another base that is taken while the first is compared is the one that counts", async () => {
  await take("first");
  await given();
  const version = await begun();
  await take("second");
  expect(await next()).toBe("stepComparison");
  await answer({ done: 1, total: 1, ended: true });
  if ((await next()) === "comparisonRows") await answer(rows(version, 9));
  await pause();
  expect(await compared(2)).toBe("second");
  expect(drift.places).toBe(2);
});

it("what was known of a base is not said of the next", async () => {
  await take("first");
  await compared(4);
  await take("second");
  expect(drift.places).toBeNull();
});

it("a document that is opened meanwhile has not the base of the one before, nor its places", async () => {
  await take("base");
  await given();
  const version = await begun();
  page.session.show(blank("c.txt"), "other");
  await settled();
  expect(await next()).toBe("stepComparison");
  await answer({ done: 1, total: 1, ended: true });
  if ((await next()) === "comparisonRows") await answer(rows(version, 9));
  await pause();
  expect(await next()).toBeUndefined();
  expect([drift.base, drift.places]).toEqual([null, null]);
});

it("a comparison that the engine refuses is not begun again by itself", async () => {
  await take("base");
  await given();
  expect(await next()).toBe("compare");
  await answer({ code: "refused", message: "too large" });
  await vi.advanceTimersByTimeAsync(5000);
  expect(asked()).toEqual([]);
  await edit("a");
  await pause();
  await compared(1);
  expect(drift.places).toBe(1);
});

it("an engine that dies in the middle is followed by one that is asked anew", async () => {
  await take("base");
  await given();
  await begun();
  last().listener.dead("out of memory");
  await vi.advanceTimersByTimeAsync(0);
  last().ready();
  await settled();
  await reports();
  await pause();
  expect(await compared(2)).toBe("base");
  expect(drift.places).toBe(2);
});

describe("a document of a file without marks", () => {
  const file = { ...blank("policy.txt"), original: new Uint8Array([65]), reading: "plain" as const };

  it("has that for its base", async () => {
    await page.open("we use email", {}, { ...file, id: "1" });
    expect(await next()).toBe("inspect");
    await answer({ markup: { marks: 0 }, refusal: "" });
    expect(await next()).toBe("decode");
    await answer({ text: "A" });
    await pause();
    expect(await compared(1)).toBe("A");
    expect(drift.base).toEqual({ text: "A", name: "policy.txt" });
  });

  it("keeps the base that is taken while the file is read", async () => {
    await page.open("we use email", {}, { ...file, id: "2" });
    expect(await next()).toBe("inspect");
    await drift.take({ text: "mine", name: "base.txt" });
    await answer({ markup: { marks: 0 }, refusal: "" });
    expect(await given()).toBe("mine");
    expect(await next()).toBe("decode");
    await answer({ text: "A" });
    expect(drift.base?.text).toBe("mine");
  });

  it("gives it to no other document that is opened while the file is read", async () => {
    await page.open("we use email", {}, { ...file, id: "3" });
    expect(await next()).toBe("inspect");
    page.session.show(blank("c.txt"), "other");
    await answer({ markup: { marks: 0 }, refusal: "" });
    while ((await next()) === "decode") await answer({ text: "A" });
    await pause();
    expect(await next()).toBeUndefined();
    expect(drift.base).toBeNull();
  });
});
