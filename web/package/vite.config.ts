import { copyFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { compactStyles } from "../vite/compact-styles.ts";
import { notices } from "../vite/notices.ts";
import { shipped } from "../vite/shipped.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Puts the addresses of the engine's files into the module, in the form that the
 * bundlers of other pages know, and lays the engine beside it. */
function besideTheModule(): Plugin {
  const files = { POLICYMARK_ENGINE: "policymark.wasm", POLICYMARK_WORKER: "policymark-worker.js" };
  return {
    name: "policymark:beside-the-module",
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== "chunk") continue;
        for (const [name, address] of Object.entries(files)) {
          file.code = file.code.replaceAll(new RegExp(`\\b${name}\\b`, "g"), `new URL("./${address}",import.meta.url)`);
        }
      }
    },
    writeBundle({ dir }) {
      copyFileSync(path("../../build/engine.wasm"), `${dir}/policymark.wasm`);
    },
  };
}

// The package has one module, what that brings when it is needed, and, with --mode
// worker, the script of the engine's worker.
export default defineConfig(({ mode }) => {
  const worker = mode === "worker";
  return {
    root: path(".."),
    resolve: { alias: [{ find: "policymark:go-runtime", replacement: path("../../build/wasm_exec.js") }] },
    build: {
      outDir: path("../../dist/package"),
      emptyOutDir: !worker,
      target: "es2022",
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      copyPublicDir: false,
      lib: worker
        ? {
            entry: path("../src/engine/worker.ts"),
            formats: ["iife"],
            name: "policymarkWorker",
            fileName: () => "policymark-worker.js",
          }
        : { entry: path("../src/elements/policymark.ts"), formats: ["es"], fileName: () => "policymark.js" },
      rollupOptions: worker
        ? { output: { codeSplitting: false } }
        : {
            preserveEntrySignatures: "allow-extension",
            output: { chunkFileNames: "policymark-[name].js", minify: true },
          },
    },
    plugins: worker
      ? [compactStyles(), shipped("package-worker")]
      : [compactStyles(), besideTheModule(), shipped("package"), notices()],
  };
});
