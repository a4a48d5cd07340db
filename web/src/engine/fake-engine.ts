import { expect, vi } from "vitest";
import type { EngineClient, EngineOptions } from "./contract.ts";
import type { LoadRequest, View } from "./protocol.gen.ts";
import { supervise, type Parts } from "./supervisor.ts";
import type { Answer, Call, Listener, StartTransport } from "./transport.ts";

// Engines for tests of the supervisor, and a client that runs them.

/** An engine that answers when it is told to. */
export class FakeEngine {
  readonly calls: Call[] = [];
  stopped = false;
  constructor(readonly listener: Listener) {}

  /** Answers the oldest call that has no answer yet. */
  answer(answer: Answer | object): Call {
    const call = this.calls.shift();
    if (!call) throw new Error("no call to answer");
    const isFull = "json" in answer || "code" in answer;
    this.listener.answer(call.id, isFull ? answer : { json: JSON.stringify(answer) });
    return call;
  }

  ready(): void {
    this.listener.alive();
    this.listener.ready();
    expect(this.answer({ version: "1" }).method).toBe("hello");
  }
}

export const view: View = {
  lang: "en",
  visible: { from: 0, to: 0 },
  caret: 0,
  problems: { first: 0, count: 0 },
  practices: { first: 0, count: 0 },
  filter: {
    words: "",
    actors: [],
    data: [],
    purposes: [],
    recipients: [],
    categories: [],
    purposeKinds: [],
    inSection: false,
    section: [],
    states: [],
  },
  severities: [],
  rules: [],
  byRule: false,
  ticks: 0,
  depth: 0,
  suggest: false,
  suggestions: { first: 0, count: 0 },
  known: 0,
};
export const document: LoadRequest = { version: 7, text: "text", view, levels: [] };
export const place = { version: 7, lang: "en", at: 0 } as const;
export const range = { version: 7, lang: "en", from: 0, to: 1 } as const;

/** Those that were started, and the states that were told, in order. */
export const engines: FakeEngine[] = [];
export const states: string[] = [];
export const last = () => engines.at(-1)!;
export const settled = () => vi.advanceTimersByTimeAsync(0);

export const transport: StartTransport = (_program, listener) => {
  const engine = new FakeEngine(listener);
  engines.push(engine);
  return { place: "worker", send: (call) => engine.calls.push(call), stop: () => (engine.stopped = true) };
};

export function create(options: Partial<EngineOptions> = {}, parts: Partial<Parts> = {}): EngineClient {
  return supervise(
    { lang: "en", onState: (state) => states.push(state), ...options },
    { transports: [transport], loadProgram: async () => ({ packed: "" }), ...parts },
  );
}

export async function createReady(options: Partial<EngineOptions> = {}): Promise<EngineClient> {
  const client = create(options);
  last().ready();
  await settled();
  return client;
}

/** Begins a test: no engines yet, and a clock that the test moves. */
export function begin(): void {
  engines.length = 0;
  states.length = 0;
  vi.useFakeTimers();
}
