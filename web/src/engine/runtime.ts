import "policymark:go-runtime";
import type { Answer, Program } from "./transport.ts";

/** What Go's wasm_exec.js defines. */
interface GoRuntime {
  importObject: WebAssembly.Imports;
  run(instance: WebAssembly.Instance): Promise<void>;
}

/** The function through which the running program is asked. */
export type Ask = (method: string, request: object, document: number) => Answer | undefined;

declare global {
  var Go: new () => GoRuntime;
  var policymark: Ask | undefined;
  var policymarkReady: (() => void) | undefined;
}

/** Compiles a program, unpacking it first where it is packed. */
export async function compile(program: Program): Promise<WebAssembly.Module> {
  if ("module" in program) return program.module;
  return WebAssembly.compile("bytes" in program ? program.bytes : await unpack(program.packed));
}

// No Blob takes part: WebKit cannot read one in a worker of a page from disk.
async function unpack(packed: string): Promise<ArrayBuffer> {
  const gzip = new DecompressionStream("gzip");
  const writer = gzip.writable.getWriter();
  const written = writer.write(bytesOf(packed.trim())).then(() => writer.close());
  const [unpacked] = await Promise.all([new Response(gzip.readable).arrayBuffer(), written]);
  return unpacked;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const native = Uint8Array as unknown as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> };
  if (native.fromBase64) return native.fromBase64(base64);
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/**
 * Runs the program up to the point where it takes calls, through the function
 * that it leaves in globalThis.policymark. Rejects when it ends before that;
 * onEnd is called when it ends later.
 */
export async function run(module: WebAssembly.Module, onEnd: (reason: string) => void): Promise<void> {
  const go = new Go();
  const instance = await WebAssembly.instantiate(module, go.importObject);
  let isReady = false;
  await new Promise<void>((resolve, reject) => {
    globalThis.policymarkReady = () => {
      isReady = true;
      resolve();
    };
    const end = (reason: string) => (isReady ? onEnd(reason) : reject(new Error(reason)));
    go.run(instance).then(
      () => end("the engine has ended"),
      (thrown: unknown) => end(`the engine broke: ${String(thrown)}`),
    );
  });
}

/**
 * Asks the program about a document. Throws when the program is no more: Go leaves a call that it
 * ended in without an answer, and throws on each one after it.
 */
export function ask(program: Ask | undefined, method: string, request: object, document: number): Answer {
  const answer = program?.(method, request, document);
  if (!answer) throw new Error("the engine ended in the middle of a call");
  return answer;
}
