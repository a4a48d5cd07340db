import engine from "policymark:engine?url";
import type { Program } from "./transport.ts";

/** Fetches the engine's program. It is compiled where it runs: to compile it here,
 * even while it arrives, would hold up the page at its start. */
export async function loadProgram(): Promise<Program> {
  const response = await fetch(engine);
  if (!response.ok) throw new Error(`the engine could not be loaded (${response.status})`);
  return { bytes: await response.arrayBuffer() };
}
