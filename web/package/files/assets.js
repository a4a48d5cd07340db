import { readFileSync } from "node:fs";

/** The files of the element, which lie together wherever a site puts them. */
export const files = ["policymark.js", "policymark.wasm", "policymark-worker.js"];

/** The bytes of one of them. */
export const read = (name) => readFileSync(new URL(name, import.meta.url));
