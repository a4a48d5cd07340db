import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures.ts";
import { example, Person } from "./person.ts";

let person: Person;
test.beforeEach(async ({ page, address }) => {
  person = new Person(page);
  await person.come(address);
});

test("what was typed survives a reload: text, selection, name and file", async ({ page }) => {
  const file = example("shop-zh.policymark.txt");
  await person.open(file);
  await expect(person.status).toContainText("156 marks");
  await person.select("运营");
  await page.keyboard.type("[");
  await expect(person.status).toContainText("157 marks");
  await person.kept();
  await page.reload();
  await expect(person.status).toContainText("157 marks");
  await expect(person.status).toContainText("shop-zh.policymark.txt");
  await expect(person.status.locator("[data-saved=no]")).toBeVisible();
  await expect(person.mark("action", "[运营]")).toBeVisible();
  // Taken back by hand, the text is the file again, and the file's very bytes.
  await person.caretAt("运营]|");
  await page.keyboard.press("Backspace");
  await expect(person.status.locator("[data-saved=yes]")).toBeVisible();
  expect(await person.save()).toEqual(await readFile(file));
});

test("a key pressed just before leaving is kept", async ({ page, address }) => {
  await person.startEmpty();
  await page.keyboard.insertText("a first line ");
  await page.keyboard.type("last");
  await page.goto("about:blank");
  await page.goto(address);
  await expect(person.text).toHaveText("a first line last");
});

test("keys pressed right after asking for a new document go into it", async ({ page }) => {
  await person.text.focus();
  await page.keyboard.type("old ");
  await page.keyboard.press("Alt+n");
  await page.keyboard.type("new");
  await expect(person.text).toHaveText("new");
});

test("the document before is found under recent", async ({ page }) => {
  await person.startEmpty();
  await page.keyboard.insertText("a policy that is not saved");
  await page.keyboard.press("Alt+n");
  await expect(page.locator(".cm-placeholder")).toBeVisible();
  await page.getByRole("button", { name: "File", exact: true }).click();
  await page.getByRole("menuitem", { name: "a policy that is not saved" }).click();
  await expect(person.text).toHaveText("a policy that is not saved");
});

test("two tabs keep two documents", async ({ page, context, address }) => {
  await person.startEmpty();
  await page.keyboard.insertText("the first tab");
  await person.kept();
  const second = new Person(await context.newPage());
  await second.page.goto(address);
  await expect(second.text).not.toHaveText("the first tab");
  await second.text.focus();
  await second.page.keyboard.press("Alt+n");
  await second.page.keyboard.insertText("the second tab");
  await second.kept();
  await Promise.all([page.reload(), second.page.reload()]);
  await expect(person.text).toHaveText("the first tab");
  await expect(second.text).toHaveText("the second tab");
});

test("a browser that keeps nothing is told of, and the file is offered", async ({ page, address }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("no room", "QuotaExceededError");
    };
  });
  await page.goto(address);
  await expect(page.locator("pm-status .refusal")).toContainText("no room");
  await expect(person.status).toContainText("Not kept");
  await person.text.click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText("still editable");
  expect((await person.save()).toString()).toBe("still editable");
});

test("language and colours are switched live and kept", async ({ page }) => {
  await person.startEmpty();
  await page.keyboard.insertText("(我们)[收集]您的<姓名>");
  await expect(person.cards.first()).toContainText("Collection");
  await page.getByRole("button", { name: "界面换成中文" }).click();
  await expect(page.getByRole("tab", { name: "处理行为" }).first()).toBeVisible();
  await expect(person.cards.first()).toContainText("收集");
  await expect(person.cards.first()).not.toContainText("Collection");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(person.text).toHaveAttribute("aria-label", "政策正文");

  const paper = () => page.locator("#text").evaluate((e) => getComputedStyle(e).backgroundColor);
  const light = await paper();
  await page.getByRole("button", { name: "显示" }).click();
  await page.getByRole("menuitemradio", { name: "深色" }).click();
  expect(await paper()).not.toBe(light);
  const dark = await paper();
  await page.reload();
  await expect(page.getByRole("tab", { name: "处理行为" }).first()).toBeVisible();
  expect(await paper()).toBe(dark);
});

test.describe("in Chinese", () => {
  test.use({ locale: "zh-CN", colorScheme: "dark" });
  test("the first visit speaks Chinese, in the colours of the system", async ({ page }) => {
    await expect(page.getByRole("tab", { name: "处理行为" }).first()).toBeVisible();
    await expect(person.status).toContainText("first-zh");
    expect(await page.locator("#text").evaluate((e) => getComputedStyle(e).backgroundColor)).toBe("rgb(27, 30, 35)");
  });
});
