import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { Person } from "./person.ts";

const notKept = (person: Person) => expect(person.status).toContainText("Not kept in this browser");

/** Fills the storage of a page, or makes room again. */
async function fill(page: Page, full: boolean): Promise<void> {
  await page.evaluate((full) => {
    const store = IDBObjectStore.prototype as IDBObjectStore & { were?: Pick<IDBObjectStore, "put" | "add"> };
    store.were ??= { put: store.put, add: store.add };
    const refuse = () => {
      throw new DOMException("", "QuotaExceededError");
    };
    Object.assign(store, full ? { put: refuse, add: refuse } : store.were);
  }, full);
}

test("a document that is left while the storage is full is still there, and kept when there is room", async ({
  page,
  address,
}) => {
  const person = new Person(page);
  await person.come(address);
  await person.startEmpty();
  await page.keyboard.insertText("kept, ");
  await person.kept();
  await fill(page, true);
  await page.keyboard.insertText("and not kept");
  await notKept(person);
  await page.keyboard.press("Alt+n");
  await expect(page.locator(".cm-placeholder")).toBeVisible();
  await expect(person.said).toContainText("“kept, and not kept” could not be kept: the browser's storage is full");
  await page.locator("pm-status").getByRole("button", { name: "Documents…" }).click();
  await expect(person.text).toHaveText("kept, and not kept");
  await page.keyboard.press("Alt+n");
  await expect(page.locator(".cm-placeholder")).toBeVisible();
  await page.keyboard.press("Alt+Shift+P");
  await expect(person.text).toHaveText("kept, and not kept");
  // What undo takes back is there as well.
  await page.keyboard.press("ControlOrMeta+z");
  await expect(person.text).not.toContainText("and not kept");
  await page.keyboard.press("ControlOrMeta+y");
  await page.keyboard.press("Alt+n");
  await expect(page.locator(".cm-placeholder")).toBeVisible();
  await fill(page, false);
  await expect(person.said).not.toContainText("could not be kept");
  await page.keyboard.press("Alt+Shift+P");
  await expect(person.text).toHaveText("kept, and not kept");
  await person.kept();
  await page.reload();
  await expect(person.text).toHaveText("kept, and not kept");
});

test("what was left and never kept outlives the page", async ({ page, address }) => {
  const person = new Person(page);
  await person.come(address);
  await person.startEmpty();
  await fill(page, true);
  await page.keyboard.insertText("in no storage");
  await notKept(person);
  await page.keyboard.press("Alt+n");
  await expect(page.locator(".cm-placeholder")).toBeVisible();
  await page.keyboard.insertText("another");
  await expect(person.text).toHaveText("another");
  await page.reload();
  await expect(person.text).toHaveText("another");
  await person.list();
  await expect(page.locator("pm-documents [role=option]")).toContainText(["another", "in no storage"]);
});

test("one who leaves what could not be kept is asked", async ({ page, address }) => {
  const person = new Person(page);
  await person.come(address);
  await person.startEmpty();
  await page.keyboard.insertText("kept");
  await person.kept();
  await fill(page, true);
  await page.keyboard.insertText(" not");
  await notKept(person);
  const asking = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  const dialog = await asking;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await expect(person.text).toHaveText("kept not");
});

test("without a database at all it is said in words", async ({ page, address }) => {
  await page.addInitScript(() => Object.defineProperty(window, "indexedDB", { value: undefined }));
  const person = new Person(page);
  await person.come(address);
  await expect(page.locator("pm-status .refusal")).toContainText("the browser's settings forbid keeping anything");
  await person.startEmpty();
  await page.keyboard.insertText("a text");
  await page.keyboard.press("Alt+h");
  await expect(page.locator("pm-history")).toContainText("forbid keeping");
  await page.keyboard.press("Escape");
  expect((await person.save()).toString()).toBe("a text");
});

test("a database that does not answer is told of, and used once it does", async ({ page, context, address }) => {
  // A tab of an older version, which does not let go.
  const old = await context.newPage();
  await old.goto(`${address}icons/icon.svg`);
  await old.evaluate(async () => {
    const opening = indexedDB.open("policymark", 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore("documents", { keyPath: "id" }).createIndex("updated", "updated");
      opening.result.createObjectStore("sources", { keyPath: "id" });
    };
    await new Promise((done) => (opening.onsuccess = done));
    Object.assign(window, { held: opening.result });
  });
  await page.clock.install();
  await page.clock.resume();
  const person = new Person(page);
  await page.addInitScript(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
  await page.goto(address);
  // One who does not wait types.
  await person.text.focus();
  await page.keyboard.insertText("typed while it does not answer");
  await page.clock.fastForward(21_000);
  await expect(page.locator("pm-status .refusal")).toContainText("does not respond; close other Policymark tabs");
  await expect(person.text).toContainText("typed while it does not answer");
  expect((await person.save()).toString()).toContain("typed while it does not answer");
  await old.close();
  await page.clock.fastForward(6000);
  await person.kept();
  await page.reload();
  await expect(person.text).toContainText("typed while it does not answer");
});

test("a tab that cannot keep its text gives the document away, and never the text", async ({
  page,
  context,
  address,
}) => {
  const first = new Person(page);
  await first.come(address);
  await first.startEmpty();
  await page.keyboard.insertText("shared text");
  await first.kept();
  await fill(page, true);
  await page.keyboard.insertText(", and what has no room");
  await notKept(first);
  const second = new Person(await context.newPage());
  await second.come(address);
  await second.list();
  await second.page.keyboard.insertText("shared");
  await second.page.keyboard.press("Enter");
  await expect(second.dialog.getByRole("button", { name: "Bring it here" })).toBeFocused();
  await second.page.keyboard.press("Enter");
  await expect(second.text).toHaveText("shared text");
  await second.page.keyboard.press("ControlOrMeta+End");
  await second.page.keyboard.insertText(" of the second");
  await second.kept();
  await expect(first.text).toHaveText("shared text, and what has no room");
  await expect(first.status).toContainText("(from this tab)");
  await expect(first.status).not.toContainText("Read only");
  await fill(page, false);
  await first.kept();
  await Promise.all([page.reload(), second.page.reload()]);
  await expect(first.text).toHaveText("shared text, and what has no room");
  await expect(second.text).toHaveText("shared text of the second");
});
