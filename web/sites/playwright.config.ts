import { defineConfig } from "@playwright/test";
import { findBrowser } from "../e2e/browser.ts";
import { pace } from "../e2e/pace.ts";
import { root } from "../e2e/server.ts";

// Small sites that real generators made, as build.mjs builds them, and our own.
export default defineConfig({
  testDir: ".",
  outputDir: `${root}build/e2e-sites`,
  ...pace,
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    launchOptions: { executablePath: findBrowser(), args: ["--disable-dev-shm-usage"] },
    viewport: { width: 1280, height: 900 },
    locale: "en-GB",
    screenshot: "only-on-failure",
  },
});
