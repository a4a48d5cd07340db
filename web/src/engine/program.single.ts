import type { Program } from "./transport.ts";

/**
 * Takes the engine's program from the end of the page, which may still be being
 * read.
 */
export async function loadProgram(): Promise<Program> {
  if (document.readyState === "loading") {
    await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
  }
  const packed = document.getElementById("policymark-engine")?.textContent;
  if (!packed) throw new Error("the engine is missing from the file");
  return { packed };
}
