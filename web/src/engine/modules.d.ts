/** Go's wasm_exec.js, which defines the class Go. */
declare module "policymark:go-runtime" {}

/** The address of the engine's program. */
declare module "policymark:engine?url" {
  const url: string;
  export default url;
}

/** How the engine's program is found: program.hosted.ts or program.single.ts. */
declare module "policymark:program" {
  export { loadProgram } from "./program.hosted.ts";
}
