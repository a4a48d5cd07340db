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

/**
 * Returns a transport whose engines run in workers that make makes. With locks, a worker
 * holds a Web Lock for as long as it lives: the lock comes free at once when the browser
 * ends the worker, of which no event tells. Other people's pages give no locks, for a
 * browser does not keep a page that holds one for going back; there the watchdog notices
 * that a call is never answered.
 */
export const workerTransport =
  (make: MakeWorker, locks?: LockManager): StartTransport =>
  (program, listener) =>
    start(make, program, listener, locks);

function start(make: MakeWorker, program: Promise<Program>, listener: Listener, locks?: LockManager): Transport {
  let worker: Worker | undefined;
  let isStopped = false;
  let isAlive = false;
  const life = `policymark engine ${Math.random()}`;
  const stop = () => {
    isStopped = true;
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

  const begin = (made: Worker) => {
    if (isStopped) return made.terminate();
    worker = made;
    listen(made);
    // Not before there is a worker to post it to.
    program.then(
      (program) => {
        try {
          post(locks ? { program, life } : { program });
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
        case "living":
          // The worker holds this lock: it is granted when the worker has ended.
          locks?.request(life, () => end("the worker has gone")).catch(() => {});
          return;
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
