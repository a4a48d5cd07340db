import { loadProgram } from "policymark:program";
import type { EngineClient, EngineOptions } from "./contract.ts";
import { startInPage } from "./in-page.ts";
import { startInWorker } from "./in-worker.ts";
import { supervise } from "./supervisor.ts";

/** Starts an engine beside the page. Returns at once. */
export function createEngine(options: EngineOptions): EngineClient {
  return supervise(options, { transports: [startInWorker, startInPage], loadProgram });
}
