import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  begin,
  create,
  createReady,
  document,
  engines,
  last,
  place,
  range,
  settled,
  states,
  transport,
  view,
} from "./fake-engine.ts";
import { fingerprint } from "./protocol.gen.ts";
import type { Program } from "./transport.ts";

beforeEach(begin);
afterEach(() => {
  vi.useRealTimers();
});

describe("starting", () => {
  it("shakes hands, then sends the calls that waited, in order", async () => {
    const client = create();
    const unmarked = client.unmark(place);
    void client.plain(range);
    last().listener.alive();
    last().listener.ready();
    expect(last().calls.map(({ method }) => method)).toEqual(["hello"]);
    expect(last().calls[0]!.request).toEqual({ protocol: fingerprint, lang: "en" });
    last().answer({ version: "1" });
    expect(await client.welcome).toEqual({ version: "1" });
    expect(last().calls.map(({ method }) => method)).toEqual(["unmark", "plain"]);
    last().answer({ count: 1 });
    expect(await unmarked).toEqual({ count: 1 });
    expect(states).toEqual(["ready"]);
  });

  it("takes the next transport where an engine cannot run", async () => {
    const other = vi.fn(transport);
    const client = create({}, { transports: [transport, other] });
    last().listener.unavailable("no workers here");
    expect(engines).toHaveLength(2);
    expect(other).toHaveBeenCalledOnce();
    last().ready();
    await client.welcome;
    expect(states).toEqual(["ready"]);
  });

  it("takes the next transport where nothing is heard of the engine", async () => {
    create({}, { transports: [transport, transport] });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(engines).toHaveLength(2);
  });

  it("fails with a reason when no transport is left", async () => {
    const onState = vi.fn();
    const client = create({ onState });
    const call = client.plain(range);
    last().listener.unavailable("no workers here");
    await expect(call).rejects.toMatchObject({ code: "failed" });
    await expect(client.plain(range)).rejects.toMatchObject({ code: "failed" });
    await expect(client.welcome).rejects.toMatchObject({ code: "failed" });
    expect(onState).toHaveBeenCalledWith(
      "failed",
      expect.objectContaining({ message: expect.stringContaining("browser") }),
    );
  });

  it("fails at once when the page and the engine are not of one build", async () => {
    const client = create();
    last().listener.alive();
    last().listener.ready();
    last().answer({ code: "refused", message: "another protocol" });
    await settled();
    expect(client.state).toBe("failed");
    expect(engines).toHaveLength(1);
    await expect(client.welcome).rejects.toThrow("another protocol");
  });

  it("loads the program again when it could not be loaded, and says so in the end", async () => {
    const loadProgram = vi.fn((): Promise<Program> => Promise.reject(new Error("no network")));
    const client = create({}, { loadProgram });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(client.state).toBe("failed");
    expect(loadProgram).toHaveBeenCalledTimes(4);
    loadProgram.mockImplementation(async () => ({ packed: "" }));
    client.restart();
    last().ready();
    await settled();
    expect(client.state).toBe("ready");
  });
});

describe("answers", () => {
  it("are errors of the engine's own codes", async () => {
    const client = await createReady();
    const stale = client.plain(range);
    const odd = client.plain(range);
    const noJSON = client.plain(range);
    last().answer({ code: "stale", message: "version 8" });
    last().answer({ code: "?", message: "?" });
    last().answer({ json: "{" });
    await expect(stale).rejects.toMatchObject({ code: "stale", message: "version 8" });
    await expect(odd).rejects.toMatchObject({ code: "broken" });
    await expect(noJSON).rejects.toMatchObject({ code: "broken" });
  });

  it("have their bytes where the protocol has them", async () => {
    const client = await createReady();
    const encoded = client.encode({ version: 7, original: new Uint8Array(), reading: "markup", lang: "en" });
    last().answer({ json: "{}", data: new Uint8Array([1]) });
    expect(await encoded).toEqual({ data: new Uint8Array([1]) });
  });

  it("that nobody waits for are left alone", async () => {
    await createReady();
    last().listener.answer(99, { json: "{}" });
  });
});

describe("a dead engine", () => {
  it("is replaced by one that gets the document first, and what it was asked is asked again by the caller", async () => {
    const onRestored = vi.fn();
    const client = await createReady({ onRestart: () => document, onRestored });
    const asked = client.plain(range);
    last().listener.dead("it broke");
    await expect(asked).rejects.toMatchObject({ code: "restarted" });
    expect(engines[0]!.stopped).toBe(true);
    const again = client.plain(range);
    expect(client.state).toBe("restarting");
    last().ready();
    await settled();
    expect(last().calls.map(({ method, request }) => [method, request])).toEqual([["load", document]]);
    last().answer({ version: 7, length: 4 });
    expect(onRestored).toHaveBeenCalledWith({ version: 7, length: 4 });
    last().answer({ text: "t" });
    expect(await again).toEqual({ text: "t" });
    expect(states).toEqual(["ready", "restarting", "ready"]);
  });

  it("is not heard any more", async () => {
    const client = await createReady();
    const dead = last();
    dead.listener.dead("it broke");
    dead.listener.dead("it broke");
    dead.listener.ready();
    dead.listener.answer(1, { json: "{}" });
    expect(engines).toHaveLength(2);
    expect(client.state).toBe("restarting");
  });

  it("is replaced also while it gets the document", async () => {
    const client = await createReady({ onRestart: () => document });
    last().listener.dead("it broke");
    last().ready();
    last().listener.dead("it broke");
    last().ready();
    last().answer({ version: 7 });
    await settled();
    expect(client.state).toBe("ready");
  });

  it("is not replaced for ever", async () => {
    const client = await createReady({ onRestart: () => document });
    for (let deaths = 0; deaths < 3; deaths++) {
      last().listener.dead("it broke");
      last().ready();
    }
    last().listener.dead("it broke");
    expect(client.state).toBe("failed");
    expect(engines).toHaveLength(4);
    await expect(client.plain(range)).rejects.toMatchObject({ code: "failed", message: "it broke" });
  });

  it("is forgiven after it has answered for a while", async () => {
    const client = await createReady();
    for (let i = 0; i < 12; i++) {
      for (let j = 0; j < 60; j++) {
        void client.plain(range);
        last().answer({ text: "" });
      }
      last().listener.dead("it broke");
      last().ready();
    }
    expect(client.state).toBe("ready");
  });

  it("leaves its compiled program to the next", async () => {
    const programs: Promise<Program>[] = [];
    const module = {} as WebAssembly.Module;
    const loadProgram = vi.fn(async () => ({ packed: "" }));
    create(
      {},
      { loadProgram, transports: [(program, listener) => (programs.push(program), transport(program, listener))] },
    );
    last().listener.compiled(module);
    last().listener.alive();
    last().listener.dead("it broke");
    expect(loadProgram).toHaveBeenCalledOnce();
    expect(await programs[1]).toEqual({ module });
  });
});

describe("a hung engine", () => {
  it("is replaced when a call takes too long", async () => {
    const client = await createReady();
    const asked = client.load(document);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(engines).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(engines).toHaveLength(2);
    expect(engines[0]!.stopped).toBe(true);
    await expect(asked).rejects.toMatchObject({ code: "restarted" });
  });

  it("is noticed sooner where the document is small, but once, for it may have been slow", async () => {
    const client = await createReady();
    const edit = { base: 7, version: 8, changes: [{ from: 0, to: 0, insert: "x" }], view };
    const secondsToNotice = async () => {
      const before = engines.length;
      client.edit(edit as never).catch(() => {});
      for (let tenths = 1; ; tenths++) {
        await vi.advanceTimersByTimeAsync(100);
        if (engines.length === before) continue;
        last().ready();
        await settled();
        return Math.round(tenths / 10);
      }
    };
    expect(await secondsToNotice()).toBe(2);
    expect(await secondsToNotice()).toBe(10);
  });

  it("has more time for a large document", async () => {
    const client = await createReady();
    void client.load({ ...document, text: "x".repeat(10_000_000) });
    await vi.advanceTimersByTimeAsync(190_000);
    expect(engines).toHaveLength(1);
    last().answer({ version: 7, length: 10_000_000 });
    void client.plain(range);
    await vi.advanceTimersByTimeAsync(190_000);
    expect(engines).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(engines).toHaveLength(2);
  });

  it("is followed by one that has more time, in case it was only slow", async () => {
    const client = await createReady();
    client.load(document).catch(() => {});
    await vi.advanceTimersByTimeAsync(6_000);
    expect(engines).toHaveLength(2);
    last().ready();
    await settled();
    client.load(document).catch(() => {});
    await vi.advanceTimersByTimeAsync(9_000);
    expect(engines).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(engines).toHaveLength(3);
  });

  it("is not one that has much to do", async () => {
    const client = await createReady();
    for (let i = 0; i < 10; i++) void client.plain(range);
    for (let i = 0; i < 10; i++) {
      await vi.advanceTimersByTimeAsync(1_700);
      last().answer({ text: "" });
    }
    expect(engines).toHaveLength(1);
  });

  it("is not one that has nothing to do", async () => {
    await createReady();
    await vi.advanceTimersByTimeAsync(1e7);
    expect(engines).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("the page", () => {
  it("can have the engine replaced, as often as it likes", async () => {
    const client = await createReady();
    for (let i = 0; i < 10; i++) {
      client.restart();
      last().ready();
      await settled();
      expect(client.state).toBe("ready");
    }
    expect(engines).toHaveLength(11);
  });

  it("can have documents beside each other", async () => {
    const client = await createReady();
    const other = client.beside(3);
    void client.plain(range);
    void other.plain(range);
    expect(last().calls.map(({ document }) => document)).toEqual([0, 3]);
    expect([other.state, other.place]).toEqual(["ready", "worker"]);
  });

  it("can end the engine for good", async () => {
    const client = await createReady();
    const asked = client.plain(range);
    client.close();
    await expect(asked).rejects.toMatchObject({ code: "closed" });
    await expect(client.plain(range)).rejects.toMatchObject({ code: "closed" });
    client.restart();
    expect(engines).toHaveLength(1);
    expect(engines[0]!.stopped).toBe(true);
  });
});
