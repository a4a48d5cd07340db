import { expect, test } from "./fixtures.ts";
import { Person } from "./person.ts";

let person: Person;
test.beforeEach(async ({ page, address }) => {
  person = new Person(page);
  await person.come(address);
  await person.startEmpty();
  await page.keyboard.insertText("我们会收集您的设备信息来提供服务。");
});

const brackets = [
  ["actor", "我们", "(", "(我们)"],
  ["action", "收集", "[", "[收集]"],
  ["data", "设备信息", "<", "<设备信息>"],
  ["purpose", "提供服务", "{", "{提供服务}"],
] as const;

for (const [kind, words, key, marked] of brackets) {
  test(`select and type ${key} marks ${kind}, one undo takes it back`, async ({ page }) => {
    await person.select(words);
    await page.keyboard.type(key);
    await expect(person.mark(kind, marked)).toBeVisible();
    await expect(person.said).toContainText("Marked");
    await person.press("ControlOrMeta+z");
    await expect(person.text).toHaveText("我们会收集您的设备信息来提供服务。");
  });
}

for (const [kind, words, full, marked] of [
  ["actor", "我们", "（", "(我们)"],
  ["action", "收集", "【", "[收集]"],
  ["action", "收集", "［", "[收集]"],
  ["data", "设备信息", "《", "<设备信息>"],
  ["data", "设备信息", "〈", "<设备信息>"],
  ["purpose", "提供服务", "｛", "{提供服务}"],
] as const) {
  test(`a full-width ${full} over a selection marks ${kind}`, async ({ page }) => {
    await person.select(words);
    await page.keyboard.insertText(full);
    await expect(person.mark(kind, marked)).toBeVisible();
    await person.press("ControlOrMeta+z");
    await expect(person.text).toHaveText("我们会收集您的设备信息来提供服务。");
  });
}

test("brackets typed without a selection are text", async ({ page }) => {
  await person.press("ControlOrMeta+End");
  await page.keyboard.type("(");
  await page.keyboard.insertText("（");
  await expect(person.text).toHaveText("我们会收集您的设备信息来提供服务。(（");
});

test("edges are left out, and the caret stays useful", async ({ page }) => {
  await person.select("设备信息来提供服务。");
  await page.keyboard.type("<");
  await expect(person.text).toContainText("<设备信息来提供服务>。");
});

test("Alt with a digit marks the word at the caret, changes its kind, and Alt+0 takes it away", async ({ page }) => {
  await person.caretAt("收|集");
  await page.keyboard.press("Alt+2");
  await expect(person.mark("action", "[收集]")).toBeVisible();
  await page.keyboard.press("Alt+3");
  await expect(person.mark("data", "<收集>")).toBeVisible();
  await page.keyboard.press("Alt+3");
  await expect(person.said).toContainText("already");
  await page.keyboard.press("Alt+0");
  await expect(person.text).toHaveText("我们会收集您的设备信息来提供服务。");
  await person.press("ControlOrMeta+z", 3);
  await expect(person.text).toHaveText("我们会收集您的设备信息来提供服务。");
  await page.keyboard.press("Alt+0");
  await expect(person.said).toContainText("no mark");
});

test("a selected mark changes its kind instead of nesting", async ({ page }) => {
  await person.select("收集");
  await page.keyboard.type("[");
  await expect(person.mark("action", "[收集]")).toBeVisible();
  await person.select("收集");
  await page.keyboard.type("<");
  await expect(person.mark("data", "<收集>")).toBeVisible();
});

test("Backspace on a bracket removes the mark, Delete the one bracket", async ({ page }) => {
  await person.select("收集");
  await page.keyboard.type("[");
  await expect(person.mark("action", "[收集]")).toBeVisible();
  await person.caretAt("收集]|");
  await page.keyboard.press("Backspace");
  await expect(person.text).toHaveText("我们会收集您的设备信息来提供服务。");
  await person.press("ControlOrMeta+z");
  await expect(person.mark("action", "[收集]")).toBeVisible();
  await person.caretAt("收集|]");
  await page.keyboard.press("Delete");
  await expect(person.text).toHaveText("我们会[收集您的设备信息来提供服务。");
  await expect(person.count("Problems")).toHaveText("1");
});

test("the chips of the toolbar mark the selection and leave the focus in the text", async ({ page }) => {
  await person.select("设备信息");
  await page.getByRole("button", { name: "Data", exact: true }).first().click();
  await expect(person.mark("data", "<设备信息>")).toBeVisible();
  await expect(person.text).toBeFocused();
  await page.getByRole("button", { name: "Remove mark" }).first().click();
  await expect(person.text).toHaveText("我们会收集您的设备信息来提供服务。");
});

test("a crossing mark is refused with a word, and nothing changes", async ({ page }) => {
  await person.select("收集您");
  await page.keyboard.type("[");
  await expect(person.mark("action", "[收集您]")).toBeVisible();
  await person.press("ControlOrMeta+Home");
  await person.press("Shift+ArrowRight", 6);
  await page.keyboard.type("(");
  await expect(page.locator("pm-status .refusal")).toBeVisible();
  await expect(person.text).toHaveText("我们会[收集您]的设备信息来提供服务。");
});

test("marks move with the text in the same frame", async ({ page }) => {
  await person.select("收集");
  await page.keyboard.type("[");
  await expect(person.mark("action", "[收集]")).toBeVisible();
  await person.press("ControlOrMeta+Home");
  await page.keyboard.type("现在");
  // Looked at in the moment of the key, before any answer of the engine.
  const coloured = await page.evaluate(() => {
    const app = document.querySelector("pm-app")!.shadowRoot!;
    return [...app.querySelectorAll(".pm-mark.pm-action")].map((mark) => mark.textContent).join("");
  });
  expect(coloured).toBe("[收集]");
});

test("undo and redo of everything, in order", async ({ page }) => {
  await person.select("收集");
  await page.keyboard.type("[");
  await expect(person.mark("action", "[收集]")).toBeVisible();
  await person.press("ControlOrMeta+End");
  await page.keyboard.type("End");
  await person.press("ControlOrMeta+z", 2);
  await expect(person.text).toHaveText("我们会收集您的设备信息来提供服务。");
  await person.press("ControlOrMeta+Shift+Z", 2);
  await expect(person.text).toHaveText("我们会[收集]您的设备信息来提供服务。End");
});

test("a double click takes a Chinese word, and more of them when it is dragged on", async ({ page }) => {
  const middle = async (words: string) =>
    await person.text.evaluate((text, words) => {
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const at = walker.currentNode.nodeValue?.indexOf(words) ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + words.length);
        const box = range.getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
      throw new Error(`${words} is not there`);
    }, words);
  const collect = await middle("收集");
  await page.mouse.dblclick(collect.x, collect.y);
  await page.keyboard.type("[");
  await expect(person.mark("action", "[收集]")).toBeVisible();
  await person.press("ControlOrMeta+z");
  await expect(person.text).toHaveText("我们会收集您的设备信息来提供服务。");

  const device = await middle("设备");
  const information = await middle("信息");
  await page.mouse.move(device.x, device.y);
  await page.mouse.down();
  await page.mouse.up();
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.move(information.x, information.y, { steps: 4 });
  await page.mouse.up({ clickCount: 2 });
  await page.keyboard.type("<");
  await expect(person.mark("data", "<设备信息>")).toBeVisible();
});

test("Ctrl with an arrow goes over Chinese words, with Shift it selects them", async ({ page }) => {
  const byWord = process.platform === "darwin" ? "Alt" : "Control";
  await person.press("ControlOrMeta+Home");
  await person.press(`${byWord}+ArrowRight`);
  await page.keyboard.insertText("|");
  await expect(person.text).toHaveText("我们|会收集您的设备信息来提供服务。");
  await person.press("Backspace");
  await person.press("ControlOrMeta+End");
  await person.press("ArrowLeft");
  await person.press(`${byWord}+Shift+ArrowLeft`);
  await page.keyboard.type("{");
  await expect(person.mark("purpose", "{服务}")).toBeVisible();
});
