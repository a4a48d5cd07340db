import { writeFile } from "node:fs/promises";
import { expect, rest, test } from "./fixtures.ts";
import { Person } from "./person.ts";

let person: Person;
test.beforeEach(async ({ page, address }) => {
  test.setTimeout(240_000);
  person = new Person(page);
  await person.come(address);
});

const patient = { timeout: 90_000 };

/** Opens a text from a disk: Playwright hands over large ones in no other way. */
async function openLarge(name: string, text: string): Promise<void> {
  const path = test.info().outputPath(name);
  await writeFile(path, text);
  await person.open(path);
  await expect(person.status).toContainText(name, patient);
}

const lines = {
  "chinese.txt": "我们会收集您的设备信息并用于改进服务".repeat(20_000),
  "one-word.txt": "a".repeat(1_000_000),
  "marked.policymark.txt":
    `${"我们会收集您的设备信息并用于改进服务".repeat(9)}，(我们)会[收集]您的<姓名>，用于{配送}。`.repeat(1800),
};
for (const [name, line] of Object.entries(lines)) {
  test(`one line of a megabyte opens, is typed into and kept: ${name}`, rest, async ({ page }) => {
    await openLarge(name, line);
    await person.text.focus();
    await page.keyboard.type("x1");
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.type("y2");
    await person.kept();
    await page.keyboard.press("ControlOrMeta+Home");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.insertText("，");
    await person.kept();
    await page.reload();
    await expect(person.status).toContainText(name, patient);
    expect((await person.save()).toString()).toBe(`x，1${line}y2`);
  });
}

test("a million marks open, can be typed into and are saved as they were", rest, async ({ page }) => {
  const section = `${"(我们)会[收集]您的<姓名>，用于{配送}。".repeat(5)}\n\n`;
  const text = section.repeat(50_000);
  await openLarge("million.policymark.txt", text);
  await expect(person.status).toContainText("1,000,000 marks", patient);
  await expect(page.locator("pm-practices")).toContainText("longer than", patient);
  await person.text.focus();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("(x)");
  await expect(person.status).toContainText("1,000,001 marks", patient);
  await page.keyboard.press("ControlOrMeta+Home");
  await person.kept();
  expect((await person.save()).toString() === `${text}(x)`).toBe(true);
});
