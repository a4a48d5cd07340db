import type { CDPSession } from "@playwright/test";
import { drawn, engineWorker, expect, test } from "./fixtures.ts";
import { Person } from "./person.ts";

let person: Person;
let cdp: CDPSession;

test.beforeEach(async ({ page, address, context }) => {
  person = new Person(page);
  await person.come(address);
  await person.startEmpty();
  await page.keyboard.insertText("(我们)会[收集]您的设备信息。");
  await expect(person.mark("action", "[收集]")).toBeVisible();
  cdp = await context.newCDPSession(page);
});

/** Composes as an input method does: the letters, step by step. */
async function compose(...steps: string[]): Promise<void> {
  for (const text of steps) {
    await cdp.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await drawn(person.page);
  }
}

/** The characters that are being composed are underlined by the browser in one text
 * node; whatever splits or replaces that node breaks the composition. */
const composed = () =>
  person.page.evaluate(() => {
    const selection = (
      document.querySelector("pm-app")!.shadowRoot as unknown as { getSelection(): Selection }
    ).getSelection();
    return selection.anchorNode?.nodeValue ?? "";
  });

test("composing inside a mark is left alone, then colours and practices catch up", async ({ page }) => {
  await person.caretAt("收|集");
  await page.evaluate(() => {
    const app = document.querySelector("pm-app")!.shadowRoot!;
    const counter = window as unknown as { drawn: number };
    counter.drawn = 0;
    // Counts every change of elements in the text while composing.
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) if (node instanceof Element) counter.drawn++;
    }).observe(app.querySelector(".cm-content")!, { childList: true, subtree: true });
  });
  await compose("b", "bi", "bing", "bing c", "bing cun");
  expect(await composed()).toContain("bing cun");
  expect(await page.evaluate(() => (window as unknown as { drawn: number }).drawn)).toBe(0);
  await cdp.send("Input.insertText", { text: "并存" });
  await expect(person.text).toHaveText("(我们)会[收并存集]您的设备信息。");
  await expect
    .poll(async () => (await page.locator(".pm-mark.pm-action").allTextContents()).join(""))
    .toBe("[收并存集]");
  await expect(person.cards.first()).toContainText("收并存集");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(person.text).toHaveText("(我们)会[收集]您的设备信息。");
});

test("a composition that is given up leaves the text as it was", async ({ page }) => {
  await person.press("ControlOrMeta+End");
  await compose("n", "ni", "ni h");
  await compose("");
  await expect(person.text).toHaveText("(我们)会[收集]您的设备信息。");
  await page.keyboard.type("x");
  await expect(person.text).toHaveText("(我们)会[收集]您的设备信息。x");
});

test("an answer that comes while composing waits", async ({ page }) => {
  await person.press("ControlOrMeta+End");
  await page.keyboard.insertText("(他们)");
  await compose("s", "sh", "shi");
  // A worker does one thing after the other: what it was asked before is answered.
  await (await engineWorker(page)).evaluate(() => {});
  await drawn(page);
  expect(await composed()).toContain("shi");
  await cdp.send("Input.insertText", { text: "使用" });
  await expect(person.text).toHaveText("(我们)会[收集]您的设备信息。(他们)使用");
  await expect(person.mark("actor", "(他们)")).toBeVisible();
});

test("typed words become marks, composed over a selection they replace it", async ({ page }) => {
  await person.select("设备信息");
  await compose("s", "shu", "shu ju");
  await cdp.send("Input.insertText", { text: "数据" });
  await expect(person.text).toHaveText("(我们)会[收集]您的数据。");
  await person.select("数据");
  await page.keyboard.type("<");
  await expect(person.mark("data", "<数据>")).toBeVisible();
});

test("a full-width bracket that an input method composes over a selection marks it", async ({ page }) => {
  await person.select("设备信息");
  await compose("《");
  await cdp.send("Input.insertText", { text: "《" });
  await expect(person.mark("data", "<设备信息>")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(person.text).toHaveText("(我们)会[收集]您的设备信息。");
});

test("keys that belong to the input method do nothing else", async ({ page }) => {
  await person.caretAt("收|集");
  await compose("s");
  await page.evaluate(() => {
    const app = document.querySelector("pm-app")!.shadowRoot!;
    const press = (init: KeyboardEventInit) =>
      app
        .querySelector(".cm-content")!
        .dispatchEvent(
          new KeyboardEvent("keydown", { bubbles: true, composed: true, cancelable: true, isComposing: true, ...init }),
        );
    press({ key: "1", code: "Digit1", altKey: true, keyCode: 229 } as KeyboardEventInit);
    press({ key: "Backspace", keyCode: 229 } as KeyboardEventInit);
    press({ key: "F8", keyCode: 229 } as KeyboardEventInit);
  });
  await cdp.send("Input.insertText", { text: "是" });
  await expect(person.text).toHaveText("(我们)会[收是集]您的设备信息。");
});

test("composing in a mark in the reading view is left alone", async ({ page }) => {
  await page.keyboard.press("Alt+8");
  await expect(person.text).toHaveText("我们会收集您的设备信息。");
  await person.press("ControlOrMeta+Home");
  await person.press("ArrowRight", 4);
  await compose("b", "bi", "bing cun");
  expect(await composed()).toContain("bing cun");
  await cdp.send("Input.insertText", { text: "并存" });
  await expect(person.text).toHaveText("我们会收并存集您的设备信息。");
  await page.keyboard.press("Alt+8");
  await expect(person.text).toHaveText("(我们)会[收并存集]您的设备信息。");
});

for (const reading of [false, true]) {
  const view = reading ? "the reading view" : "the source";
  const places = [
    "(我们)会[收集|]您的设备信息。",
    "(我们)会[|收集]您的设备信息。",
    "(我们)会|[收集]您的设备信息。",
    "(我们|)会[收集]您的设备信息。",
  ];
  for (const place of places) {
    test(`composing at ${place} in ${view} leaves what is chosen and nothing else`, async ({ page }) => {
      if (reading) await page.keyboard.press("Alt+8");
      await stand(place, reading);
      await compose("b", "bi", "bing", "bing cun");
      expect(await composed()).toContain("bing cun");
      await cdp.send("Input.insertText", { text: "并存" });
      await compose("q", "qi");
      expect(await composed()).toContain("qi");
      await cdp.send("Input.insertText", { text: "其" });
      if (reading) await page.keyboard.press("Alt+8");
      await expect(person.text).toHaveText(place.replace("|", "并存其"));
    });
  }
}

/** Puts the caret at | of the text, by keys. In the reading view a bracket is no step,
 * and the caret stays on the side of it that it comes from. */
async function stand(place: string, reading: boolean): Promise<void> {
  const before = place.slice(0, place.indexOf("|"));
  const after = place.slice(place.indexOf("|") + 1);
  const shown = (text: string) => (reading ? text.replaceAll(/[()[\]]/g, "") : text).length;
  const fromLeft = !reading || /[^()[\]]$/.test(before);
  await person.press(fromLeft ? "ControlOrMeta+Home" : "ControlOrMeta+End");
  await person.press(fromLeft ? "ArrowRight" : "ArrowLeft", shown(fromLeft ? before : after));
}

test("a composition at the end of a mark that is given up leaves the mark as it was", async ({ page }) => {
  await page.keyboard.press("Alt+8");
  await stand("(我们)会[收集|]您的设备信息。", true);
  await compose("n", "ni", "n");
  await compose("");
  await expect(person.text).toHaveText("我们会收集您的设备信息。");
  await page.keyboard.press("Alt+8");
  await expect(person.text).toHaveText("(我们)会[收集]您的设备信息。");
});

test("composed over a selection across an edge, both brackets stay in the reading view", async ({ page }) => {
  await page.keyboard.press("Alt+8");
  await person.press("ControlOrMeta+Home");
  await person.press("ArrowRight", 2);
  await person.press("Shift+ArrowRight", 2);
  await compose("y", "ye");
  await cdp.send("Input.insertText", { text: "也" });
  await expect(person.text).toHaveText("我们也集您的设备信息。");
  await page.keyboard.press("Alt+8");
  await expect(person.count("Problems")).toBeVisible();
  expect((await person.text.textContent())!.replaceAll(/[^[\]()]/g, "")).toBe("()[]");
});

test("a full-width bracket marks the selection in the reading view too", async ({ page }) => {
  await page.keyboard.press("Alt+8");
  await person.select("设备信息");
  await compose("《");
  await cdp.send("Input.insertText", { text: "《" });
  await expect(person.mark("data", "设备信息")).toBeVisible();
  await expect(person.text).toHaveText("我们会收集您的设备信息。");
});
