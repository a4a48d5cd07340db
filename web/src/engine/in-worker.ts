import EngineWorker from "./worker.ts?worker&inline";
import {
  reasonOf,
  type FromWorker,
  type Listener,
  type Program,
  type ToWorker,
  type Transport,
} from "./transport.ts";

/** Starts an engine in a worker, where it cannot hold up the page. */
export function startInWorker(program: Promise<Program>, listener: Listener): Transport {
  let worker: Worker | undefined;
  let isAlive = false;
  const stop = () => {
    worker?.terminate();
    worker = undefined;
  };
  const end = (reason: string) => {
    if (!worker) return;
    stop();
    if (isAlive) listener.dead(reason);
    else listener.unavailable(reason);
  };
  const post = (message: ToWorker) => worker?.postMessage(message);

  const transport: Transport = { place: "worker", send: (call) => post({ call }), stop };

  try {
    worker = new EngineWorker();
  } catch (thrown) {
    queueMicrotask(() => listener.unavailable(reasonOf(thrown)));
    return transport;
  }
  worker.onmessage = ({ data: message }: MessageEvent<FromWorker>) => {
    if (!worker) return;
    switch (message.kind) {
      case "alive":
        isAlive = true;
        return listener.alive();
      case "compiled":
        return listener.compiled(message.module);
      case "ready":
        return listener.ready();
      case "answer":
        return listener.answer(message.id, message.answer);
      case "dead":
        return end(message.reason);
    }
  };
  worker.onerror = (event) => {
    event.preventDefault();
    end(event.message || "the worker did not start");
  };
  worker.onmessageerror = () => end("a message to or from the worker was lost");
  program.then(
    (program) => {
      try {
        post({ program });
      } catch (thrown) {
        isAlive = false;
        end(reasonOf(thrown));
      }
    },
    () => {},
  );
  return transport;
}
