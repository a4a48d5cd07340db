import { defineConfig, type ReporterDescription } from "@playwright/test";
import { findBrowser } from "./browser.ts";
import { root } from "./server.ts";
import type { Where } from "./fixtures.ts";

const reporter: ReporterDescription[] = [["list"]];

// All tests run in the page as a server gives it. Those of what hangs on where the
// page comes from run in the one file from a disk too: how it starts, its engine, what
// it keeps, files, links, help, two texts, and the whole path through the rest.
const onDisk = [
  "whole-path",
  "engine",
  "offline",
  "files",
  "keeping",
  "storage",
  "workspace",
  "history",
  "links",
  "help",
  "compare",
].map((name) => `${name}.spec.ts`);

export default defineConfig<Where>({
  testDir: ".",
  // The folders in here have runs and configurations of their own.
  testIgnore: `${root}web/e2e/*/**`,
  outputDir: `${root}build/e2e`,
  globalSetup: "./set-up.ts",
  fullyParallel: true,
  forbidOnly: !!process.env["CI"],
  workers: process.env["CI"] ? 2 : 1,
  // On a machine that others use at the same time a wait may be too short once; what is
  // wrong fails every time. A test that needed another try is told of as flaky.
  retries: process.env["CI"] ? 2 : 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter,
  use: {
    browserName: "chromium",
    launchOptions: { executablePath: findBrowser(), args: ["--disable-dev-shm-usage"] },
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    serviceWorkers: "block",
    screenshot: "only-on-failure",
    // A recording costs more than the test: only for who looks for a fault.
    trace: process.env["POLICYMARK_TRACE"] ? "retain-on-failure" : "off",
  },
  projects: [
    { name: "hosted", use: { where: "hosted" } },
    { name: "file", use: { where: "file" }, testMatch: onDisk },
  ],
});
