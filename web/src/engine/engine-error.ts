/**
 * The codes of an EngineError. From the engine: "stale", "refused", "broken".
 * From the client: "restarted" when the engine died under the call, which may be
 * asked again as soon as the new one has the document; "failed" when there is no
 * engine; "closed" after close.
 */
export type ErrorCode = "stale" | "refused" | "broken" | "restarted" | "failed" | "closed";

/** Every call that fails rejects with one of these, and with nothing else. */
export class EngineError extends Error {
  /** Known by its name: a page may hold this module under two addresses. */
  static override [Symbol.hasInstance](thrown: unknown): boolean {
    return thrown instanceof Error && thrown.name === "EngineError";
  }

  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message);
    this.name = "EngineError";
  }
}
