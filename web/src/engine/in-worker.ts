import type { StartTransport } from "./transport.ts";
import EngineWorker from "./worker.ts?worker&inline";
import { workerTransport } from "./worker-transport.ts";

/** Starts an engine in a worker, where it cannot hold up the page. */
export const startInWorker: StartTransport = (program, listener) =>
  workerTransport(() => new EngineWorker(), navigator.locks)(program, listener);
