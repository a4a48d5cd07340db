import type { EngineClient, EngineState } from "../engine/contract.ts";
import type { EngineError } from "../engine/engine-error.ts";
import { startInPage } from "../engine/in-page.ts";
import type { Lang } from "../engine/protocol.gen.ts";
import { supervise } from "../engine/supervisor.ts";
import type { Program } from "../engine/transport.ts";
import { workerTransport } from "../engine/worker-transport.ts";
import { engineAddress, workerAddress } from "./assets.ts";

/** Seconds for which an engine that nobody uses is kept. */
const secondsIdle = 10;

interface TrustedScripts {
  createScriptURL(url: string): string;
}
declare const trustedTypes:
  | { createPolicy(name: string, rules: { createScriptURL(url: string): string }): TrustedScripts }
  | undefined;

let policy: TrustedScripts | undefined;

/** An address as pages with Trusted Types want it. Where they refuse the policy the
 * browser refuses the worker, and the engine runs in the page. */
function trusted(address: string): string {
  if (typeof trustedTypes === "undefined") return address;
  policy ??= trustedTypes.createPolicy("policymark", { createScriptURL: (url) => url });
  return policy.createScriptURL(address);
}

/** A worker from its file, which the strictest pages allow; from another origin, as
 * with a content delivery network, from a copy of it. */
const startInWorker = workerTransport(() => {
  const address = workerAddress();
  if (address.origin === location.origin) return new Worker(trusted(address.href));
  return copied(address);
});

async function copied(address: URL): Promise<Worker> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the worker could not be loaded (${response.status})`);
  const url = URL.createObjectURL(new Blob([await response.text()], { type: "text/javascript" }));
  return new Worker(trusted(url));
}

async function loadProgram(): Promise<Program> {
  const address = engineAddress();
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address.pathname}: ${response.status}`);
  const streams = response.headers.get("Content-Type")?.startsWith("application/wasm");
  const module = streams
    ? await WebAssembly.compileStreaming(response)
    : await WebAssembly.compile(await response.arrayBuffer());
  return { module };
}

/** Listener is told when the state of the shared engine changes. */
type Listener = (state: EngineState, reason?: EngineError) => void;

let client: EngineClient | undefined;
let idle: ReturnType<typeof setTimeout> | undefined;
const users = new Set<Listener>();
const documents = new Set<number>();

/**
 * The engine of this page, which all elements share: the first to ask starts it. A
 * call to it may fail with "restarted" and can then be made again.
 */
export function useEngine(user: Listener, lang: Lang): EngineClient {
  clearTimeout(idle);
  users.add(user);
  client ??= supervise(
    {
      lang,
      onState: (state, reason) => {
        for (const user of [...users]) user(state, reason);
      },
    },
    { transports: [startInWorker, startInPage], loadProgram },
  );
  if (client.state === "failed") client.restart();
  return client;
}

/** Says that a user needs the engine no more. */
export function leaveEngine(user: Listener): void {
  if (!users.delete(user) || users.size > 0) return;
  clearTimeout(idle);
  idle = setTimeout(() => {
    client?.close();
    client = undefined;
  }, secondsIdle * 1000);
}

/** The number of a document of its own in the shared engine, above 0, for an element
 * that edits; leaveDocument gives it back. */
export function takeDocument(): number {
  let number = 1;
  while (documents.has(number)) number++;
  documents.add(number);
  return number;
}

/** Gives the number of a document back. */
export function leaveDocument(number: number): void {
  documents.delete(number);
}
