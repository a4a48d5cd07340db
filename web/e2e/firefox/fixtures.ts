import { pathToFileURL } from "node:url";
import { test as base, expect } from "@playwright/test";
import puppeteer, { type Browser, type ElementHandle, type Page } from "puppeteer-core";
import { serve } from "../fixtures.ts";
import { all, type Hands } from "../hands.ts";
import { dist, type Server } from "../server.ts";
import { findFirefox } from "./browser.ts";

export { expect };

interface Fixtures {
  /** A page of the browser, of which the browser keeps nothing after the test. */
  tab: Tab;
  faults: string[];
}

/** Tests in Firefox, which is driven over WebDriver BiDi. */
export const test = base.extend<Fixtures, { firefox: Browser | undefined; server: Server; file: string }>({
  firefox: [
    async ({}, use) => {
      const executablePath = findFirefox();
      if (!executablePath) return use(undefined);
      const browser = await puppeteer.launch({
        browser: "firefox",
        executablePath,
        defaultViewport: { width: 1280, height: 800 },
        // A first-run page would be a page more.
        extraPrefsFirefox: { "intl.accept_languages": "en-GB", "browser.aboutwelcome.enabled": false },
      });
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
  server: [serve, { scope: "worker" }],
  file: [async ({}, use) => use(pathToFileURL(`${dist}/policymark.html`).href), { scope: "worker" }],
  faults: async ({}, use) => {
    const faults: string[] = [];
    await use(faults);
    expect(faults, "what the browser reported").toEqual([]);
  },
  tab: async ({ firefox, faults }, use) => {
    base.skip(!firefox, "there is no Firefox; POLICYMARK_FIREFOX may name one");
    if (!firefox) return;
    const context = await firefox.createBrowserContext();
    const tab = new Tab(await context.newPage(), faults);
    await use(tab);
    await context.close();
  },
});

/** A page, as a person uses it. */
export class Tab implements Hands {
  constructor(
    readonly page: Page,
    faults: string[],
  ) {
    page.setDefaultTimeout(45_000);
    page.on("pageerror", (error) => void faults.push(`error: ${String(error)}`));
    page.on("console", (message) => void (message.type() === "error" && faults.push(`console: ${message.text()}`)));
  }

  /** The first element of a selector, in whichever shadow root, once it is there. */
  async find(selector: string): Promise<ElementHandle<Element>> {
    await expect.poll(() => this.count(selector), `how many there are of ${selector}`).toBeGreaterThan(0);
    const handle = await this.page.evaluateHandle(all, selector);
    return (await handle.getProperty("0")).asElement() as ElementHandle<Element>;
  }

  async count(selector: string): Promise<number> {
    const handle = await this.page.evaluateHandle(all, selector);
    return (await (await handle.getProperty("length")).jsonValue()) as number;
  }

  /** The text of an element, that of its shadow root where it has one. */
  async textOf(selector: string): Promise<string> {
    return (await (await this.find(selector)).evaluate((element) => (element.shadowRoot ?? element).textContent)) ?? "";
  }

  /** Clicks into the text and goes to its end. */
  async toEnd(): Promise<void> {
    await (await this.find(".cm-content")).click();
    await this.press("Control+End");
  }

  /** Presses keys that are held together, as "Control+End". */
  async press(keys: string): Promise<void> {
    const [last, ...held] = keys.split("+").reverse() as [string, ...string[]];
    for (const key of held.reverse()) await this.page.keyboard.down(key as "Control");
    await this.page.keyboard.press(last as "End");
    for (const key of held.reverse()) await this.page.keyboard.up(key as "Control");
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }
}
