import { defineConfig } from "@playwright/test";
import { findBrowser } from "../e2e/browser.ts";
import { root } from "../e2e/server.ts";
import type { Where } from "../e2e/fixtures.ts";

// One browser, one thing after another: what runs beside a measurement spoils it.
export default defineConfig<Where>({
  testDir: ".",
  testMatch: "*.bench.ts",
  outputDir: `${root}build/bench`,
  globalSetup: "../e2e/set-up.ts",
  workers: 1,
  timeout: 600_000,
  reporter: "./reporter.ts",
  use: {
    browserName: "chromium",
    launchOptions: { executablePath: findBrowser(), args: ["--disable-dev-shm-usage"] },
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    where: "hosted",
  },
});
