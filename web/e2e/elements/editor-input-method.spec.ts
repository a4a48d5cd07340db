import type { CDPSession, Page } from "@playwright/test";
import { drawn } from "../fixtures.ts";
import { expect, test } from "./fixtures.ts";
import { editor, Writer } from "./writer.ts";

/** Composes as an input method does: the letters, step by step. */
async function compose(page: Page, cdp: CDPSession, ...steps: string[]): Promise<void> {
  for (const text of steps) {
    await cdp.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await drawn(page);
  }
}

test("an input method composes within a mark of the element undisturbed", async ({ page, open, context }) => {
  await open(editor("(我们)会[收集]您的设备信息。"));
  const writer = new Writer(page);
  await expect(writer.mark("action", "收集")).toBeVisible();
  const cdp = await context.newCDPSession(page);
  await writer.text.click();
  await writer.press("ControlOrMeta+Home");
  await writer.press("ArrowRight", "(我们)会[收".length);
  // What draws elements while the browser composes breaks the composition.
  await writer.element.evaluate((element: any) => {
    const counter = window as unknown as { drawn: number };
    counter.drawn = 0;
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) if (node instanceof Element) counter.drawn++;
    }).observe(element.shadowRoot.querySelector(".cm-content"), { childList: true, subtree: true });
  });
  await compose(page, cdp, "b", "bi", "bing", "bing c", "bing cun");
  expect(await page.evaluate(() => (window as unknown as { drawn: number }).drawn)).toBe(0);
  await cdp.send("Input.insertText", { text: "并存" });
  await expect.poll(() => writer.value()).toBe("(我们)会[收并存集]您的设备信息。");
  await expect(writer.cards.first()).toContainText("收并存集");
  await writer.press("ControlOrMeta+z");
  await expect.poll(() => writer.value()).toBe("(我们)会[收集]您的设备信息。");
});

test("a composition that is given up leaves the element's value as it was, and a bracket composed over words marks them", async ({
  page,
  open,
  context,
}) => {
  await open(editor("(我们)会[收集]您的设备信息。"));
  const writer = new Writer(page);
  await expect(writer.mark("action", "收集")).toBeVisible();
  const cdp = await context.newCDPSession(page);
  await writer.text.click();
  await writer.press("ControlOrMeta+End");
  await compose(page, cdp, "n", "ni", "ni h");
  await compose(page, cdp, "");
  await expect.poll(() => writer.value()).toBe("(我们)会[收集]您的设备信息。");
  await writer.select("设备信息");
  await cdp.send("Input.insertText", { text: "《" });
  await expect(writer.mark("data", "设备信息")).toBeVisible();
  await expect.poll(() => writer.value()).toBe("(我们)会[收集]您的<设备信息>。");
});
