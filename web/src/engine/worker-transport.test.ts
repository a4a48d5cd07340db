import { describe, expect, it, vi } from "vitest";
import type { Listener, ToWorker } from "./transport.ts";
import { workerTransport } from "./worker-transport.ts";

/** A worker that says what it is told to. */
class FakeWorker {
  readonly got: ToWorker[] = [];
  terminated = false;
  onmessage: (event: { data: unknown }) => void = () => {};
  onerror: (event: object) => void = () => {};
  onmessageerror: () => void = () => {};

  postMessage(message: ToWorker): void {
    this.got.push(message);
  }
  terminate(): void {
    this.terminated = true;
  }
  say(data: unknown): void {
    this.onmessage({ data });
  }
}

async function start() {
  const worker = new FakeWorker();
  const listener = {
    alive: vi.fn(),
    compiled: vi.fn(),
    ready: vi.fn(),
    answer: vi.fn(),
    dead: vi.fn(),
    unavailable: vi.fn(),
  } satisfies Listener;
  let release = () => {};
  const locks = {
    request: async (name: string, granted: () => void) => {
      await new Promise<void>((resolve) => (release = resolve));
      expect(worker.got[0]).toMatchObject({ life: name });
      granted();
    },
  } as unknown as LockManager;
  const transport = workerTransport(() => worker as unknown as Worker, locks)(
    Promise.resolve({ packed: "" }),
    listener,
  );
  await Promise.resolve();
  worker.say({ kind: "alive" });
  worker.say({ kind: "living" });
  worker.say({ kind: "ready" });
  expect(listener.ready).toHaveBeenCalledOnce();
  return { worker, listener, transport, vanish: () => release() };
}

describe("a worker", () => {
  it.each([null, undefined, 7, "ready", {}, { kind: "__proto__" }, { kind: 7 }, []])(
    "that says %j has ended",
    async (nonsense) => {
      const { worker, listener } = await start();
      worker.say(nonsense);
      expect(listener.dead).toHaveBeenCalledOnce();
      expect(worker.terminated).toBe(true);
      worker.say({ kind: "answer", id: 1, answer: { json: "{}" } });
      expect(listener.answer).not.toHaveBeenCalled();
    },
  );

  it("that has gone without a word has ended, though nothing was asked of it", async () => {
    const { listener, vanish } = await start();
    expect(listener.dead).not.toHaveBeenCalled();
    vanish();
    await vi.waitFor(() => expect(listener.dead).toHaveBeenCalledOnce());
  });

  it("that is stopped is not heard any more", async () => {
    const { worker, listener, transport } = await start();
    transport.stop();
    worker.say(null);
    worker.onerror({ preventDefault: () => {}, message: "late" });
    expect(worker.terminated).toBe(true);
    expect(listener.dead).not.toHaveBeenCalled();
  });
});
