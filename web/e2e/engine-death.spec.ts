import type { Page, Worker } from "@playwright/test";
import { editor, engineWorker, expect, rest, test } from "./fixtures.ts";
import { Person } from "./person.ts";

// An engine that really dies while a person types: nothing of the text is lost, and the
// next engine knows all of it. How long that takes is written down, not tested.

/** An unclosed bracket, and the problem that an engine sees in it. */
const unclosed = "[";
const problem = (page: Page) => page.locator(".cm-line > .pm-squiggle", { hasText: /^\[$/ });

const words = "We collect (the name) and <the address> of each customer. ";

async function paste(page: Page, text: string): Promise<void> {
  await editor(page).evaluate((content, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    content.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** Types while the engine dies of something, and sees that all is there afterwards. */
async function typeThrough(
  page: Page,
  address: string,
  die: (worker: Worker) => Promise<unknown>,
  more = "",
): Promise<void> {
  const person = new Person(page);
  await person.come(address);
  await person.startEmpty();
  const first = await engineWorker(page);
  await page.keyboard.type(words);
  const typed = words.repeat(3) + unclosed;
  // Until the engine begins to be in trouble, and until another has come.
  const began = performance.now();
  // A new one is made as soon as it is noticed that the first is in trouble.
  const made = new Promise<number>((resolve) => page.once("worker", () => resolve(performance.now())));
  const replaced = engineWorker(page, first).then((second) => ({ second, at: performance.now() }));
  const dying = die(first).catch(() => {});
  if (more) await paste(page, more);
  await page.keyboard.type(typed, { delay: 10 });
  const noticed = await made;
  const { second, at } = await replaced;
  await expect(problem(page)).toBeVisible();
  await dying;
  test.info().annotations.push({
    type: "figure",
    description: `noticed after ${Math.round(noticed - began)} ms, the next ready ${Math.round(at - noticed)} ms later`,
  });
  await page.keyboard.type("x");
  expect((await person.save()).toString()).toBe(`${words}${more}${typed}x`);
  // A worker that hangs takes the browser a moment to end.
  await expect.poll(() => page.workers()).toEqual([second]);
}

/** Fills the memory of the engine that answers next up to the four gigabytes that there
 * are: it then cannot have one page more. Nothing of it is touched, so it costs nothing. */
function fillMemory(): void {
  interface Running {
    _inst: { exports: { mem: WebAssembly.Memory } };
    mem: DataView;
    _resume(): void;
  }
  const prototype = (globalThis.Go as unknown as { prototype: Running }).prototype;
  const { _resume } = prototype;
  prototype._resume = function () {
    prototype._resume = _resume;
    const { mem } = this._inst.exports;
    mem.grow(65536 - mem.buffer.byteLength / 65536);
    this.mem = new DataView(mem.buffer);
    this._resume();
  };
}

test.describe("an engine is replaced, and nothing typed meanwhile is lost, when it", () => {
  test("is ended", async ({ page, address }) => {
    await typeThrough(page, address, (worker) => worker.evaluate(() => self.close()));
  });

  test("is ended while nobody types", async ({ page, address }) => {
    await page.clock.install();
    await page.goto(address);
    const first = await engineWorker(page);
    await expect(page.locator("pm-practice-card").first()).toBeVisible();
    // No timer runs out any more, so no call can be found to take too long.
    await page.clock.pauseAt(Date.now() + 60_000);
    const began = performance.now();
    await first.evaluate(() => self.close()).catch(() => {});
    await engineWorker(page, first);
    test
      .info()
      .annotations.push({ type: "figure", description: `replaced after ${Math.round(performance.now() - began)} ms` });
  });

  test("hangs", rest, async ({ page, address }) => {
    await typeThrough(page, address, (worker) =>
      worker.evaluate(() => {
        globalThis.policymark = () => {
          for (;;);
        };
      }),
    );
  });

  test("has no memory left", rest, async ({ page, address }) => {
    const died = page.waitForEvent("console", (message) => message.text().includes("out of memory"));
    await typeThrough(
      page,
      address,
      (worker) => worker.evaluate(fillMemory),
      "Words without marks.\n\n".repeat(50_000),
    );
    await died;
  });

  test("breaks", async ({ page, address }) => {
    await typeThrough(page, address, (worker) =>
      worker.evaluate(() => {
        globalThis.policymark = () => {
          throw new WebAssembly.RuntimeError("unreachable");
        };
      }),
    );
  });
});

test("a file keeps its own line endings when the engine dies of saving it", async ({ page, address }) => {
  const person = new Person(page);
  await person.come(address);
  await person.openBytes("windows.txt", Buffer.from("one\r\ntwo\r\n"));
  await expect(person.status).toContainText("windows");
  const worker = await engineWorker(page);
  await worker.evaluate(() => {
    const right = globalThis.policymark!;
    globalThis.policymark = (method, request, document) => {
      if (method === "encode") throw new WebAssembly.RuntimeError("unreachable");
      return right(method, request, document);
    };
  });
  await person.text.focus();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type("x");
  expect((await person.save()).toString()).toBe("xone\r\ntwo\r\n");
});

test.describe("an engine that answers nonsense is asked again or replaced, and the text stays", () => {
  const nonsense: Record<string, object> = {
    "no JSON": { json: "{" },
    nothing: {},
    null: { json: "null" },
    "an empty object": { json: "{}" },
    "no words": { code: 7 },
  };
  for (const [name, answer] of Object.entries(nonsense)) {
    test(name, async ({ page, address, expected }) => {
      expected.push(/^console: .*/);
      await page.goto(address);
      await editor(page).click();
      await page.keyboard.press("ControlOrMeta+End");
      const worker = await engineWorker(page);
      await worker.evaluate((answer) => {
        const right = globalThis.policymark!;
        let left = 2;
        globalThis.policymark = (...args) => (left-- > 0 ? answer : right(...args));
      }, answer);
      await page.keyboard.type(`typed to nobody ${unclosed}`);
      await expect(problem(page)).toBeVisible();
      await expect(editor(page)).toContainText(`typed to nobody ${unclosed}`);
    });
  }

  test("a text that it did not follow", async ({ page, address }) => {
    await page.goto(address);
    await editor(page).click();
    await page.keyboard.press("ControlOrMeta+End");
    const worker = await engineWorker(page);
    await worker.evaluate(() => {
      const right = globalThis.policymark!;
      globalThis.policymark = (method, request, document) =>
        right(method, method === "edit" ? { ...request, changes: [] } : request, document);
    });
    await page.keyboard.type(`typed to nobody ${unclosed}`);
    await expect(problem(page)).toBeVisible();
  });
});
