import { defineConfig } from "@playwright/test";
import { root } from "../server.ts";

// The page and the elements in WebKitGTK, where there is one. The runner is that of the
// other tests; it does not drive the browser.
export default defineConfig({
  testDir: ".",
  outputDir: `${root}build/e2e-webkit`,
  globalSetup: "../firefox/set-up.ts",
  forbidOnly: !!process.env["CI"],
  workers: 1,
  retries: process.env["CI"] ? 2 : 0,
  timeout: 120_000,
  expect: { timeout: 45_000 },
  reporter: [["list"]],
});
