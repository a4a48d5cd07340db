import { reasonOf, type Call, type Listener, type Program, type Transport } from "./transport.ts";

/**
 * Starts an engine in the page itself, for places that allow no worker. A call
 * holds up the page for as long as it takes.
 */
export function startInPage(program: Promise<Program>, listener: Listener): Transport {
  let stopped = false;
  let call: (call: Call) => void = () => {};
  const end = (thrown: unknown) => {
    if (stopped) return;
    stopped = true;
    listener.dead(reasonOf(thrown));
  };

  const start = async (program: Program) => {
    const { ask, compile, run } = await import("./runtime.ts");
    const module = await compile(program);
    if (stopped) return;
    listener.compiled(module);
    await run(module, end);
    if (stopped) return;
    // Another engine in this page would leave its own function there.
    const running = globalThis.policymark;
    call = ({ id, method, request, document }) => listener.answer(id, ask(running, method, request, document));
    listener.ready();
  };
  program.then(
    (program) => {
      if (stopped) return;
      listener.alive();
      start(program).catch(end);
    },
    () => {},
  );

  return {
    place: "page",
    // The answer comes after the caller has gone on, as from a worker, and before
    // the next frame.
    send: (message) =>
      queueMicrotask(() => {
        if (stopped) return;
        try {
          call(message);
        } catch (thrown) {
          end(thrown);
        }
      }),
    stop: () => {
      stopped = true;
    },
  };
}
