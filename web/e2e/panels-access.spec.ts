import { standsInNobodysWay } from "./accessibility.ts";
import { expect, rest, test } from "./fixtures.ts";

for (const [name, use, when] of [
  ["light", { colorScheme: "light" }, {}],
  ["dark and Chinese", { colorScheme: "dark", locale: "zh-CN" }, rest],
] as const) {
  test.describe(`in ${name}`, when, () => {
    test.use(use);

    test("the panels stand in nobody's way", async ({ page, address }) => {
      const check = () => standsInNobodysWay(page);
      await page.goto(address);
      await expect(page.locator("pm-practice-card").first()).toBeVisible();
      await page.locator("pm-practice-filter [aria-controls=fields]").click();
      await page.locator("pm-practice-filter input").fill("a");
      await check();
      await page.locator("pm-practice-filter .clear").click();
      await page.locator("pm-practice-card .edit").first().click();
      await expect(page.locator("[role=menu]:popover-open")).toBeVisible();
      await check();
      await page.keyboard.press("Escape");
      await page.locator("[role=tab][data-pane=data]:visible").click();
      await expect(page.locator("pm-data .chip").first()).toBeVisible();
      await check();
      await page.locator("[role=tab][data-pane=practices]:visible").click();
      await page.locator("pm-practice-filter .line button").nth(1).click();
      await expect(page.locator("pm-practice-table .rows").first()).toBeVisible();
      await check();
      await page.locator("pm-views [data-view=flow]").click();
      await expect(page.locator("pm-flow .node").first()).toBeVisible();
      await check();
    });
  });
}
