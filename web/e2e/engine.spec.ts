import type { Page } from "@playwright/test";
import { editor, engineMissing, engineWorker, expect, rest, test } from "./fixtures.ts";

/** Types at the end of the text. */
async function type(page: Page, text: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(text);
}

/** An unclosed bracket, and the problem that an engine sees in it. */
const unclosed = "[";
const problem = (page: Page) => page.locator(".cm-line > .pm-squiggle", { hasText: /^\[$/ });

declare global {
  /** Keeps what a test wants to look at again. */
  var seen: unknown;
}

test("arrives beside a text that can be read and edited before", async ({ page, address, where }) => {
  test.skip(where === "file", "the engine is in the file");
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/*.wasm", async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(address);
  await type(page, "before the engine");
  await expect(editor(page)).toContainText("before the engine");
  release();
  await engineWorker(page);
  await type(page, " and after");
  await expect(editor(page)).toContainText("before the engine and after");
});

test.describe("an engine", () => {
  test("that broke is replaced, and nothing typed is lost", async ({ page, address }) => {
    await page.goto(address);
    const first = await engineWorker(page);
    await first.evaluate(() => {
      globalThis.policymark = () => {
        throw new WebAssembly.RuntimeError("unreachable");
      };
    });
    await type(page, `typed into a broken engine ${unclosed}`);
    const second = await engineWorker(page, first);
    await expect(problem(page)).toBeVisible();
    await type(page, " and into the next");
    await expect(editor(page)).toContainText(`typed into a broken engine ${unclosed} and into the next`);
    expect(page.workers()).toEqual([second]);
  });

  test("that ended without a word is replaced", async ({ page, address }) => {
    await page.goto(address);
    const first = await engineWorker(page);
    await first.evaluate(() => {
      globalThis.policymark = () => undefined;
    });
    await type(page, `typed into an engine that ended ${unclosed}`);
    await engineWorker(page, first);
    await expect(problem(page)).toBeVisible();
    await expect(editor(page)).toContainText("typed into an engine that ended");
  });

  test("that hangs is replaced", async ({ page, address }) => {
    await page.goto(address);
    const first = await engineWorker(page);
    await first.evaluate(() => {
      globalThis.policymark = () => {
        for (;;);
      };
    });
    await type(page, "typed into a hung engine");
    await expect(editor(page)).toContainText("typed into a hung engine");
    await expect(() => expect(page.workers()).not.toContain(first)).toPass();
    await engineWorker(page, first);
    await type(page, unclosed);
    await expect(problem(page)).toBeVisible();
  });

  test("whose worker vanished is replaced", async ({ page, address }) => {
    await page.goto(address);
    const first = await engineWorker(page);
    await first.evaluate(() => self.close()).catch(() => {});
    await type(page, `typed to nobody ${unclosed}`);
    await engineWorker(page, first);
    await expect(problem(page)).toBeVisible();
    await expect(editor(page)).toContainText("typed to nobody");
  });
});

test.describe("where no worker can run, an engine runs in the page", () => {
  const ways: Record<string, () => void> = {
    "because there are none": () => Reflect.deleteProperty(globalThis, "Worker"),
    "because they may not be made": () => {
      globalThis.Worker = class {
        constructor() {
          throw new DOMException("not allowed", "SecurityError");
        }
      } as unknown as typeof Worker;
    },
    "because they do not start": () => {
      globalThis.Worker = class extends EventTarget {
        onerror?: (event: Event) => void;
        constructor() {
          super();
          setTimeout(() => this.onerror?.(new Event("error", { cancelable: true })));
        }
        postMessage() {}
        terminate() {}
      } as unknown as typeof Worker;
    },
  };
  for (const [why, prevent] of Object.entries(ways)) {
    test(why, async ({ page, address }) => {
      await page.addInitScript(prevent);
      await page.goto(address);
      await expect.poll(() => page.evaluate(() => typeof globalThis.policymark)).toBe("function");
      expect(page.workers()).toEqual([]);
      await type(page, `typed ${unclosed}`);
      await expect(problem(page)).toBeVisible();
      await expect(editor(page)).toContainText("typed");
    });
  }

  test("and is replaced when it broke", async ({ page, address }) => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(globalThis, "Worker");
      // The page takes the program's function when it is ready, and calls it from then on.
      let isBroken = false;
      let program: typeof globalThis.policymark;
      Object.defineProperty(globalThis, "policymark", {
        get: () => program,
        set: (given: NonNullable<typeof globalThis.policymark>) => {
          isBroken = false;
          program = (method, request, document) => (isBroken ? undefined : given(method, request, document));
          globalThis.seen = { break: () => (isBroken = true), program };
        },
      });
    });
    await page.goto(address);
    await expect.poll(() => page.evaluate(() => typeof globalThis.policymark)).toBe("function");
    const first = await page.evaluateHandle(() => globalThis.policymark);
    await page.evaluate(() => (globalThis.seen as { break(): void }).break());
    await type(page, "typed into a broken engine");
    await expect.poll(() => page.evaluate((first) => globalThis.policymark !== first, first)).toBe(true);
    await type(page, unclosed);
    await expect(problem(page)).toBeVisible();
    await expect(editor(page)).toContainText("typed into a broken engine");
  });
});

test("starts from a server that does not know the type of its file", async ({ page, address, where }) => {
  test.skip(where === "file", "no server");
  await page.route("**/*.wasm", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": "application/octet-stream" } });
  });
  await page.goto(address);
  await engineWorker(page);
});

test("leaves the text editable when its file cannot be had", async ({ page, address, where, faults, expected }) => {
  test.skip(where === "file", "the engine is in the file");
  expected.push(...engineMissing);
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto(address);
  await type(page, "typed without an engine");
  await expect(editor(page)).toContainText("typed without an engine");
  await expect.poll(() => faults.filter((fault) => fault.startsWith("failed")).length).toBeGreaterThan(1);
});

test("starts each time, without a hang", rest, async ({ page, address, where, expected }) => {
  // It goes away while the page is still bringing what stands beside the text.
  expected.push(/^failed: .* net::ERR_ABORTED$/);
  for (let i = 0; i < (where === "file" ? 20 : 5); i++) {
    await page.goto("about:blank");
    await page.goto(address);
    await engineWorker(page);
  }
});
