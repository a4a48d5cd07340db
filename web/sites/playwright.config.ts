import { defineConfig } from "@playwright/test";
import { findBrowser } from "../e2e/browser.ts";
import { root } from "../e2e/server.ts";

// Small sites that real generators made, as build.mjs builds them, and our own.
export default defineConfig({
  testDir: ".",
  outputDir: `${root}build/e2e-sites`,
  fullyParallel: true,
  forbidOnly: !!process.env["CI"],
  workers: process.env["CI"] ? 2 : 1,
  retries: process.env["CI"] ? 2 : 0,
  timeout: 180_000,
  expect: { timeout: 45_000 },
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    launchOptions: { executablePath: findBrowser(), args: ["--disable-dev-shm-usage"] },
    viewport: { width: 1280, height: 900 },
    locale: "en-GB",
    screenshot: "only-on-failure",
  },
});
