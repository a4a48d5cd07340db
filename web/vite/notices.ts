import { copyFileSync, readFileSync } from "node:fs";
import type { Plugin } from "vite";

const root = new URL("../../", import.meta.url);
const files = ["LICENSE", "THIRD_PARTY_NOTICES.md"];

/** The texts that have to go along with the page: our licence, and those of others. */
export const noticesText = (): string =>
  files.map((name) => readFileSync(new URL(name, root), "utf8").trim()).join("\n\n");

/** Lays the licences beside what is built. They are not kept for the time without a network. */
export function notices(): Plugin {
  return {
    name: "policymark:notices",
    apply: "build",
    writeBundle({ dir }) {
      for (const name of files) copyFileSync(new URL(name, root), `${dir}/${name}`);
    },
  };
}
