import engine from "policymark:engine?url";
import type { Program } from "./transport.ts";

/** Fetches the engine's program, compiling it while it arrives. */
export async function loadProgram(): Promise<Program> {
  const response = await fetch(engine);
  if (!response.ok) throw new Error(`the engine could not be loaded (${response.status})`);
  // A server that does not know the media type of WebAssembly must not keep the
  // engine from starting.
  const streams = response.headers.get("Content-Type")?.startsWith("application/wasm");
  const module = streams
    ? await WebAssembly.compileStreaming(response)
    : await WebAssembly.compile(await response.arrayBuffer());
  return { module };
}
