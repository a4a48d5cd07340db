import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { compactStyles } from "./vite/compact-styles.ts";
import { contentSecurityPolicy } from "./vite/content-security-policy.ts";
import { helpPages } from "./vite/help-pages.ts";
import { installable } from "./vite/installable.ts";
import { notices } from "./vite/notices.ts";
import { preloadEngine } from "./vite/preload-engine.ts";
import { serviceWorker } from "./vite/service-worker.ts";
import { shipped } from "./vite/shipped.ts";
import { singleFile } from "./vite/single-file.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

const engine = path("../build/engine.wasm");

// Tests compile programs of their own, with the Go that is installed.
const goRuntime = process.env["VITEST"]
  ? `${execFileSync("go", ["env", "GOROOT"], { encoding: "utf8" }).trim()}/lib/wasm/wasm_exec.js`
  : path("../build/wasm_exec.js");

// There are two pages: the hosted one, and with --mode single the page that is
// one file.
export default defineConfig(({ mode }) => {
  const single = mode === "single";
  return {
    base: "./",
    resolve: {
      alias: [
        { find: "policymark:go-runtime", replacement: goRuntime },
        { find: "policymark:program", replacement: path(`src/engine/program.${single ? "single" : "hosted"}.ts`) },
        { find: /^policymark:engine(?=\?)/, replacement: engine },
      ],
    },
    build: {
      outDir: "../dist",
      emptyOutDir: !single,
      target: "es2022",
      modulePreload: { polyfill: false },
      assetsInlineLimit: single ? Number.MAX_SAFE_INTEGER : 0,
      cssCodeSplit: !single,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1000,
      rollupOptions: single
        ? // Vite's own code asks for import.meta where it finds nothing to do.
          { output: { format: "iife", codeSplitting: false }, checks: { emptyImportMeta: false } }
        : {
            // What the page is made of at its start is one file, not many small ones.
            output: { codeSplitting: { groups: [{ name: "page", test: /src\/(?:keys|services|text)\// }] } },
          },
    },
    worker: { format: "iife", plugins: () => [shipped(`${single ? "single" : "page"}-worker`)] },
    plugins: [
      compactStyles(),
      helpPages(),
      shipped(single ? "single" : "page"),
      ...(single
        ? [singleFile({ engine, fileName: "policymark.html" })]
        : [contentSecurityPolicy(), preloadEngine(), installable(), serviceWorker(), notices()]),
    ],
    // The runtime and the engine lie outside of this folder.
    server: { fs: { strict: false } },
    test: {
      include: ["src/**/*.test.ts", "vite/**/*.test.ts", "test/**/*.test.ts", "bench/**/*.test.ts"],
      tags: [{ name: "rest", description: "takes seconds or much memory: `make test` leaves it to `make test-all`" }],
    },
  };
});
