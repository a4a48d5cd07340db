import { defineConfig } from "@playwright/test";
import { findBrowser } from "../browser.ts";
import { root } from "../server.ts";

// The elements as other pages embed them, from dist/package.
export default defineConfig({
  testDir: ".",
  outputDir: `${root}build/e2e-elements`,
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
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
  },
});
