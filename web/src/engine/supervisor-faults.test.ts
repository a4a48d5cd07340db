import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { begin, create, createReady, document, engines, last, range, settled, transport, view } from "./fake-engine.ts";
import type { Answer, StartTransport } from "./transport.ts";

// Engines that answer nonsense, out of turn, or not at all, and calls that cannot be made.

beforeEach(begin);
afterEach(() => {
  vi.useRealTimers();
});

describe("answers", () => {
  it("that are none fail their call, and the engine is replaced", async () => {
    for (const garbage of [
      { json: "{" },
      { json: "null" },
      { json: "[]" },
      { json: "7" },
      {},
      null,
      undefined,
      "text",
      7,
      { result: 7 },
    ]) {
      const client = await createReady({ onRestart: () => document });
      const first = last();
      const call = client.plain(range);
      const other = client.plain(range);
      first.listener.answer(first.calls[0]!.id, garbage as Answer);
      await expect(call, JSON.stringify(garbage)).rejects.toMatchObject({
        code: "broken",
        message: expect.stringContaining("plain"),
      });
      await expect(other).rejects.toMatchObject({ code: "restarted" });
      const again = client.plain(range);
      expect(last()).not.toBe(first);
      last().ready();
      await settled();
      last().answer({ version: 7 });
      last().answer({ text: "t" });
      expect(await again).toEqual({ text: "t" });
    }
  });

  it("may come in any order, and count once", async () => {
    const client = await createReady();
    const calls = [client.plain(range), client.plain(range), client.plain(range)];
    const [a, b, c] = last().calls.map(({ id }) => id) as [number, number, number];
    for (const [id, text] of [
      [c, "c"],
      [a, "a"],
      [a, "b"],
      [c, "b"],
      [NaN, "b"],
      ["__proto__", "b"],
      [b, "b"],
    ]) {
      last().listener.answer(id as number, { json: JSON.stringify({ text }) });
    }
    expect(await Promise.all(calls)).toEqual([{ text: "a" }, { text: "b" }, { text: "c" }]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(engines).toHaveLength(1);
  });
});

describe("a dead engine", () => {
  it("leaves a question about a file to the next, but once", async () => {
    const client = await createReady();
    const file = { data: new Uint8Array(), lang: "en" } as const;
    const asked = client.inspect(file);
    const other = client.plain(range);
    last().listener.dead("it broke");
    await expect(other).rejects.toMatchObject({ code: "restarted" });
    last().ready();
    expect(last().calls.map(({ method }) => method)).toEqual(["inspect"]);
    last().listener.dead("it broke");
    last().ready();
    expect(last().calls).toEqual([]);
    await expect(asked).rejects.toMatchObject({ code: "restarted" });
    const again = client.inspect(file);
    last().listener.dead("it broke");
    last().ready();
    last().answer({ refusal: "" });
    expect(await again).toEqual({ refusal: "" });
  });

  it("that answered the handshake with nonsense is replaced, and greeted by the next", async () => {
    const client = create();
    last().listener.alive();
    last().listener.ready();
    last().answer({ code: "broken", message: "the engine failed" });
    last().listener.alive();
    last().listener.ready();
    last().answer({ json: "null" });
    expect(engines).toHaveLength(3);
    last().ready();
    expect(await client.welcome).toEqual({ version: "1" });
  });

  it("that failed for good greets when it is started again", async () => {
    const client = create();
    for (let deaths = 0; deaths < 4; deaths++) last().listener.dead("it broke");
    await expect(client.welcome).rejects.toMatchObject({ code: "failed" });
    client.restart();
    last().ready();
    expect(await client.welcome).toEqual({ version: "1" });
  });
});

describe("a hung engine", () => {
  it("is replaced when it leaves one call out and answers all others", async () => {
    const client = await createReady();
    const never = client.plain(range);
    for (let second = 0; second < 8; second++) {
      client.plain(range).catch(() => {});
      const { id } = engines[0]!.calls.at(-1)!;
      engines[0]!.listener.answer(id, { json: "{}" });
      await vi.advanceTimersByTimeAsync(1000);
    }
    await expect(never).rejects.toMatchObject({ code: "restarted" });
    expect(engines).toHaveLength(2);
  });

  it("has more time for a key in a large document, or one that brings much", async () => {
    const client = await createReady();
    void client.edit({
      base: 7,
      version: 8,
      changes: [{ from: 0, to: 0, insert: "x".repeat(1_000_000) }],
      view,
    } as never);
    await vi.advanceTimersByTimeAsync(24_000);
    expect(engines).toHaveLength(1);
    last().answer({ version: 8, length: 1_000_000 });
    void client.look({ version: 8, view } as never);
    await vi.advanceTimersByTimeAsync(24_000);
    expect(engines).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(engines).toHaveLength(2);
  });
});

describe("the page", () => {
  it("is told of what cannot be sent, and the calls beside it are not lost", async () => {
    const uncloneable: StartTransport = (program, listener) => {
      const { send, ...rest } = transport(program, listener);
      return { ...rest, send: (call) => (structuredClone(call), send(call)) };
    };
    const client = create({}, { transports: [uncloneable] });
    const bad = { ...range, at: () => 1 };
    const calls = [
      client.plain(bad),
      client.load(null as never),
      client.plain(range),
      client.plain(bad),
      client.plain(range),
    ];
    last().ready();
    await settled();
    expect(last().calls).toHaveLength(2);
    last().answer({ text: "a" });
    last().answer({ text: "b" });
    const ends = await Promise.allSettled(calls);
    expect(ends.map((end) => (end.status === "fulfilled" ? end.value : end.reason.code))).toEqual([
      "broken",
      "broken",
      { text: "a" },
      "broken",
      { text: "b" },
    ]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(engines).toHaveLength(1);
  });

  it("has every call answered or refused, whenever an engine dies", async () => {
    let random = 7;
    const below = (n: number) => (random = (random * 48271) % 2147483647) % n;
    const client = await createReady({ onRestart: () => document });
    const calls: Promise<unknown>[] = [];
    for (let i = 0; i < 2000; i++) {
      const engine = last();
      const what = below(12);
      if (what < 5) calls.push(client.plain(range));
      else if (what < 9)
        engine.calls.length > 0 && engine.answer(engine.calls[0]!.method === "hello" ? { version: "1" } : { text: "" });
      else if (what === 9) engine.listener.ready();
      else if (what === 10 && below(6) === 0) engine.listener.dead("it broke");
      else if (what === 11 && below(20) === 0) client.restart();
      await settled();
    }
    client.close();
    const ends = await Promise.allSettled(calls);
    const codes = new Set(
      ends.map((end) => (end.status === "fulfilled" ? "answered" : (end.reason as { code: string }).code)),
    );
    expect([...codes].filter((code) => !["answered", "restarted", "failed", "closed"].includes(code))).toEqual([]);
    expect(codes).toContain("answered");
    expect(codes).toContain("restarted");
  });
});
