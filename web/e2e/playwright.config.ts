import { defineConfig } from "@playwright/test";
import { findBrowser } from "./browser.ts";
import { pace } from "./pace.ts";
import { root } from "./server.ts";
import type { Where } from "./fixtures.ts";

const specs = (...names: string[]) => names.map((name) => `${name}.spec.ts`);

// All tests run in the page as a server gives it. Those of what hangs on where the page
// comes from run in the one file from a disk too: how it starts, its engine, what it
// keeps, and the whole path through the page.
const onDisk = specs("whole-path", "engine", "offline", "keeping", "storage");

// The rest, which `make test` leaves to `make test-all`: what takes gigabytes or the time
// of ten other tests, the same again in other colours, and more of the file from a disk.
const rest = /@rest/;
const onDiskToo = specs("files", "workspace", "history", "links", "help", "compare");

export default defineConfig<Where>({
  testDir: ".",
  // The folders in here have runs and configurations of their own.
  testIgnore: `${root}web/e2e/*/**`,
  outputDir: `${root}build/e2e`,
  globalSetup: "./set-up.ts",
  ...pace,
  reporter: [["list"]],
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
    { name: "hosted", use: { where: "hosted" }, grepInvert: rest },
    { name: "file", use: { where: "file" }, testMatch: onDisk, grepInvert: rest },
    { name: "hosted-rest", use: { where: "hosted" }, grep: rest },
    {
      name: "file-rest",
      use: { where: "file" },
      testMatch: [...onDisk, ...onDiskToo],
      grep: [rest, ...onDiskToo.map((name) => new RegExp(name))],
    },
  ],
});
