import type { Locator, Page } from "@playwright/test";
import { standsInNobodysWay } from "./accessibility.ts";
import { expect, rest, test } from "./fixtures.ts";
import { Person } from "./person.ts";

const text = (page: Page) => page.locator(".cm-content");
const button = (name: RegExp) => (page: Page) => page.getByRole("button", { name });

/**
 * Everything that opens over the page: its name, its element, where the focus is
 * before, which is where it must be afterwards, and the keys that open it. A new one
 * needs a line here.
 */
const openings: readonly (readonly [
  name: string,
  element: string,
  from: (page: Page) => Locator,
  ...keys: string[],
])[] = [
  ["the File menu", "pm-toolbar", button(/^(File|文件)$/), "Enter"],
  ["the View menu", "pm-toolbar", button(/^(View|显示)$/), "ArrowDown"],
  ["the Help menu", "pm-toolbar", button(/^(Help|帮助)$/), "Enter"],
  ["the palette", "pm-palette", text, "ControlOrMeta+k"],
  ["everything alike", "pm-alike", text, "ControlOrMeta+Shift+l"],
  ["the palette, nothing found", "pm-palette", text, "ControlOrMeta+k", "x", "q", "x", "q"],
  ["the guideline", "pm-help", text, "F1", "Shift+Tab", "Home"],
  ["the markup", "pm-help", text, "F1", "Shift+Tab", "ArrowUp"],
  ["the keys", "pm-help", text, "F1"],
  ["the rules", "pm-help", text, "F1", "Shift+Tab", "ArrowDown"],
  ["what is kept where", "pm-help", text, "F1", "Shift+Tab", "End"],
];

for (const [name, use, when] of [
  ["light", { colorScheme: "light" }, {}],
  ["dark, in Chinese", { colorScheme: "dark", locale: "zh-CN" }, rest],
] as const) {
  test.describe(`in ${name}`, when, () => {
    test.use(use);

    test("what opens over the page stands in nobody's way and gives the focus back", async ({ page, address }) => {
      await page.goto(address);
      await expect(page.locator(".pm-mark").first()).toBeVisible();
      for (const [name, element, from, ...keys] of openings) {
        await test.step(name, async () => {
          await from(page).focus();
          const over = page.getByRole(name.endsWith("menu") ? "menu" : "dialog");
          for (const key of keys) {
            await page.keyboard.press(key);
            await expect(over).toBeVisible();
          }
          await standsInNobodysWay(page, element);
          await page.keyboard.press("Escape");
          await expect(over).toBeHidden();
          await expect(from(page)).toBeFocused();
        });
      }
    });
  });
}

for (const [name, use, when] of [
  ["light", { colorScheme: "light" }, {}],
  ["dark", { colorScheme: "dark" }, {}],
  ["Chinese", { locale: "zh-CN" }, rest],
  ["a phone", { viewport: { width: 390, height: 844 } }, rest],
] as const) {
  test.describe(`in ${name}`, when, () => {
    test.use(use);

    test("nothing stands in anybody's way", async ({ page, address }) => {
      const person = new Person(page);
      await page.goto(address);
      await expect(person.text).not.toBeEmpty();
      await expect(page.locator(".pm-mark").first()).toBeVisible();
      await standsInNobodysWay(page);
      await page
        .getByRole("tab", { name: /Problems|问题/ })
        .and(page.locator(":visible"))
        .click();
      await expect(page.locator("pm-problems")).toBeVisible();
      await standsInNobodysWay(page);
      await page
        .getByRole("tab", { name: /Practices|处理行为/ })
        .and(page.locator(":visible"))
        .click();
      await expect(person.cards.first()).toBeVisible();
      await standsInNobodysWay(page);
      await page.getByRole("button", { name: /^(File|文件)$/ }).click();
      await expect(page.getByRole("menu").first()).toBeVisible();
      await standsInNobodysWay(page);
      await page.getByRole("menuitem", { name: /^(Not yet marked|尚未标注)/ }).click();
      await expect(person.dialog).toBeVisible();
      await standsInNobodysWay(page);
    });
  });
}

test("find, cards and refusals stand in nobody's way", async ({ page, address }) => {
  const person = new Person(page);
  await person.come(address);
  await person.startEmpty();
  await page.keyboard.insertText("我们需要您[提供]<姓名>，见第(1)条。(我们");
  await expect(person.count("Problems")).not.toHaveText("0");
  await person.text.focus();
  await page.keyboard.press("F8");
  await expect(page.locator("pm-problem-card")).toBeVisible();
  await standsInNobodysWay(page);
  await page.keyboard.press("ControlOrMeta+f");
  await expect(page.locator(".cm-search")).toBeVisible();
  await standsInNobodysWay(page);
  await page.locator("pm-practice-card .why").first().click();
  await expect(page.locator("pm-practice-card .reason")).toBeVisible();
  await standsInNobodysWay(page);
});

test("the whole path by keyboard alone", async ({ page, address }) => {
  const person = new Person(page);
  await person.come(address);

  // From the top: the way past the bars, then the menu, an example.
  const skip = page.getByRole("button", { name: "Skip to the text" });
  for (let i = 0; i < 30 && !(await skip.evaluate((e) => e.matches(":focus"))); i++)
    await page.keyboard.press("Shift+Tab");
  await expect(page.getByRole("button", { name: "Skip to the text" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "File", exact: true })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.press("Home");
  await page.keyboard.press("o");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "File", exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  while (!(await page.getByRole("menuitem", { name: "Online shop" }).evaluate((e) => e.matches(":focus")))) {
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
  await expect(person.status).toContainText("shop-zh");
  await expect(person.text).toBeFocused();

  // Mark by selecting with Shift and typing.
  await person.press("Shift+ArrowRight", 4);
  await page.keyboard.type("(");
  await expect(person.status).toContainText("157 marks");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(person.status).toContainText("156 marks");

  // To the panels and back.
  const tab = page.getByRole("tab", { name: "Practices" }).first();
  for (let i = 0; i < 8 && !(await tab.evaluate((e) => e.matches(":focus"))); i++) await page.keyboard.press("Tab");
  await expect(tab).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: "Problems" }).first()).toBeFocused();
  await expect(page.locator("pm-problems")).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  // Past the search and the tools above the cards.
  const card = page.getByRole("button", { name: /^Go to / }).first();
  for (let i = 0; i < 8 && !(await card.evaluate((e) => e.matches(":focus"))); i++) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(person.text).toBeFocused();
  await expect(person.status).toContainText("selected");
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`problems in ${colorScheme}`, colorScheme === "dark" ? rest : {}, () => {
    test.use({ colorScheme });

    test("groups, one rule, signs, cards and pages stand in nobody's way", async ({ page, address }) => {
      const person = new Person(page);
      await person.come(address);
      await person.startEmpty();
      await page.keyboard.insertText("我们需要您[提供]<姓名 >，见第(1)条。\n\n(我们会[收集]<电话>。");
      await person.turnTo("Problems");
      await expect(page.locator(".pm-sign").first()).toBeVisible();
      await page.getByRole("button", { name: "Group by rule" }).click();
      await expect(page.locator("pm-problems .group").first()).toBeVisible();
      await standsInNobodysWay(page);
      await page.getByRole("button", { name: "Show one rule" }).click();
      await expect(page.getByRole("menuitemradio").first()).toBeVisible();
      await standsInNobodysWay(page);
      await page.getByRole("menuitemradio").nth(1).click();
      await expect(page.locator("pm-problems .only")).toBeVisible();
      await person.text.focus();
      await page.keyboard.press("F8");
      await expect(page.locator("pm-problem-card .why").first()).toBeVisible();
      await standsInNobodysWay(page);
      await page.locator("pm-problems .explain").first().click();
      await expect(person.dialog).toBeVisible();
      await standsInNobodysWay(page);
      // The page is read by keyboard and left by it, back to where one was.
      await expect(person.dialog.getByRole("region")).toBeFocused();
      await page.keyboard.press("Escape");
      await expect(page.locator("pm-problems .explain").first()).toBeFocused();
    });
  });
}
