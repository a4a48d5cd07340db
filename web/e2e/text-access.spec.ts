import { standsInNobodysWay } from "./accessibility.ts";
import { expect, rest, test } from "./fixtures.ts";
import { Person } from "./person.ts";

for (const [name, use, when] of [
  ["light", { colorScheme: "light" }, {}],
  ["dark and Chinese", { colorScheme: "dark", locale: "zh-CN" }, rest],
] as const) {
  test.describe(`in ${name}`, when, () => {
    test.use(use);

    test("the reading view and everything alike stand in nobody's way", async ({ page, address }) => {
      const person = new Person(page);
      await person.come(address);
      await person.startEmpty();
      await page.keyboard.insertText("(我们)[收集]<手机号|电话号码>{为了登录}，手机号和手机号。");
      await expect(person.mark("data", "<手机号")).toBeVisible();
      await page.keyboard.press("Alt+8");
      await expect(page.locator(".pm-reading")).toBeVisible();
      // In a mark, with its ring and the handles of its edges.
      await person.press("ControlOrMeta+Home");
      await person.press("ArrowRight", 6);
      await expect(page.locator(".pm-at-caret-data")).toBeVisible();
      await expect(page.locator(".pm-handle-end")).toBeVisible();
      await standsInNobodysWay(page);
      await page.keyboard.press("ControlOrMeta+Shift+l");
      await expect(person.dialog.getByRole("checkbox").first()).toBeVisible();
      await standsInNobodysWay(page);
      await page.keyboard.press("Escape");
      await expect(person.text).toBeFocused();
    });

    test.describe("by touch", () => {
      test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

      test("the bar of a selection and everything alike stand in nobody's way", async ({ page, address }) => {
        const person = new Person(page);
        await page.goto(address);
        await expect(page.locator(".pm-mark").first()).toBeVisible();
        await person.text.tap();
        await page.keyboard.press("ControlOrMeta+Home");
        await page.keyboard.press("Shift+ArrowRight");
        await page.keyboard.press("Shift+ArrowRight");
        await page.keyboard.press("Shift+ArrowRight");
        await expect(page.locator("pm-touch-bar[shown]")).toBeVisible();
        await standsInNobodysWay(page);
        await page.locator("pm-touch-bar button").last().tap();
        await expect(person.dialog).toBeVisible();
        await standsInNobodysWay(page);
      });
    });
  });
}
