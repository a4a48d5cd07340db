import { expect, test } from "./fixtures.ts";
import { Person } from "./person.ts";
import type { App } from "../src/app/app.ts";

test.describe("by touch", () => {
  test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

  test("a bar comes with the selection, below it, and marks", async ({ page, address }) => {
    const person = new Person(page);
    await page.goto(address);
    await expect(page.locator(".pm-mark").first()).toBeVisible();
    await page.evaluate(() => {
      const { view } = (document.querySelector("pm-app") as App).page.desk;
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: "我们会收集您的设备信息。" },
      });
    });
    const bar = page.getByRole("toolbar", { name: "Mark the selection" });
    await person.text.tap();
    await expect(bar).toBeHidden();
    // What a long press does: the browser selects.
    await page.keyboard.press("Home");
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Shift+ArrowRight");
    await expect(bar).toBeVisible();
    const selection = (await page.locator(".cm-selectionBackground").first().boundingBox())!;
    await expect.poll(async () => (await bar.boundingBox())!.y).toBeGreaterThan(selection.y + selection.height + 20);
    const box = (await bar.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(390);
    await bar.getByRole("button", { name: "Actor" }).tap();
    await expect(person.text).toHaveText("(我们)会收集您的设备信息。");
    await bar.getByRole("button", { name: "Data" }).tap();
    await expect(person.text).toHaveText("<我们>会收集您的设备信息。");
    await bar.getByRole("button", { name: "Remove mark" }).tap();
    await expect(person.text).toHaveText("我们会收集您的设备信息。");
    await bar.getByRole("button", { name: "Everything alike" }).tap();
    await expect(person.dialog).toBeVisible();
  });
});

test("nothing pops up on a selection by mouse", async ({ page, address }) => {
  const person = new Person(page);
  await person.come(address);
  await person.text.dblclick({ position: { x: 120, y: 40 } });
  await expect(person.status).toContainText("selected");
  await expect(page.locator("pm-touch-bar")).toBeHidden();
});
