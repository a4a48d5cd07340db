import type { Page } from "@playwright/test";
import type { App } from "../src/app/app.ts";
import { expect, test } from "./fixtures.ts";
import { example, Person } from "./person.ts";

let person: Person;
test.beforeEach(async ({ page, address }) => {
  person = new Person(page);
  await person.come(address);
});

/** Starts a document of this text in the reading view. */
async function read(text: string, marks: number): Promise<void> {
  await person.startEmpty();
  await person.page.keyboard.insertText(text);
  await expect(person.status).toContainText(marks === 1 ? "1 mark" : `${marks} marks`);
  await person.page.keyboard.press("Alt+8");
  await expect(person.page.locator(".pm-reading")).toBeVisible();
}

/** Shows the source and expects it to be this. */
async function expectSource(text: string): Promise<void> {
  await person.page.keyboard.press("Alt+8");
  await expect(person.page.locator(".pm-reading")).toHaveCount(0);
  await expect(person.text).toHaveText(text);
  await person.page.keyboard.press("Alt+8");
  await expect(person.page.locator(".pm-reading")).toBeVisible();
}

test("brackets, escapes and qualifiers are hidden, and come back", async ({ page }) => {
  await read("(我们|recipient)会[收集]<手机\\(号\\)>。", 3);
  await expect(person.text).toHaveText("我们会收集手机(号)。");
  await expect(person.mark("data", "手机(号)")).toBeVisible();
  await expect(person.said).toContainText("Reading view");
  await page.keyboard.press("Alt+8");
  await expect(person.text).toHaveText("(我们|recipient)会[收集]<手机\\(号\\)>。");
});

test("the view is a choice of the menu, and is remembered", async ({ page }) => {
  await page.getByRole("button", { name: "View" }).click();
  await page.getByRole("menuitemradio", { name: "Reading view" }).click();
  await expect(person.text).toBeFocused();
  await expect(page.locator(".pm-reading")).toBeVisible();
  await page.reload();
  await expect(page.locator(".pm-reading .pm-mark").first()).toBeVisible();
  await expect(person.text).not.toContainText("[");
});

test("every arrow key moves the caret on the screen, and the side that it came from takes what is typed", async ({
  page,
}) => {
  await read("甲{乙<丙>}丁。", 2);
  await person.press("ControlOrMeta+Home");
  for (let i = 0; i < 5; i++) {
    const before = await caretX(page);
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => caretX(page)).toBeGreaterThan(before + 1);
  }
  // From the left the caret comes to the edge of 丙 inside, from the right outside.
  await person.press("ControlOrMeta+Home");
  await person.press("ArrowRight", 3);
  await expect(page.locator(".pm-at-caret-data")).toBeVisible();
  await page.keyboard.type("x");
  await expectSource("甲{乙<丙x>}丁。");
  await person.press("ControlOrMeta+End");
  await person.press("ArrowLeft", 2);
  await expect(page.locator(".pm-at-caret")).toHaveCount(0);
  await page.keyboard.type("y");
  await expectSource("甲{乙<丙x>}y丁。");
});

test("erasing erases what is shown, and a mark without text goes", async ({ page }) => {
  await read("甲<乙丙>丁[戊]\\(己。", 2);
  await person.press("ControlOrMeta+Home");
  await person.press("ArrowRight", 4);
  await person.press("Backspace");
  await expectSource("甲<乙丙>[戊]\\(己。");
  await person.press("Backspace");
  await expectSource("甲<乙>[戊]\\(己。");
  await person.press("Backspace");
  await expectSource("甲[戊]\\(己。");
  await person.press("Delete");
  await expectSource("甲\\(己。");
  await person.press("Delete");
  await expectSource("甲己。");
  // Some of these are one step, for they were done in one go.
  const doc = () => page.evaluate(() => (document.querySelector("pm-app") as App).page.desk.view.state.doc.toString());
  for (let i = 0; i < 5 && (await doc()) !== "甲<乙丙>丁[戊]\\(己。"; i++) await person.press("ControlOrMeta+z");
  await expectSource("甲<乙丙>丁[戊]\\(己。");
});

test("a selection over the edge of a mark leaves both brackets", async ({ page }) => {
  await read("甲<乙丙>丁。", 1);
  await person.press("ControlOrMeta+Home");
  await person.press("Shift+ArrowRight", 2);
  await page.keyboard.type("x");
  await expectSource("x<丙>丁。");
  await person.press("ControlOrMeta+z");
  await person.press("ControlOrMeta+Home");
  await person.press("Shift+ArrowRight", 3);
  await person.press("Delete");
  await expectSource("丁。");
});

test("other text in place of a mark's whole text stays marked", async ({ page }) => {
  await read("甲<乙丙>丁。", 1);
  await person.press("ControlOrMeta+Home");
  await person.press("ArrowRight", 2);
  await page.keyboard.press("Alt+5");
  await page.keyboard.type("x");
  await expectSource("甲<x>丁。");
});

test("marking, changing and unmarking work without brackets", async ({ page }) => {
  await read("我们会收集您的设备信息。", 0);
  await person.select("设备信息");
  await page.keyboard.type("<");
  await expect(person.mark("data", "设备信息")).toBeVisible();
  await expect(person.text).toHaveText("我们会收集您的设备信息。");
  await page.keyboard.press("Alt+4");
  await expect(person.mark("purpose", "设备信息")).toBeVisible();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(person.said).toHaveText("Now Purpose: 的设备信息");
  await page.keyboard.press("Alt+0");
  await expectSource("我们会收集您的设备信息。");
});

test("brackets that are typed or pasted in the reading view are prose", async ({ page }) => {
  await read("我们<手机>。", 1);
  await person.press("ControlOrMeta+Home");
  await page.keyboard.type("(1)");
  await expect(person.text).toHaveText("(1)我们手机。");
  await expectSource("\\(1\\)我们<手机>。");
  await paste(page, "[a] <b|c>");
  await expect(person.text).toHaveText("(1)[a] <b|c>我们手机。");
  await expectSource("\\(1\\)\\[a\\] \\<b|c\\>我们<手机>。");
});

test("what is pasted where brackets are shown is taken as it is", async ({ page }) => {
  await person.startEmpty();
  await paste(page, "(我们)会[收集]");
  await expect(person.mark("actor", "(我们)")).toBeVisible();
});

test("the caret and what is on the screen stay where they are", async ({ page }) => {
  await person.open(example("shop-zh.policymark.txt"));
  await expect(person.status).toContainText("156 marks");
  await person.text.focus();
  await person.select("售后");
  await page.keyboard.press("ArrowRight");
  const top = async () => (await page.locator(".cm-cursor-primary").boundingBox())!.y;
  const before = await top();
  await page.keyboard.press("Alt+8");
  await expect(page.locator(".pm-reading")).toBeVisible();
  await expect.poll(top).toBeGreaterThan(before - 8);
  expect(await top()).toBeLessThan(before + 8);
  await page.keyboard.press("Alt+8");
  await expect(page.locator(".pm-reading")).toHaveCount(0);
  await expect.poll(top).toBeGreaterThan(before - 8);
  expect(await top()).toBeLessThan(before + 8);
});

test("copying gives what is shown, or what one chooses", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]).catch(() => {});
  await read("(我们)会[收集]<手机\\(号\\)>。", 3);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("ControlOrMeta+c");
  await expect(person.said).toHaveText("Copied without marks");
  expect(await clipboard(page)).toBe("我们会收集手机(号)。");
  await page.keyboard.press("Alt+8");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("ControlOrMeta+c");
  await expect.poll(() => clipboard(page)).toBe("(我们)会[收集]<手机\\(号\\)>。");
  await page.keyboard.press("ControlOrMeta+Shift+c");
  await expect(person.said).toHaveText("Copied without marks");
  expect(await clipboard(page)).toBe("我们会收集手机(号)。");
  await page.getByRole("button", { name: "View" }).click();
  await page.getByRole("menuitemradio", { name: "Without marks" }).click();
  await person.text.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("ControlOrMeta+x");
  await expect(person.text).toHaveText(/^$|Paste a privacy/);
  expect(await clipboard(page)).toBe("我们会收集手机(号)。");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(person.text).toHaveText("(我们)会[收集]<手机\\(号\\)>。");
});

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

const caretX = async (page: Page) => (await page.locator(".cm-cursor-primary").boundingBox())!.x;

/** Pastes as a browser does. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((plain) => {
    const data = new DataTransfer();
    data.setData("text/plain", plain);
    document
      .querySelector("pm-app")!
      .shadowRoot!.querySelector(".cm-content")!
      .dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true, composed: true }),
      );
  }, text);
}
