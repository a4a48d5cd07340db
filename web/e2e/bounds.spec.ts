import { expect, rest, test } from "./fixtures.ts";
import { Person } from "./person.ts";

let person: Person;
test.beforeEach(async ({ page, address }) => {
  person = new Person(page);
  await person.come(address);
});

async function chooseMarkup(): Promise<void> {
  await person.dialog.getByRole("radio", { name: /^As markup/ }).check();
  await person.dialog.getByRole("button", { name: "Open" }).click();
}

test("ten thousand unclosed brackets", async ({ page }) => {
  const bytes = Buffer.from("(".repeat(10_000));
  await person.openBytes("unclosed.txt", bytes);
  await chooseMarkup();
  await expect(person.count("Problems")).toHaveText("10,000");
  await person.turnTo("Problems");
  await expect(person.problems.first()).toBeVisible();
  await person.text.focus();
  await person.press("ControlOrMeta+End");
  await page.keyboard.type("x)");
  await expect(page.getByRole("button", { name: "Errors: 9999" })).toBeVisible();
  await person.press("ControlOrMeta+z");
  await expect(page.getByRole("button", { name: "Errors: 10000" })).toBeVisible();
  expect(await person.save()).toEqual(bytes);
});

test("ten thousand nested brackets", rest, async ({ page }) => {
  const bytes = Buffer.from(`${"([<{".repeat(2500)}x${"}>])".repeat(2500)}`);
  await person.openBytes("nested.txt", bytes);
  await expect(person.dialog.or(person.status.getByText("10,000 marks"))).toBeVisible();
  if (await person.dialog.isVisible()) await chooseMarkup();
  await expect(person.status).toContainText("10,000 marks");
  await person.text.focus();
  await person.press("ControlOrMeta+End");
  await page.keyboard.type("still here");
  await expect(person.text).toContainText("still here");
  await expect(async () => {
    await person.press("ControlOrMeta+z");
    await expect(person.status.locator("[data-saved=yes]")).toBeVisible({ timeout: 1000 });
  }).toPass();
  expect(await person.save()).toEqual(bytes);
});

test("fifty megabytes open, can be edited and saved", rest, async ({ page }) => {
  test.setTimeout(240_000);
  const line = "我们会收集您的设备信息。\n";
  const bytes = Buffer.from(line.repeat(Math.ceil(50_000_000 / Buffer.byteLength(line))));
  // Playwright hands over files of this size only from a disk.
  const { writeFile } = await import("node:fs/promises");
  const path = test.info().outputPath("large.txt");
  await writeFile(path, bytes);
  await person.open(path);
  await expect(person.status).toContainText("large.txt", { timeout: 60_000 });
  await expect(page.locator("pm-practices")).toContainText("longer than", { timeout: 60_000 });
  await person.text.focus();
  await page.keyboard.type("x");
  await expect(person.text).toContainText("x我们");
  await person.press("ControlOrMeta+z");
  await expect(person.text).not.toContainText("x我们");
  const saved = await person.save();
  expect(saved.equals(bytes)).toBe(true);
});

test("a long document scrolls, and its last practice can be reached", async ({ page }) => {
  const bytes = Buffer.from("(我们)会[收集]您的<姓名>，用于{配送}。\n\n".repeat(3000));
  await person.openBytes("long.policymark.txt", bytes);
  await expect(person.count("Practices")).toHaveText("3,000");
  const scroller = page.locator("pm-practices .scroller");
  await scroller.evaluate((e) => e.scrollTo(0, e.scrollHeight));
  await expect(page.locator("[aria-posinset='3000'] pm-practice-card")).toBeVisible();
  expect(await person.cards.count()).toBeLessThan(60);
  await page
    .locator("[aria-posinset='3000'] pm-practice-card")
    .getByRole("button", { name: "姓名", exact: true })
    .click();
  await expect(person.text).toBeFocused();
  await expect(person.status).toContainText("2 selected");
  // The other way round: the caret selects the card.
  await person.press("ControlOrMeta+Home");
  await page.mouse.move(10, 10);
  await person.press("ArrowRight", 3);
  await expect(page.locator("[aria-posinset='1'] pm-practice-card[current]")).toBeVisible();
});

test(
  "a long document shows the practices and problems of its beginning while the rest is worked out",
  rest,
  async ({ page }) => {
    const paragraph = "(我们)会[收集]您的<姓名>，用于{配送}。(我们会[收集]您的<电话>。";
    await person.openBytes("long.txt", Buffer.from(`${paragraph}\n\n`.repeat(8_000)));
    await chooseMarkup();
    await expect(
      page.getByRole("status").filter({ hasText: /^Working out practices and problems: \d+ %$/ }),
    ).toBeVisible();
    await expect(person.cards.first()).toContainText("姓名");
    await expect(page.locator(".pm-squiggle").first()).toBeVisible();
    // Only the whole has a number.
    await expect(person.count("Practices")).toHaveCount(0);
    await page.keyboard.type("(他们)[出售]<电话>。");
    await expect(person.cards.first()).toContainText("出售");
    await expect(person.count("Practices")).toHaveText("16,001", { timeout: 60_000 });
    await expect(person.count("Problems")).toHaveText("8,000");
  },
);

test("what a person asks for does not wait for what is still to be worked out", rest, async ({ page }) => {
  const paragraph = "(我们)会[收集]您的<姓名>，用于{配送}。我们会收集您的电话。";
  await person.openBytes("long.policymark.txt", Buffer.from(`${paragraph}\n\n`.repeat(8_000)));
  await expect(
    page.getByRole("status").filter({ hasText: /^Working out practices and problems: \d+ %$/ }),
  ).toBeVisible();
  await page.evaluate(() => {
    const asked: string[] = [];
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (message: { call?: { method: string } }, ...rest: never[]) {
      if (message.call) asked.push(message.call.method);
      postMessage.call(this, message, ...rest);
    };
    Object.assign(globalThis, { asked });
  });
  await person.text.focus();
  await person.press("ControlOrMeta+Home");
  await person.press("ArrowRight", 4);
  await person.press("Shift+ArrowRight");
  for (const key of ["Alt+3", "Alt+0", "Alt+3", "Alt+0", "Alt+3"]) await page.keyboard.press(key);
  await expect(person.count("Practices")).toHaveText("8,000", { timeout: 60_000 });
  await expect(person.mark("data", "会").first()).toBeVisible();
  const asked = await page.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
  const calls = asked.filter((method) => ["mark", "unmark", "edit", "look"].includes(method)).join(" ");
  expect(calls.match(/(un)?mark \w+/g)).toEqual(["mark edit", "unmark edit", "mark edit", "unmark edit", "mark edit"]);
  expect(asked.slice(asked.lastIndexOf("mark"))).toContain("look");
});
