import { pathToFileURL } from "node:url";
import { test as base, expect } from "@playwright/test";
import { Key, type WebDriver } from "selenium-webdriver";
import { serve } from "../fixtures.ts";
import { all, type Hands } from "../hands.ts";
import { dist, type Server } from "../server.ts";
import { startWebKit, type WebKit } from "./browser.ts";

export { expect };

interface Fixtures {
  /** A window of the browser, of which the browser keeps nothing after the test. */
  tab: Tab;
}

/** Tests in WebKitGTK, which is driven over WebDriver. */
export const test = base.extend<Fixtures, { webkit: WebKit | undefined; server: Server; file: string }>({
  webkit: [
    async ({}, use) => {
      const webkit = await startWebKit();
      await use(webkit);
      webkit?.stop();
    },
    { scope: "worker" },
  ],
  server: [serve, { scope: "worker" }],
  file: [async ({}, use) => use(pathToFileURL(`${dist}/policymark.html`).href), { scope: "worker" }],
  tab: async ({ webkit }, use) => {
    base.skip(!webkit, "there is no WebKitGTK with its driver and a screen");
    if (!webkit) return;
    const driver = await webkit.session();
    await use(new Tab(driver));
    await driver.quit();
  },
});

const keys: Record<string, string> = {
  Control: Key.CONTROL,
  Shift: Key.SHIFT,
  Alt: Key.ALT,
  Home: Key.HOME,
  End: Key.END,
  ArrowLeft: Key.ARROW_LEFT,
  ArrowRight: Key.ARROW_RIGHT,
};

/** A window, as a person uses it. */
export class Tab implements Hands {
  constructor(readonly driver: WebDriver) {}

  async goto(address: string): Promise<void> {
    await this.driver.get(address);
  }

  async reload(): Promise<void> {
    await this.driver.navigate().refresh();
  }

  async find(selector: string): Promise<void> {
    await expect.poll(() => this.count(selector), `how many there are of ${selector}`).toBeGreaterThan(0);
  }

  async count(selector: string): Promise<number> {
    return await this.driver.executeScript<number>(`${all}; return all(arguments[0]).length`, selector);
  }

  async textOf(selector: string): Promise<string> {
    await this.find(selector);
    const read = `${all}; const [element] = all(arguments[0]); return (element.shadowRoot ?? element).textContent`;
    return await this.driver.executeScript<string>(read, selector);
  }

  /** Clicks into the text and goes to its end. */
  async toEnd(): Promise<void> {
    await this.find(".cm-content");
    await this.driver.executeScript(`${all}; all(".cm-content")[0].focus()`);
    await this.press("Control+End");
  }

  async press(combination: string): Promise<void> {
    const [last, ...held] = combination.split("+").reverse() as [string, ...string[]];
    const actions = this.driver.actions();
    for (const key of held.reverse()) actions.keyDown(keys[key]!);
    actions.sendKeys(keys[last] ?? last);
    for (const key of held.reverse()) actions.keyUp(keys[key]!);
    await actions.perform();
  }

  async type(text: string): Promise<void> {
    await this.driver.actions().sendKeys(text).perform();
  }
}
