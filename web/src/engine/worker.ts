// The engine in a worker. This is a classic script that touches nothing but its
// messages, for it has to run from a blob in a page opened from disk.
import { ask, compile, run } from "./runtime.ts";
import { reasonOf, type FromWorker, type Program, type ToWorker } from "./transport.ts";

function tell(message: FromWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

function die(thrown: unknown): void {
  tell({ kind: "dead", reason: reasonOf(thrown) });
  self.close();
}

async function start(program: Program): Promise<void> {
  const module = await compile(program);
  if (!("module" in program)) tell({ kind: "compiled", module });
  await run(module, die);
  tell({ kind: "ready" });
}

self.onmessage = ({ data: message }: MessageEvent<ToWorker>) => {
  if ("program" in message) {
    start(message.program).catch(die);
    return;
  }
  const { id, method, request } = message.call;
  try {
    const answer = ask(globalThis.policymark, method, request);
    tell({ kind: "answer", id, answer }, answer.data ? [answer.data.buffer as ArrayBuffer] : []);
  } catch (thrown) {
    die(thrown);
  }
};

tell({ kind: "alive" });
