import type { CDPSession } from "@playwright/test";
import type { App } from "../src/app/app.ts";
import { stateOf } from "./day.ts";
import { engineWorker, expect, rest, test } from "./fixtures.ts";
import { example, Person } from "./person.ts";

/** What the page's objects take once the rubbish is out, in bytes. */
async function heap(session: CDPSession): Promise<number> {
  // Twice, for what the first one lets go of frees more.
  for (let i = 0; i < 2; i++) await session.send("HeapProfiler.collectGarbage");
  return ((await session.send("Runtime.getHeapUsage")) as { usedSize: number }).usedSize;
}

test("memory returns when documents are closed", rest, async ({ page, address }) => {
  const person = new Person(page);
  await person.come(address);
  const session = await page.context().newCDPSession(page);
  const round = async () => {
    await person.open(example("shop-zh.policymark.txt"));
    await expect(person.status).toContainText("156 marks");
    await person.text.focus();
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.type("more words ");
    await page.keyboard.press("F8");
    await page.keyboard.press("Alt+n");
    await expect(page.locator(".cm-placeholder")).toBeVisible();
    await expect(person.cards).toHaveCount(0);
  };
  for (let i = 0; i < 3; i++) await round();
  const before = await heap(session);
  for (let i = 0; i < 12; i++) await round();
  // A document of this size takes about two megabytes while it is open; were each
  // held on to, twelve would show.
  expect((await heap(session)) - before).toBeLessThan(3_000_000);
});

test("what a large document took of the engine's memory returns with a new engine", rest, async ({ page, address }) => {
  const person = new Person(page);
  await person.come(address);
  const first = await engineWorker(page);
  await person.openBytes(
    "large.txt",
    Buffer.from(`${"公司非常重视您的个人信息。".repeat(20)}(我们)会[收集]您的<姓名>。\n\n`.repeat(11_000)),
  );
  await expect(person.status).toContainText("33,000 marks", { timeout: 60_000 });
  await page.keyboard.press("Alt+n");
  await expect(page.locator(".cm-placeholder")).toBeVisible();
  expect(await engineWorker(page, first)).not.toBe(first);
});

test(
  "the browser's own history of typing does not keep what was drawn, and its end is not noticed",
  rest,
  async ({ page, address }) => {
    const person = new Person(page);
    await person.come(address);
    await person.open(example("shop-zh.policymark.txt"));
    await expect(person.status).toContainText("156 marks");
    const session = await page.context().newCDPSession(page);
    const grown = async (before: number) => (await heap(session)) - before;
    const typeAt = async (at: number) => {
      await page.evaluate((at) => {
        const { view } = (document.querySelector("pm-app") as App).page.desk;
        view.dispatch({ selection: { anchor: (at * 7919) % view.state.doc.length }, scrollIntoView: true });
        view.focus();
      }, at);
      await page.keyboard.insertText("我们还会收集您的生日，");
      await stateOf(page);
    };
    const seen = () =>
      page.evaluate(() => {
        const { view } = (document.querySelector("pm-app") as App).page.desk;
        const { left, top } = view.coordsAtPos(view.state.selection.main.head)!;
        return {
          caret: view.state.selection.main.head,
          left,
          top,
          scrolled: view.scrollDOM.scrollTop,
          focused: view.hasFocus,
        };
      });
    for (let i = 0; i < 20; i++) await typeAt(i);
    const before = await heap(session);
    for (let i = 20; i < 95; i++) await typeAt(i);
    const full = await grown(before);
    for (let i = 95; i < 105; i++) await typeAt(i);
    const place = await seen();
    await expect.poll(() => grown(before), { timeout: 20_000, intervals: [2000] }).toBeLessThan(full / 2);
    await expect.poll(seen).toEqual(place);
    await page.keyboard.type("ab");
    const { text } = await stateOf(page);
    expect(text.slice(place.caret, place.caret + 2)).toBe("ab");
    await page.keyboard.press("ControlOrMeta+z");
    expect((await stateOf(page)).text).toBe(text.slice(0, place.caret) + text.slice(place.caret + 2));
  },
);
