import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { Person } from "./person.ts";

test.use({ isMobile: true, hasTouch: true });

for (const [width, height] of [
  [320, 640],
  [390, 844],
  [430, 932],
  [667, 375],
] as const) {
  for (const locale of ["en-GB", "zh-CN"]) {
    test.describe(`${width} by ${height} in ${locale}`, () => {
      test.use({ viewport: { width, height }, locale });

      test("everything fits and can be touched", async ({ page, address }) => {
        const person = new Person(page);
        await page.goto(address);
        await expect(page.locator(".pm-mark").first()).toBeVisible();
        for (const pane of ["text", "practices", "problems"]) {
          await page.locator(`[role=tab][data-pane=${pane}]:visible`).tap();
          const row = { text: person.text, practices: person.cards.first(), problems: person.problems.first() }[pane]!;
          await expect(row).toBeVisible();
          expect(await misfits(page), pane).toEqual([]);
        }
        // A word that fits on a line is not parted from its bracket.
        await page.locator("[role=tab][data-pane=practices]:visible").tap();
        const action = person.cards.first().locator(".action-chip .chip");
        await expect.poll(async () => (await action.boundingBox())?.height ?? Infinity).toBeLessThan(40);
        for (const item of [/^(Command palette…|命令面板…)$/, /^(How to mark…|怎样标注…)$/, /^(Keys…|按键…)$/]) {
          await page.getByRole("button", { name: /^(Help|帮助)$/ }).tap();
          await page.getByRole("menuitem", { name: item }).tap();
          await expect(page.getByRole("dialog")).toBeVisible();
          expect(await misfits(page), String(item)).toEqual([]);
          await page.keyboard.press("Escape");
          await expect(page.getByRole("dialog")).toBeHidden();
        }
        // The other language is a choice of a menu here.
        await page.getByRole("button", { name: /^(View|显示)$/ }).tap();
        await page.getByRole("menuitemradio", { name: locale === "zh-CN" ? "English" : "中文" }).tap();
        await expect(page.locator("html")).toHaveAttribute("lang", locale === "zh-CN" ? "en" : "zh-CN");
        expect(await misfits(page)).toEqual([]);
      });
    });
  }
}

/** What stands over the edge of the screen, or is too small to touch. */
async function misfits(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const found: string[] = [];
    // The page is laid out no wider than the screen, and cannot be moved sideways.
    if (innerWidth > screen.width || width > innerWidth) found.push(`page: ${innerWidth}`);
    const look = (root: Document | ShadowRoot) => {
      for (const element of root.querySelectorAll<HTMLElement>("*")) {
        if (element.shadowRoot) look(element.shadowRoot);
        const { left, right, width: w, height: h } = element.getBoundingClientRect();
        if (w === 0 || h === 0 || element.closest(".hidden, .skip, svg, [popover]")) continue;
        const name = `${element.localName}.${element.className}`;
        if (right > width + 0.5 || left < -0.5) found.push(`${name} over the edge: ${left} to ${right}`);
        // Chips within lines of text may be as high as their line.
        if (element.localName === "button" && !element.matches(".chip") && (w < 24 || h < 24)) {
          found.push(`${name} is ${Math.round(w)} by ${Math.round(h)}`);
        }
      }
    };
    look(document);
    return found;
  });
}
