import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures.ts";
import { example, Person } from "./person.ts";

let person: Person;
test.beforeEach(async ({ page, address }) => {
  person = new Person(page);
  await person.come(address);
});

test("a policy without marks: asked how, read as plain text, saved under a name of its own", async ({ page }) => {
  const file = example("plain-zh.txt");
  await person.open(file);
  await expect(person.dialog).toContainText("plain-zh.txt");
  await expect(person.dialog.getByRole("radio", { name: /plain text/ })).toBeChecked();
  await person.dialog.getByRole("button", { name: "Open" }).click();
  await expect(person.status).toContainText("0 marks");
  expect(await person.save()).toEqual(await readFile(file));

  await person.select("我们");
  await page.keyboard.type("(");
  await expect(person.status).toContainText("1 mark");
  const coming = page.waitForEvent("download");
  await page.keyboard.press("ControlOrMeta+s");
  expect((await coming).suggestedFilename()).toBe("plain-zh.policymark.txt");
});

test("the other reading, by choice and later, as one step of undo", async ({ page }) => {
  await person.open(example("plain-zh.txt"));
  await person.dialog.getByRole("radio", { name: /^As markup/ }).check();
  await person.dialog.getByRole("button", { name: "Open" }).click();
  await expect(person.status).toContainText("plain-zh.txt");
  await expect(person.status).toContainText(/\D[1-9]\d* marks/);
  const found = await person.status.evaluate((status) => status.shadowRoot!.textContent);
  const marks = /(\d+) marks/.exec(found)![1]!;
  expect(Number(marks)).toBeGreaterThan(1);
  await page.getByRole("button", { name: "File", exact: true }).click();
  await page.getByRole("menuitem", { name: "Treat as plain text" }).click();
  await expect(person.status).toContainText(/\D0 marks/);
  await expect(person.said).toContainText("now plain text");
  await person.text.focus();
  await person.press("ControlOrMeta+z");
  await expect(person.status).toContainText(`${marks} marks`);
});

test("a cancelled dialog leaves the document that was open", async () => {
  const before = await person.text.textContent();
  await person.open(example("plain-zh.txt"));
  await expect(person.dialog).toBeVisible();
  await person.page.keyboard.press("Escape");
  await expect(person.dialog).toBeHidden();
  expect(await person.text.textContent()).toBe(before);
});

test("GB18030 is read and saved as UTF-8, which is said", async () => {
  // 我们会收集您的姓名。 twice, in GB18030.
  const gb = Buffer.from("ced2c3c7bbe1cad5bcafc4fab5c4d0d5c3fba1a3".repeat(2), "hex");
  await person.openBytes("gb.txt", gb);
  await expect(person.text).toHaveText("我们会收集您的姓名。我们会收集您的姓名。");
  await expect(person.said).toContainText("GB18030");
  expect((await person.save()).toString("utf8")).toBe("我们会收集您的姓名。我们会收集您的姓名。");
});

test("UTF-16 is read and saved as UTF-8", async () => {
  await person.openBytes("wide.txt", Buffer.from("\uFEFF(我们)会[收集]您的<姓名>。{x}", "utf16le"));
  await expect(person.mark("actor", "(我们)")).toBeVisible();
  await expect(person.said).toContainText("UTF-16");
});

test("a binary file is refused with a reason, and nothing is lost", async () => {
  const before = await person.text.textContent();
  const bytes = Buffer.alloc(4096, 0);
  for (let i = 0; i < bytes.length; i += 3) bytes[i] = i & 0xff;
  await person.openBytes("picture.png", bytes);
  await expect(person.dialog).toContainText("picture.png");
  await expect(person.dialog).toContainText("cannot be opened");
  await person.dialog.getByRole("button", { name: "Close" }).click();
  await expect(person.dialog).toBeHidden();
  expect(await person.text.textContent()).toBe(before);
});

test("NUL characters are text like any other, and come back", async ({ page }) => {
  const bytes = Buffer.from("(我们)会[收集]\0您的<姓名>，用于{配送}。\n");
  await person.openBytes("nul.txt", bytes);
  await expect(person.mark("actor", "(我们)")).toBeVisible();
  expect(await person.save()).toEqual(bytes);
  await person.text.focus();
  await person.press("ControlOrMeta+Home");
  await page.keyboard.insertText("a\0b");
  await expect(person.status).toContainText("4 marks");
  expect(await person.save()).toEqual(Buffer.concat([Buffer.from("a\0b"), bytes]));
});

test("lone surrogates, typed or pasted, become the replacement character at once", async ({ page }) => {
  await person.startEmpty();
  await person.page.evaluate(() => {
    const app = document.querySelector("pm-app")!.shadowRoot!;
    const data = new DataTransfer();
    data.setData("text/plain", "a\uD800b \uDC00c 😀");
    app
      .querySelector(".cm-content")!
      .dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true, composed: true }),
      );
  });
  await expect(person.text).toHaveText("a\uFFFDb \uFFFDc 😀");
  expect((await person.save()).toString("utf8")).toBe("a\uFFFDb \uFFFDc 😀");
  await person.text.focus();
  await person.press("ControlOrMeta+End");
  await page.keyboard.type("(x)");
  await expect(person.mark("actor", "(x)")).toBeVisible();
});

test("one emoji typed over another stays whole for the engine too", async ({ page }) => {
  await person.startEmpty();
  await page.keyboard.insertText("(😀)");
  await expect(person.mark("actor", "(😀)")).toBeVisible();
  await person.caretAt("(|😀");
  await person.press("Shift+ArrowRight");
  await page.keyboard.insertText("😁");
  await expect(person.mark("actor", "(😁)")).toBeVisible();
  expect((await person.save()).toString("utf8")).toBe("(😁)");
});

test("a dropped file opens", async ({ page }) => {
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["(我们)会[收集]您的<姓名>，用于{配送}。"], "dropped.txt", { type: "text/plain" }));
    return transfer;
  });
  await page.dispatchEvent("pm-app", "dragenter", { dataTransfer: data });
  await expect(page.locator(".drop")).toBeVisible();
  await page.dispatchEvent("pm-app", "drop", { dataTransfer: data });
  await expect(person.status).toContainText("dropped.txt");
  await expect(person.mark("data", "<姓名>")).toBeVisible();
});

test("a web page pasted into an empty document keeps its structure", async ({ page }) => {
  await person.startEmpty();
  await page.evaluate(() => {
    const app = document.querySelector("pm-app")!.shadowRoot!;
    const data = new DataTransfer();
    data.setData("text/plain", "Privacy\nWe collect:\nname\nphone\nWhat Why\nname delivery");
    data.setData(
      "text/html",
      "<h1 style='color:red'>Privacy</h1><p>We <b>collect</b>:</p><ul><li>name</li><li>phone</li></ul>" +
        "<table><tr><td>What</td><td>Why</td></tr><tr><td>name</td><td>delivery</td></tr></table>",
    );
    app
      .querySelector(".cm-content")!
      .dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true, composed: true }),
      );
  });
  await expect(person.text).toContainText("# Privacy");
  expect((await person.save()).toString("utf8")).toBe(
    "# Privacy\n\nWe collect:\n\n- name\n- phone\n\nWhat\tWhy\nname\tdelivery\n",
  );
});

test("where the browser can write files, saving goes into the file", async ({ page, address, where }) => {
  test.skip(where === "file", "a page from a disk has no file system of its own to test with");
  await page.context().newPage();
  const fresh = await page.context().newPage();
  await fresh.addInitScript(() => {
    const pick = async () =>
      (await navigator.storage.getDirectory()).getFileHandle("kept.policymark.txt", { create: true });
    Object.assign(window, { showSaveFilePicker: pick, showOpenFilePicker: async () => [await pick()] });
  });
  const other = new Person(fresh);
  await other.come(address, true);
  await other.startEmpty();
  await fresh.keyboard.insertText("(我们)会[收集]");
  await fresh.keyboard.press("ControlOrMeta+s");
  await expect(other.said).toContainText("kept.policymark.txt");
  await expect(other.status.locator("[data-saved=yes]")).toBeVisible();
  await other.text.focus();
  await fresh.keyboard.press("ControlOrMeta+End");
  await fresh.keyboard.insertText("您的<姓名>");
  await fresh.keyboard.press("ControlOrMeta+s");
  await expect(other.status.locator("[data-saved=yes]")).toBeVisible();
  const written = await fresh.evaluate(async () => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle("kept.policymark.txt");
    return await (await handle.getFile()).text();
  });
  expect(written).toBe("(我们)会[收集]您的<姓名>");
});
