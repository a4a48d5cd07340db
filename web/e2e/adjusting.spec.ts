import { expect, test } from "./fixtures.ts";
import { Person } from "./person.ts";

let person: Person;
test.beforeEach(async ({ page, address }) => {
  person = new Person(page);
  await person.come(address);
  await person.startEmpty();
});

/** Puts a text in as it is and waits until its marks are known. */
async function write(text: string, marks: number): Promise<void> {
  await person.page.keyboard.insertText(text);
  await expect(person.status).toContainText(marks === 1 ? "1 mark" : `${marks} marks`);
}

test("edges move by character, over escapes and brackets, and say what the mark now is", async ({ page }) => {
  await write("我们{收集<手机>号\\(1\\)码}。", 2);
  await person.caretAt("手|机");
  await page.keyboard.press("Alt+Shift+ArrowRight");
  await expect(person.text).toHaveText("我们{收集<手机号>\\(1\\)码}。");
  await expect(person.said).toHaveText("Now Data: 手机号");
  await page.keyboard.press("Alt+Shift+ArrowRight");
  await expect(person.text).toHaveText("我们{收集<手机号\\(>1\\)码}。");
  await page.keyboard.press("Alt+Shift+ArrowLeft");
  await expect(person.said).toHaveText("Now Data: 手机号");
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(person.text).toHaveText("我们{收<集手机号>\\(1\\)码}。");
  await page.keyboard.press("Alt+ArrowRight");
  await page.keyboard.press("Alt+ArrowRight");
  await expect(person.text).toHaveText("我们{收集手<机号>\\(1\\)码}。");
  // One step of undo each, and the page did not go back in its history.
  await person.press("ControlOrMeta+z", 6);
  await expect(person.text).toHaveText("我们{收集<手机>号\\(1\\)码}。");
});

test("edges never split a character that is several", async ({ page }) => {
  await write("我们<收>👨‍👩‍👧集。", 1);
  await person.caretAt("<|收");
  await page.keyboard.press("Alt+Shift+ArrowRight");
  await expect(person.text).toHaveText("我们<收👨‍👩‍👧>集。");
});

test("edges move by word in both languages, and by clause", async ({ page }) => {
  await write("We collect your <email> address, phone number; and more.", 1);
  await person.caretAt("em|ail");
  await page.keyboard.press("Control+Alt+Shift+ArrowRight");
  await expect(person.said).toHaveText("Now Data: email address");
  await page.keyboard.press("Control+Alt+Shift+ArrowRight");
  await expect(person.said).toHaveText("Now Data: email address, phone");
  await page.keyboard.press("Control+Alt+Shift+ArrowLeft");
  await expect(person.said).toHaveText("Now Data: email address");
  await page.keyboard.press("Control+Alt+ArrowLeft");
  await expect(person.said).toHaveText("Now Data: your email address");
  await page.keyboard.press("Alt+Shift+ArrowDown");
  await expect(person.said).toHaveText("Now Data: your email address, phone number");
  await page.keyboard.press("Alt+ArrowUp");
  await expect(person.said).toHaveText("Now Data: We collect your email address, phone number");
  await page.keyboard.press("Alt+Shift+ArrowUp");
  await expect(person.text).toHaveText("<We collect your email address>, phone number; and more.");
});

test("an edge takes a neighbour in whole, and is refused where there is no way", async ({ page }) => {
  await write("<手机>[收集]。", 2);
  await person.caretAt("手|机");
  await page.keyboard.press("Alt+Shift+ArrowRight");
  await expect(person.text).toHaveText("<手机[收集]>。");
  await page.keyboard.press("Alt+Shift+ArrowLeft");
  await expect(person.text).toHaveText("<手机>[收集]。");
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(page.locator("pm-status .refusal")).toContainText("edge of its paragraph");
});

test("split at the caret and join again", async ({ page }) => {
  await write("收集<姓名、电话>。", 1);
  await person.caretAt("姓名|、");
  await page.keyboard.press("Alt+6");
  await expect(person.text).toHaveText("收集<姓名>、<电话>。");
  await expect(person.said).toContainText("First part: Data, 姓名");
  await page.keyboard.press("Alt+7");
  await expect(person.text).toHaveText("收集<姓名、电话>。");
  await expect(person.said).toContainText("Joined");
  await person.press("ControlOrMeta+z", 2);
  await expect(person.text).toHaveText("收集<姓名、电话>。");
});

test("the mark at the caret is selected, then the one around it", async ({ page }) => {
  await write("为{向您[提供]服务}。", 2);
  await person.caretAt("提|供");
  await page.keyboard.press("Alt+5");
  await expect(person.status).toContainText("2 selected");
  await page.keyboard.press("Alt+5");
  await expect(person.said).toHaveText("Selected: Purpose");
  await expect(person.status).toContainText("8 selected");
});

test("the same key again takes in what was left out at the edges", async ({ page }) => {
  await write("我们会收集您的（手机号），用于配送。", 0);
  await person.select("手机号）");
  await page.keyboard.type("<");
  await expect(person.mark("data", "<手机号>")).toBeVisible();
  await page.keyboard.type("<");
  await expect(person.text).toHaveText("我们会收集您的（<手机号）>，用于配送。");
  await page.keyboard.type("<");
  await expect(person.said).toContainText("already");
  await person.press("ControlOrMeta+z");
  await expect(person.text).toHaveText("我们会收集您的（手机号），用于配送。");
});

test("keys that come faster than answers act as if they had waited", async ({ page }) => {
  await write("我们会收集您的（手机号），用于配送。", 0);
  await person.select("手机号）");
  await page.keyboard.type("<<<");
  await expect(person.said).toContainText("already");
  await expect(person.text).toHaveText("我们会收集您的（<手机号）>，用于配送。");
  await person.select("配送");
  await page.keyboard.type("{[");
  await page.keyboard.press("Alt+0");
  await page.keyboard.type("{");
  await expect(person.mark("purpose", "{配送}")).toBeVisible();
  await expect(person.text).toHaveText("我们会收集您的（<手机号）>，用于{配送}。");
});

test("outside of a mark the keys say so and do nothing", async ({ page }) => {
  await write("我们<手机>。", 1);
  await person.press("ControlOrMeta+Home");
  for (const key of ["Alt+ArrowLeft", "Alt+Shift+ArrowRight", "Alt+6", "Alt+7", "Alt+5"]) {
    await page.keyboard.press(key);
    await expect(page.locator("pm-status .refusal")).toContainText("no mark");
    await page.locator("pm-status").getByRole("button", { name: "Dismiss" }).click();
    await person.text.focus();
  }
  await expect(person.text).toHaveText("我们<手机>。");
});

test("an edge is dragged by mouse: a preview, Escape, one step of undo", async ({ page }) => {
  await write("我们会收集您的<手机>号码。", 1);
  await person.caretAt("手|机");
  const handle = page.locator(".pm-handle-end");
  await expect(handle).toBeVisible();
  const grip = (await handle.boundingBox())!;
  const size = await person.text.evaluate((text) => parseFloat(getComputedStyle(text).fontSize));
  const drag = async () => {
    await page.mouse.move(grip.x + grip.width / 2 + 3, grip.y + grip.height / 2);
    await page.mouse.down();
    await page.mouse.move(grip.x + grip.width / 2 + 3 + size * 2.6, grip.y + grip.height / 2, { steps: 4 });
    await expect(page.locator(".pm-preview").last()).toContainText("号码");
  };
  await drag();
  await page.keyboard.press("Escape");
  await expect(page.locator(".pm-preview")).toHaveCount(0);
  await page.mouse.up();
  await expect(person.text).toHaveText("我们会收集您的<手机>号码。");
  await drag();
  await page.mouse.up();
  await expect(person.text).toHaveText("我们会收集您的<手机号码>。");
  await expect(person.said).toHaveText("Now Data: 手机号码");
  await person.press("ControlOrMeta+z");
  await expect(person.text).toHaveText("我们会收集您的<手机>号码。");
});

test("the next sentence without marks", async ({ page }) => {
  await write("(我们)会[收集]您的<手机号>。\n\n我们会收集您的个人信息。\n\n我们会共享您的地址。", 3);
  await person.press("ControlOrMeta+Home");
  await page.keyboard.press("Alt+9");
  await expect(person.said).toContainText("Sentence without marks 1 of 2");
  await page.keyboard.press("Alt+9");
  await expect(person.said).toContainText("Sentence without marks 2 of 2");
  await page.keyboard.press("Alt+Shift+9");
  await expect(person.said).toContainText("Sentence without marks 1 of 2");
});
