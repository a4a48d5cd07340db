import { expect, test } from "./fixtures.ts";
import { Person } from "./person.ts";

let person: Person;
test.beforeEach(async ({ page, address }) => {
  person = new Person(page);
  await person.come(address);
});

test("a command is found by its name in either language, by its id, and by some of its letters", async ({ page }) => {
  await person.text.focus();
  await page.keyboard.press("ControlOrMeta+Shift+P");
  const field = page.getByRole("combobox", { name: "Search commands" });
  await expect(field).toBeFocused();
  const first = page.getByRole("option").first();
  for (const [sought, found] of [
    ["next prob", "nextProblem"],
    ["nxprb", "nextProblem"],
    ["下一个", "nextProblem"],
    ["深色", "theme-dark"],
    ["saveAs", "saveAs"],
  ] as const) {
    await field.fill(sought);
    await expect(first).toHaveAttribute("data-id", found);
    await expect(first).toHaveAttribute("aria-selected", "true");
  }
  await field.fill("no such command at all");
  await expect(page.getByRole("option")).toHaveCount(0);
  await expect(page.locator("pm-palette [role=status]")).toHaveText("No command has that name.");
  await page.keyboard.press("Escape");
  await expect(person.text).toBeFocused();
});

test("what was chosen comes first the next time, and after a reload", async ({ page }) => {
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("combobox").fill("Colours: Dark");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.keyboard.press("ControlOrMeta+k");
  await expect(page.getByRole("group", { name: "Recently used" }).getByRole("option")).toHaveAttribute(
    "data-id",
    "theme-dark",
  );
  // It is as chosen already: it says why it cannot be chosen.
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox")).toBeFocused();
  await expect(page.locator("pm-palette [role=status]")).toContainText("already chosen");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("option").last()).toHaveAttribute("aria-selected", "true");
  await page.reload();
  await expect(person.cards.first()).toBeVisible();
  await page.keyboard.press("ControlOrMeta+k");
  await expect(page.getByRole("option").first()).toHaveAttribute("data-id", "theme-dark");
});

test("marks and undoes from the list of commands", async ({ page }) => {
  await person.startEmpty();
  await page.keyboard.insertText("We collect your name.");
  await page.keyboard.press("ControlOrMeta+k");
  await expect(page.getByRole("option").and(page.locator("[data-id=redo]"))).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("Escape");
  await person.select("name");
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("combobox").fill("mark: data");
  await page.keyboard.press("Enter");
  await expect(person.mark("data", "name")).toBeVisible();
  await expect(person.text).toBeFocused();
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("combobox").fill("undo");
  await page.keyboard.press("Enter");
  await expect(person.text).toHaveText("We collect your name.");
});

test("everything that a menu offers is a command too", async ({ page }) => {
  for (const menu of ["File", "View"]) {
    await page.getByRole("button", { name: menu, exact: true }).click();
    const offered = await page.getByRole("menu", { name: menu, exact: true }).locator(".name").allTextContents();
    await page.keyboard.press("Escape");
    expect(offered.length).toBeGreaterThan(4);
    await page.keyboard.press("ControlOrMeta+k");
    for (const name of offered) {
      // What was open before is found by its name in the menu alone.
      await page.getByRole("combobox").fill(name);
      await expect(page.getByRole("option").first(), name).toContainText(name);
    }
    await page.keyboard.press("Escape");
  }
});
