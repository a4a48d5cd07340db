import { expect, test } from "./fixtures.ts";
import { Person } from "./person.ts";

let person: Person;
test.beforeEach(async ({ page, address }) => {
  person = new Person(page);
  await person.come(address);
  await person.startEmpty();
  await page.keyboard.insertText(
    "(我们)会[收集]您的<姓名>。\n\n见第(1)条、第(2)条和第(3)条。\n\n(我们会[收集]您的<电话>。\n",
  );
  await expect(person.count("Problems")).not.toHaveText("0");
});

test("the next and the previous problem, going round, each with its card", async ({ page }) => {
  const total = Number(await person.count("Problems").textContent());
  expect(total).toBeGreaterThan(2);
  await person.press("ControlOrMeta+Home");
  await page.keyboard.press("F8");
  await expect(person.said).toContainText(`Problem 1 of ${total}`);
  await expect(page.locator("pm-problem-card")).toBeVisible();
  await page.keyboard.press("F8");
  await expect(person.said).toContainText(`Problem 2 of ${total}`);
  await page.keyboard.press("Shift+F8");
  await expect(person.said).toContainText(`Problem 1 of ${total}`);
  await page.keyboard.press("Shift+F8");
  await expect(person.said).toContainText(`Problem ${total} of ${total}`);
  await page.keyboard.press("Escape");
  await expect(page.locator("pm-problem-card")).toBeHidden();
});

test("fixes at the caret, by keyboard alone", async ({ page }) => {
  await person.press("ControlOrMeta+Home");
  await page.keyboard.press("F8");
  await expect(page.locator("pm-problem-card")).toBeVisible();
  const before = await person.text.textContent();
  await page.keyboard.press("ControlOrMeta+.");
  await expect(page.locator("pm-problem-card button").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(person.text).not.toHaveText(before!);
  await expect(person.text).toBeFocused();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(person.text).toHaveText(before!);
});

test("fix all alike is one step of undo", async () => {
  const before = await person.text.textContent();
  const total = Number(await person.count("Problems").textContent());
  await person.turnTo("Problems");
  await person.problems.getByRole("button", { name: "Fix all 3 alike" }).first().click();
  await expect(person.text).toContainText("见第\\(1\\)条、第\\(2\\)条和第\\(3\\)条。");
  await expect(person.said).toContainText("3 places");
  await expect.poll(async () => Number(await person.count("Problems").textContent())).toBeLessThan(total);
  await person.press("ControlOrMeta+z");
  await expect(person.text).toHaveText(before!);
});

test("a problem's row goes to its place, and hovering there shows the card", async ({ page }) => {
  await person.turnTo("Problems");
  await person.problems.getByRole("button").first().click();
  await expect(person.text).toBeFocused();
  await expect(person.status).toContainText("selected");
  await page.locator(".pm-squiggle").first().hover();
  await expect(page.locator(".cm-tooltip-hover pm-problem-card")).toBeVisible();
});

test("severities are shown and hidden", async ({ page }) => {
  await person.turnTo("Problems");
  const errors = page.getByRole("button", { name: /^Errors: [1-9]/ });
  await expect(errors).toBeVisible();
  await expect(person.problems.first()).toBeVisible();
  const rows = await person.problems.count();
  const n = Number((await errors.textContent())!.trim());
  expect(n).toBeGreaterThan(0);
  await errors.click();
  await expect(errors).toHaveAttribute("aria-pressed", "false");
  await expect(person.problems).toHaveCount(rows - n);
  await errors.click();
  await expect(person.problems).toHaveCount(rows);
});

test("signs beside the lines show the worst of each, and open its card", async ({ page }) => {
  const signs = page.locator(".pm-gutter .pm-sign");
  await expect(signs.first()).toBeVisible();
  const lines = await page
    .locator(".pm-squiggle")
    .evaluateAll((squiggles) => new Set(squiggles.map((squiggle) => squiggle.closest(".cm-line"))).size);
  await expect(signs).toHaveCount(lines);
  await page.locator(".pm-sign-error").first().click();
  await expect(page.locator("pm-problem-card .severity.error").first()).toBeVisible();
  await expect(person.text).toBeFocused();
});

test("the strip shows the whole document's problems and goes to them", async ({ page }) => {
  const light = page.locator("pm-strip [role=img]");
  await expect(light).toHaveAccessibleName(/Errors: \d+, /);
  // A fault far below, and nothing else; the Chinese above counts more bytes than
  // places.
  const text = `${"(我们)会[收集]您的<姓名>。\n\n".repeat(300)}(我们会[收集]您的<电话>。\n\n${"Nothing is marked here.\n\n".repeat(300)}`;
  await person.openBytes("long.policymark.txt", Buffer.from(text));
  await person.dialog.getByRole("button", { name: "Open" }).click();
  await expect(person.status).toContainText("long.policymark.txt");
  await expect(light).toHaveAccessibleName(/Errors: 1/);
  await person.press("ControlOrMeta+Home");
  await expect(page.locator(".pm-sign-error")).toHaveCount(0);
  const tick = page.locator("pm-strip path.error");
  const box = (await tick.boundingBox())!;
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect(page.locator("pm-problem-card .severity.error").first()).toBeVisible();
  await expect(page.locator(".pm-sign-error")).toBeVisible();
  await person.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
  await expect(light).toHaveAccessibleName("No problems");
});

test("the panel rule by rule, and one rule alone", async ({ page }) => {
  await person.turnTo("Problems");
  await expect(person.problems.first()).toBeVisible();
  const total = await person.problems.count();
  const inText = await person.problems.evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset["rule"]!));
  const byRule = page.getByRole("button", { name: "Group by rule" });
  await byRule.click();
  await expect(byRule).toHaveAttribute("aria-pressed", "true");
  const headings = page.locator("pm-problems .group");
  await expect(headings).toHaveCount(new Set(inText).size);
  const grouped = await person.problems.evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset["rule"]!));
  expect([...grouped].sort()).toEqual([...inText].sort());
  expect(grouped.filter((rule, i) => rule !== grouped[i - 1])).toHaveLength(new Set(inText).size);

  await page.getByRole("button", { name: "Show one rule" }).click();
  const one = page.getByRole("menuitemradio").nth(1);
  const title = (await one.locator(".name").textContent())!;
  const count = Number(await one.locator("kbd").textContent());
  await one.click();
  await expect(person.problems).toHaveCount(count);
  await expect(headings).toHaveCount(1);
  await expect(headings).toContainText(title);
  await page.locator("pm-problems .only").getByRole("button", { name: "All rules" }).click();
  await expect(person.problems).toHaveCount(total);
});

test("the page of a rule opens in the editor, in the language of the interface", async ({ page }) => {
  await person.press("ControlOrMeta+Home");
  await page.keyboard.press("F8");
  const card = page.locator("pm-problem-card");
  await expect(card.locator(".why").first()).toHaveText(/\w+ .*\./);
  await card
    .getByRole("button", { name: /^Explain: / })
    .first()
    .click();
  await expect(person.dialog).toBeVisible();
  const title = await person.dialog.getByRole("heading").first().textContent();
  await expect(person.dialog.getByRole("heading", { name: "It finds", exact: true })).toBeVisible();
  await expect(person.dialog.locator("figure mark").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(person.dialog).toBeHidden();
  // The card still stands where it was, and in Chinese the page is another.
  await page.getByRole("button", { name: "界面换成中文" }).click();
  await page
    .locator("pm-problem-card")
    .getByRole("button", { name: /^说明：/ })
    .first()
    .click();
  await expect(person.dialog.getByRole("heading").first()).toHaveText(/\p{Script=Han}/u);
  expect(await person.dialog.getByRole("heading").first().textContent()).not.toBe(title);
  await person.dialog.getByRole("button", { name: "关闭" }).click();
  await expect(person.dialog).toBeHidden();
});

test("a character that hides is shown, told of and deleted by its fix", async ({ page }) => {
  await person.press("ControlOrMeta+End");
  for (const hidden of ["\u200b", "\u2060", "\u202a", "\u2067", "\u{e0041}"])
    await page.keyboard.insertText(`甲${hidden}乙`);
  await expect(page.locator(".cm-specialChar")).toHaveCount(5);
  await person.turnTo("Problems");
  const row = person.problems.getByText(/cannot be seen \(U\+200B\)/);
  await expect(row).toBeVisible();
  await person.problems.getByRole("button", { name: "Fix all 5 alike" }).first().click();
  await expect(page.locator(".cm-specialChar")).toHaveCount(0);
  await expect(person.text).toContainText("甲乙甲乙甲乙甲乙甲乙");
});
