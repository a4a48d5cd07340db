import {
  reasonOf,
  type FromWorker,
  type Listener,
  type Program,
  type StartTransport,
  type ToWorker,
  type Transport,
} from "./transport.ts";

/** How the worker of an engine is made; it may take its time, and it may fail. */
export type MakeWorker = () => Worker | Promise<Worker>;

/** Returns what starts engines in workers that are made so. */
export const workerTransport =
  (make: MakeWorker): StartTransport =>
  (program, listener) =>
    start(make, program, listener);

function start(make: MakeWorker, program: Promise<Program>, listener: Listener): Transport {
  let worker: Worker | undefined;
  let isStopped = false;
  let isAlive = false;
  const life = new MessageChannel();
  const stop = () => {
    isStopped = true;
    life.port1.close();
    worker?.terminate();
    worker = undefined;
  };
  const end = (reason: string) => {
    if (!worker) return;
    stop();
    if (isAlive) listener.dead(reason);
    else listener.unavailable(reason);
  };
  const post = (message: ToWorker, transfer: Transferable[] = []) => worker?.postMessage(message, transfer);

  const transport: Transport = { place: "worker", send: (call) => post({ call }), stop };

  const begin = (made: Worker) => {
    if (isStopped) return made.terminate();
    worker = made;
    listen(made);
    // A worker does not say that the browser ended it, for want of memory say; where
    // ports can, one does. Elsewhere a call that is never answered shows it.
    life.port1.addEventListener("close", () => end("the worker has gone"));
    // Not before there is a worker to post it to.
    program.then(
      (program) => {
        try {
          post({ program, life: life.port2 }, [life.port2]);
        } catch (thrown) {
          isAlive = false;
          end(reasonOf(thrown));
        }
      },
      () => {},
    );
  };
  const refuse = (thrown: unknown) => {
    if (!isStopped) listener.unavailable(reasonOf(thrown));
  };
  const listen = (worker: Worker) => {
    worker.onmessage = ({ data: message }: MessageEvent<FromWorker | undefined>) => {
      if (isStopped) return;
      switch (message?.kind) {
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
        default:
          return end("the worker said what is no message");
      }
    };
    worker.onerror = (event) => {
      event.preventDefault();
      end(event.message || "the worker did not start");
    };
    worker.onmessageerror = () => end("a message to or from the worker was lost");
  };

  try {
    const made = make();
    if (made instanceof Promise) made.then(begin, refuse);
    else begin(made);
  } catch (thrown) {
    queueMicrotask(() => refuse(thrown));
  }
  return transport;
}
