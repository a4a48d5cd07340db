import { defineConfig } from "@playwright/test";
import { findBrowser } from "../browser.ts";
import { pace } from "../pace.ts";
import { root } from "../server.ts";

// The elements as other pages embed them, from dist/package.
export default defineConfig({
  testDir: ".",
  outputDir: `${root}build/e2e-elements`,
  ...pace,
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
