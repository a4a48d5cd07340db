import type { Place } from "./contract.ts";
import type { Method } from "./protocol.gen.ts";

/**
 * The engine's program: compiled, as it came from a server, or as the single file
 * carries it, compressed by gzip and written in base64.
 */
export type Program = { module: WebAssembly.Module } | { bytes: ArrayBuffer } | { packed: string };

/** What the program answers to a call: a result, as JSON or read from it, or a failure. */
export interface Answer {
  json?: string | undefined;
  result?: Record<string, unknown>;
  /** The bytes that belong into the result beside the JSON. */
  data?: Uint8Array;
  code?: string;
  message?: string;
}

export interface Call {
  /** Above 0, and never the same again for one engine. */
  id: number;
  method: Method;
  request: object;
  /** The number of the document that it is about. */
  document: number;
}

/** What a transport tells of its engine. Nothing is told after stop. */
export interface Listener {
  /** An engine can run here at all, whether or not this one will. */
  alive(): void;
  /** The program as compiled, for the engine that may take this one's place. */
  compiled(module: WebAssembly.Module): void;
  /** The engine takes calls. */
  ready(): void;
  answer(id: number, answer: Answer): void;
  /** The engine has ended; calls without an answer will never get one. */
  dead(reason: string): void;
  /** No engine can run here; another transport may do. */
  unavailable(reason: string): void;
}

/** One engine, from its start to its end. */
export interface Transport {
  readonly place: Place;
  /** Sends a call, which may be made from ready on. Answers come in the same order. */
  send(call: Call): void;
  /** Ends the engine at once, whatever it is doing. */
  stop(): void;
}

export type StartTransport = (program: Promise<Program>, listener: Listener) => Transport;

/** What is sent to the worker. life is the name of a lock to hold. */
export type ToWorker = { program: Program; life?: string } | { call: Call };

/** What the worker sends. */
export type FromWorker =
  | { kind: "alive" }
  | { kind: "compiled"; module: WebAssembly.Module }
  | { kind: "living" }
  | { kind: "ready" }
  | { kind: "answer"; id: number; answer: Answer }
  | { kind: "dead"; reason: string };

/** The words of anything that was thrown. */
export function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
