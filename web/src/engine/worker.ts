// The engine in a worker. This is a classic script that touches nothing but its
// messages, for it has to run from a blob in a page opened from disk.
import { ask, compile, run } from "./runtime.ts";
import { reasonOf, type Answer, type FromWorker, type Program, type ToWorker } from "./transport.ts";

function tell(message: FromWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

function die(thrown: unknown): void {
  tell({ kind: "dead", reason: reasonOf(thrown) });
  self.close();
}

/** JSON of more UTF-16 units than this is read here, where it holds up nobody. */
const long = 100_000;

function read({ json, ...answer }: Answer): Answer {
  if (json === undefined || json.length <= long) return { ...answer, json };
  return { ...answer, result: JSON.parse(json) as Record<string, unknown> };
}

async function start(program: Program): Promise<void> {
  const module = await compile(program);
  if (!("module" in program)) tell({ kind: "compiled", module });
  await run(module, die);
  tell({ kind: "ready" });
}

/** Holds a lock until this worker is no more. */
function hold(name: string): void {
  const granted = () => {
    tell({ kind: "living" });
    return new Promise<void>(() => {});
  };
  navigator.locks?.request(name, granted).catch(() => {});
}

self.onmessage = ({ data: message }: MessageEvent<ToWorker>) => {
  if ("program" in message) {
    if (message.life) hold(message.life);
    start(message.program).catch(die);
    return;
  }
  const { id, method, request, document } = message.call;
  try {
    const answer = read(ask(globalThis.policymark, method, request, document));
    tell({ kind: "answer", id, answer }, answer.data ? [answer.data.buffer as ArrayBuffer] : []);
  } catch (thrown) {
    die(thrown);
  }
};

tell({ kind: "alive" });
