import { expect, test } from "./fixtures.ts";
import { Person } from "./person.ts";

test("print gives the whole text as it reads, with a legend, and leaves nothing behind", async ({ page, address }) => {
  const person = new Person(page);
  await page.addInitScript(() => {
    // The browser's dialog would stand in the way of the test; what it prints is looked
    // at between its two events.
    window.print = () => {
      dispatchEvent(new Event("beforeprint"));
      const sheet = document.getElementById("print")!;
      (window as unknown as { printed: object }).printed = {
        text: sheet.querySelector(".text")!.textContent,
        marks: sheet.querySelectorAll(".text .mark").length,
        legend: sheet.querySelector(".legend")!.textContent,
      };
      dispatchEvent(new Event("afterprint"));
    };
  });
  await person.come(address);
  await person.startEmpty();
  await page.keyboard.insertText(`${"(我们)会{为[提供]服务}\\(1\\)。\n\n".repeat(100)}<末尾>`);
  await expect(person.status).toContainText("301 marks");
  await page.keyboard.press("ControlOrMeta+p");
  const printed = () =>
    page.evaluate(() => (window as unknown as { printed?: { text: string; marks: number; legend: string } }).printed);
  await expect.poll(printed).toBeTruthy();
  const { text, marks, legend } = (await printed())!;
  expect(text).toBe(`${"我们会为提供服务(1)。\n\n".repeat(100)}末尾`);
  expect(marks).toBe(301);
  expect(legend).toContain("Purpose");
  await expect(page.locator("#print")).toHaveCount(0);
  // The browser's own menu cannot wait for the engine: the text with its brackets.
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("#print .text")).toContainText("<末尾>");
  await expect(page.locator("#print .text")).toBeVisible();
  await expect(page.locator("pm-app")).toBeHidden();
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(page.locator("#print")).toHaveCount(0);
});
