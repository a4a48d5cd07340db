import { pathToFileURL } from "node:url";
import { test as base, expect, type BrowserContext, type Page, type Worker } from "@playwright/test";
import { dist, startServer, type Server } from "./server.ts";

export { expect };

/** Which of the two pages is tested: from a server, or the one file from a disk. */
export interface Where {
  where: "hosted" | "file";
}

interface Fixtures {
  /** The address of the page under test. */
  address: string;
  /**
   * What the browser reported that it should not have: errors of the page, errors
   * and refusals in its console, requests that failed or went elsewhere. Whatever
   * the test has not expected fails it.
   */
  faults: string[];
  /**
   * The faults that a test brings about itself. It says so before it does: a browser
   * reports them when it likes, the last ones while the test ends.
   */
  expected: RegExp[];
}

/** Marks a test that `make test` leaves to `make test-all`; playwright.config.ts says which. */
export const rest = { tag: "@rest" };

/** A server of the built pages, for as long as it is used. */
export async function serve({}: object, use: (server: Server) => Promise<void>): Promise<void> {
  const server = await startServer();
  await use(server);
  server.stop();
}

interface WorkerFixtures {
  server: Server;
}

export const test = base.extend<Where & Fixtures, WorkerFixtures>({
  where: ["hosted", { option: true }],

  server: [serve, { scope: "worker" }],

  address: async ({ where, server }, use) => {
    await use(where === "hosted" ? server.address : pathToFileURL(`${dist}/policymark.html`).href);
  },

  expected: async ({}, use) => {
    await use([]);
  },

  faults: [
    async ({ context, address, expected }, use) => {
      const faults: string[] = [];
      watch(context, address, faults);
      await use(faults);
      const unexpected = faults.filter((fault) => !expected.some((pattern) => pattern.test(fault)));
      expect(unexpected, "what the browser reported").toEqual([]);
    },
    { auto: true },
  ],
});

/** What the browser reports where the engine's file cannot be had. */
export const engineMissing: readonly RegExp[] = [/\.wasm/, /^console: Failed to load resource/];

function watch(context: BrowserContext, address: string, faults: string[]): void {
  const isOwn = (url: string) =>
    address.startsWith("file:") ? url.split(/[?#]/)[0] === address : url.startsWith(address);
  context.on("weberror", (error) => faults.push(`error: ${error.error().message}`));
  context.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  context.on("request", (request) => {
    const url = request.url();
    if (!/^(?:blob|data):/.test(url) && !isOwn(url)) faults.push(`request: ${url}`);
  });
  context.on("requestfailed", (request) => faults.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
}

/** The text in the editor, as the person sees it. */
export function editor(page: Page) {
  return page.locator(".cm-content");
}

/** Waits until the page has drawn twice, so that what follows from a key has been done. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Waits until an engine takes calls in a worker, and returns the worker. */
export async function engineWorker(page: Page, except?: Worker): Promise<Worker> {
  let found: Worker | undefined;
  await expect(async () => {
    const others = page.workers().filter((worker) => worker !== except);
    expect(others, "one worker").toHaveLength(1);
    expect(await others[0]!.evaluate(() => typeof globalThis.policymark)).toBe("function");
    found = others[0];
  }).toPass();
  return found!;
}
