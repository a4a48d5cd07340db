import type { EngineClient, EngineOptions, EngineState } from "./contract.ts";
import { EngineError } from "./engine-error.ts";
import {
  binaryResults,
  fingerprint,
  methods,
  type Change,
  type LoadRequest,
  type Method,
  type Report,
  type Welcome,
} from "./protocol.gen.ts";
import { reasonOf, type Answer, type Program, type StartTransport, type Transport } from "./transport.ts";
import { Watchdog } from "./watchdog.ts";

/** What a supervisor builds engines from. */
export interface Parts {
  /** In the order in which they are tried, at least one. */
  transports: readonly StartTransport[];
  loadProgram(): Promise<Program>;
}

/** Deaths in a row that are answered with a new engine. */
const maxDeaths = 3;
/** Answers after which a death no longer counts. */
const answersToRecover = 50;
/** Seconds for an engine to get ready once its program is there. */
const secondsToStart = 30;
/** Seconds for a call, and more for each million characters of the document: many times
 * what the slowest one needs where nothing else keeps the computer busy. */
const secondsForCall = 5;
const secondsForMillion = 20;
/** The engine works out a document of up to so many UTF-16 units when it is loaded, so
 * that a later call takes some hundredths of a second. Such a call has so few seconds that
 * a person soon has an engine again. Once an engine was taken for hung, calls have the
 * longer time, for it may only have been slow. */
const smallDocument = 20_000;
const secondsWhenSmall = 2;
/** Calls that take long the first time, or whose time depends on more than the document. */
const mayTakeLong: readonly Method[] = [
  "hello",
  "load",
  "render",
  "remember",
  "giveText",
  "weighText",
  "compare",
  "stepComparison",
  "comparisonRows",
  "compareResult",
  "restoreRows",
  "agreement",
];
/** An engine that was taken for hung may only be slow, on a slow or busy computer: the
 * next one has so many times as long, and no engine more than mostPatience times. */
const morePatience = 2;
const mostPatience = 8;

/** Calls that a new engine can be asked again, for they need nothing that the engine
 * before it knew. */
const aboutNoDocument: readonly Method[] = ["inspect", "decode"];

interface Pending {
  method: Method;
  request: object;
  document: number;
  isAgain?: boolean;
  resolve(result: unknown): void;
  reject(error: EngineError): void;
}

/** Keeps one engine running and hands it the calls. */
export class Supervisor {
  state: EngineState = "starting";
  transport: Transport | undefined;
  welcome: Promise<Welcome>;

  #welcomed: (welcome: Welcome) => void = () => {};
  #unwelcome: (error: EngineError) => void = () => {};
  #program: Promise<Program> | undefined;
  #transportIndex = 0;
  #isAlive = false;
  #isReplacement = false;
  #deaths = 0;
  #answers = 0;
  #nextID = 1;
  /** Lengths of documents in UTF-16 units, by which time is given. */
  #lengths = new Map<number, number>();
  /** Calls that wait for an engine, and those that wait for its answer. */
  #waiting: Pending[] = [];
  #asked = new Map<number, Pending>();
  /** The call whose turn it is. */
  #first: Pending | undefined;
  #patience = 1;
  #watchdog = new Watchdog(() => {
    this.#patience = Math.min(mostPatience, this.#patience * morePatience);
    if (this.#isAlive) this.#die("the engine no longer answered");
    else this.#moveOn();
  });
  /** Why no engine will come any more. */
  #end: EngineError | undefined;

  constructor(
    private readonly options: EngineOptions,
    private readonly parts: Parts,
  ) {
    this.welcome = this.#awaitWelcome();
    this.#start();
  }

  #awaitWelcome(): Promise<Welcome> {
    const welcome = new Promise<Welcome>((resolve, reject) => {
      this.#welcomed = resolve;
      this.#unwelcome = reject;
    });
    welcome.catch(() => {});
    return welcome;
  }

  call(method: Method, request: object, document: number): Promise<unknown> {
    const promise = new Promise<unknown>((resolve, reject) => {
      const pending = { method, request, document, resolve, reject };
      if (this.#end) reject(this.#end);
      else if (this.state === "ready") this.#ask(pending);
      else this.#waiting.push(pending);
    });
    // A caller may leave a rejection unhandled: the browser must not report it as a fault.
    promise.catch(() => {});
    return promise;
  }

  restart(): void {
    if (this.#end?.code === "closed") return;
    if (this.#end) this.welcome = this.#awaitWelcome();
    this.#end = undefined;
    this.#deaths = 0;
    this.#replace();
  }

  close(): void {
    this.#finish(new EngineError("closed", "the engine was closed"));
  }

  #start(): void {
    const start = this.parts.transports[this.#transportIndex];
    if (!start) return this.#finish(new EngineError("failed", "no engine can run in this browser"));
    this.#isAlive = false;
    this.#program ??= this.parts.loadProgram();
    const program = this.#program;
    let engine: Transport | undefined;
    let isReady = false;
    const isCurrent = () => engine !== undefined && engine === this.transport;

    engine = start(program, {
      alive: () => {
        if (isCurrent()) this.#isAlive = true;
      },
      compiled: (module) => {
        if (isCurrent()) this.#program = Promise.resolve({ module });
      },
      ready: () => {
        if (!isCurrent()) return;
        isReady = true;
        this.#greet();
      },
      answer: (id, answer) => isCurrent() && this.#answer(id, answer),
      dead: (reason) => isCurrent() && this.#die(reason),
      unavailable: () => isCurrent() && this.#moveOn(),
    });
    this.transport = engine;
    program.then(
      () => isCurrent() && !isReady && this.#watchdog.watch(secondsToStart),
      (thrown: unknown) => {
        this.#program = undefined;
        const retry = () => isCurrent() && this.#die(reasonOf(thrown));
        setTimeout(retry, 1000 * this.#deaths);
      },
    );
  }

  /** Tries the next transport: this one cannot run an engine. */
  #moveOn(): void {
    this.#transportIndex++;
    this.#stop();
    this.#start();
  }

  /** The handshake; then the document, if an engine had it before; then the calls. */
  #greet(): void {
    this.#ask({
      method: "hello",
      request: { protocol: fingerprint, lang: this.options.lang },
      document: 0,
      resolve: (welcome) => {
        this.#welcomed(welcome as Welcome);
        if (this.#isReplacement) this.#restore();
        else this.#becomeReady();
      },
      reject: (error) => {
        if (error.code === "refused") this.#finish(new EngineError("failed", error.message));
        else if (error.code === "stale" || error.code === "broken") this.#die(error.message);
      },
    });
  }

  #restore(): void {
    const document = this.options.onRestart?.();
    if (!document) return this.#becomeReady();
    this.#ask({
      method: "load",
      request: document,
      document: 0,
      resolve: (report) => {
        this.#becomeReady();
        this.options.onRestored?.(report as Report);
      },
      reject: (error) => {
        if (error.code !== "restarted") this.#becomeReady();
      },
    });
  }

  #becomeReady(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#set("ready");
    for (const pending of waiting) this.#ask(pending);
  }

  #ask(pending: Pending): void {
    const { method, request, document } = pending;
    const id = this.#nextID++;
    try {
      if (method === "load") this.#lengths.set(document, (request as LoadRequest).text.length);
      this.transport?.send({ id, method, request, document });
    } catch (thrown) {
      // It cannot be sent: too large to be copied, or no data.
      return pending.reject(new EngineError("broken", `${method} could not be asked: ${reasonOf(thrown)}`));
    }
    this.#asked.set(id, pending);
    this.#watch();
  }

  #answer(id: number, answer: Answer): void {
    const pending = this.#asked.get(id);
    if (!pending) return;
    this.#asked.delete(id);
    this.#watch();
    let result: Record<string, unknown> | EngineError;
    try {
      result = readAnswer(answer);
    } catch (thrown) {
      // Whatever it is that answers so, the next one is asked.
      const reason = `the engine's answer to ${pending.method} cannot be read: ${reasonOf(thrown)}`;
      const { transport } = this;
      pending.reject(new EngineError("broken", reason));
      if (this.transport === transport) this.#die(reason);
      return;
    }
    if (++this.#answers >= answersToRecover) this.#deaths = 0;
    if (result instanceof EngineError) return pending.reject(result);
    const field = binaryResults[pending.method];
    if (field) result[field] = answer.data ?? new Uint8Array();
    if (typeof result["length"] === "number") this.#lengths.set(pending.document, result["length"]);
    pending.resolve(result);
  }

  /** Starts the time of the call that the engine now works on; it has not begun the others. */
  #watch(): void {
    const [first] = this.#asked.values();
    if (first === this.#first) return;
    this.#first = first;
    if (!first) return this.#watchdog.rest();
    const size = Math.max(this.#lengths.get(first.document) ?? 0, sizeOf(first.request));
    const isQuick = this.#patience === 1 && size <= smallDocument && !mayTakeLong.includes(first.method);
    this.#watchdog.watch(
      isQuick ? secondsWhenSmall : this.#patience * (secondsForCall + (secondsForMillion * size) / 1e6),
    );
  }

  #die(reason: string): void {
    this.#answers = 0;
    if (++this.#deaths > maxDeaths) this.#finish(new EngineError("failed", reason));
    else this.#replace();
  }

  #replace(): void {
    this.#stop();
    if (this.state !== "starting") this.#set("restarting");
    this.#isReplacement = true;
    const lost = [...this.#asked.values()];
    this.#asked.clear();
    const again = lost.filter(({ method, isAgain }) => aboutNoDocument.includes(method) && !isAgain);
    for (const pending of again) pending.isAgain = true;
    this.#waiting.unshift(...again);
    for (const pending of lost) {
      if (!again.includes(pending)) pending.reject(new EngineError("restarted", "the engine was restarted"));
    }
    this.#start();
  }

  #finish(error: EngineError): void {
    this.#stop();
    this.#end = error;
    const lost = [...this.#asked.values(), ...this.#waiting];
    this.#asked.clear();
    this.#waiting = [];
    this.#unwelcome(error);
    for (const { reject } of lost) reject(error);
    this.#set("failed", error);
  }

  #stop(): void {
    this.#watchdog.rest();
    this.#first = undefined;
    this.transport?.stop();
    this.transport = undefined;
  }

  #set(state: EngineState, reason?: EngineError): void {
    if (this.state === state) return;
    this.state = state;
    this.options.onState?.(state, reason);
  }
}

/** The size of what a request brings, in UTF-16 units or bytes. */
function sizeOf(request: object): number {
  const { text, data, original, changes } = request as {
    text?: string;
    data?: Uint8Array;
    original?: Uint8Array;
    changes?: Change[];
  };
  const typed = Array.isArray(changes) ? changes.reduce((sum, { insert }) => sum + (insert?.length ?? 0), 0) : 0;
  return typed + (text?.length ?? data?.length ?? original?.length ?? 0);
}

/** Reads an answer: a result, or a failure. Throws when it is neither. */
function readAnswer(answer: Answer): Record<string, unknown> | EngineError {
  if (typeof answer.code === "string") {
    const code = answer.code === "stale" || answer.code === "refused" ? answer.code : "broken";
    return new EngineError(code, String(answer.message ?? ""));
  }
  const result: unknown = answer.result ?? JSON.parse(answer.json!);
  if (typeof result !== "object" || result === null || Array.isArray(result)) throw new Error("it is no object");
  return result as Record<string, unknown>;
}

/** The supervisor as the page's client. */
export function supervise(options: EngineOptions, parts: Parts): EngineClient {
  return clientOf(new Supervisor(options, parts), 0);
}

function clientOf(supervisor: Supervisor, document: number): EngineClient {
  const client = {
    get state() {
      return supervisor.state;
    },
    get place() {
      return supervisor.transport?.place;
    },
    get welcome() {
      return supervisor.welcome;
    },
    beside: (other: number) => clientOf(supervisor, other),
    restart: () => supervisor.restart(),
    close: () => supervisor.close(),
  };
  const calls = methods.map((method) => [method, (request: object) => supervisor.call(method, request, document)]);
  return Object.defineProperties(Object.fromEntries(calls), Object.getOwnPropertyDescriptors(client)) as EngineClient;
}
