import { readdirSync, readFileSync } from "node:fs";

/** The files of the elements, which lie together wherever a site puts them. */
export const files = readdirSync(new URL(".", import.meta.url)).filter((name) =>
  /^policymark.*\.(js|wasm)$/.test(name),
);

/** The bytes of one of them. */
export const read = (name) => readFileSync(new URL(name, import.meta.url));
