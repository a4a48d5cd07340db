import { defineConfig } from "@playwright/test";
import { pace } from "../pace.ts";
import { root } from "../server.ts";

// The page and the elements in WebKitGTK, where there is one. The runner is that of the
// other tests; it does not drive the browser.
export default defineConfig({
  testDir: ".",
  outputDir: `${root}build/e2e-webkit`,
  globalSetup: "../firefox/set-up.ts",
  ...pace,
  fullyParallel: false,
  workers: 1,
  reporter: [["list"]],
});
