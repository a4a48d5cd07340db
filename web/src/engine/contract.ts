import type { EngineError } from "./engine-error.ts";
import type { Engine, Lang, LoadRequest, Report, Welcome } from "./protocol.gen.ts";

/**
 * Where the engine stands. "starting" until it first answers; "restarting" while
 * a dead one is replaced; "failed" when it cannot be started, or died again and
 * again: the text can still be edited and saved, and restart tries once more.
 */
export type EngineState = "starting" | "ready" | "restarting" | "failed";

/** Where the engine runs: in a worker, or in the page when a worker cannot start. */
export type Place = "worker" | "page";

export interface EngineOptions {
  /** The language of the handshake's answer. */
  lang: Lang;
  /**
   * The document as it stands now, for an engine that takes the place of one that
   * died; undefined when none is open. Called after every restart, at the moment
   * when the text is handed over.
   */
  onRestart?: () => LoadRequest | undefined;
  /** The new engine's report on the document that onRestart gave. */
  onRestored?: (report: Report) => void;
  /** Told of each change of state, with the reason when it failed. */
  onState?: (state: EngineState, reason?: EngineError) => void;
}

/**
 * The engine as the page sees it. Calls may be made at any time: those made
 * before the engine has arrived wait for it. They are answered in the order in
 * which they were made.
 */
export interface EngineClient extends Engine {
  readonly state: EngineState;
  /** Where the engine runs, undefined until it has started. */
  readonly place: Place | undefined;
  /**
   * The same engine, asked about another document. It holds one document for each number
   * that it is asked about; this client's own is 0. A new engine in the place of one that
   * died has none of the others: a call about one fails as stale until load brings it
   * again.
   */
  beside(document: number): EngineClient;
  /** The answer to the handshake, which the client makes by itself. After an engine that
   * had failed is restarted, this is a new promise. */
  readonly welcome: Promise<Welcome>;
  /**
   * Replaces the engine by a new one. After a large document was closed this is
   * what gives its memory back, for the memory of an engine never shrinks; after
   * "failed" it tries again.
   */
  restart(): void;
  /** Ends the engine for good. */
  close(): void;
}
