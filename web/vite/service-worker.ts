import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

const template = new URL("../src/offline/service-worker.js", import.meta.url);

/**
 * Writes the service worker, which keeps every file of this build for the time
 * without a network.
 */
export function serviceWorker(): Plugin {
  return {
    name: "policymark:service-worker",
    apply: "build",
    enforce: "post",
    generateBundle(_options, bundle) {
      const build = createHash("sha256");
      const files = Object.keys(bundle).sort();
      for (const name of files) {
        const file = bundle[name]!;
        build.update(name).update(file.type === "chunk" ? file.code : file.source);
      }
      const source = readFileSync(template, "utf8")
        .replace("__FILES__", JSON.stringify(["./", ...files.filter((name) => name !== "index.html")]))
        .replace("__BUILD__", JSON.stringify(build.digest("hex").slice(0, 12)));
      this.emitFile({ type: "asset", fileName: "service-worker.js", source });
    },
  };
}
