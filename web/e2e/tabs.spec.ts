import type { BrowserContext } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { Person } from "./person.ts";

/** Two tabs, the first with a document that the second asks for in its list. */
async function twoTabs(first: Person, context: BrowserContext, address: string): Promise<Person> {
  await first.come(address);
  await first.startEmpty();
  await first.page.keyboard.insertText("shared text");
  await first.kept();
  const second = new Person(await context.newPage());
  await second.come(address);
  await second.text.focus();
  await second.list();
  await second.page.keyboard.insertText("shared");
  await expect(second.page.locator("pm-documents [role=option]")).toContainText("open in another tab");
  return second;
}

test("brought here, the document comes with its newest text, and the other tab only reads", async ({
  page,
  context,
  address,
}) => {
  const first = new Person(page);
  const second = await twoTabs(first, context, address);
  // Typed in the very moment before it is asked for.
  await first.page.keyboard.insertText(", and the last word");
  await second.page.keyboard.press("Enter");
  await expect(second.page.getByRole("dialog")).toContainText("open in another tab");
  await expect(second.dialog.getByRole("button", { name: "Bring it here" })).toBeFocused();
  await second.page.keyboard.press("Enter");
  await expect(second.text).toHaveText("shared text, and the last word");
  await expect(first.status).toContainText("Read only");
  await first.text.focus();
  await first.page.keyboard.insertText("not written");
  await expect(first.text).toHaveText("shared text, and the last word");

  // The reader follows what the writer writes.
  await second.text.focus();
  await second.page.keyboard.press("ControlOrMeta+End");
  await second.page.keyboard.insertText("!");
  await expect(first.text).toHaveText("shared text, and the last word!");

  // And back again.
  await first.page.getByRole("button", { name: "Bring it here" }).click();
  await expect(second.status).toContainText("Read only");
  await expect(first.status).not.toContainText("Read only");
  await first.text.focus();
  await first.page.keyboard.press("ControlOrMeta+End");
  await first.page.keyboard.insertText(" mine");
  await expect(second.text).toHaveText("shared text, and the last word! mine");
});

test("opened to read, or as a copy", async ({ page, context, address }) => {
  const first = new Person(page);
  const second = await twoTabs(first, context, address);
  await second.page.keyboard.press("Enter");
  await second.page.getByRole("button", { name: "Open read-only" }).click();
  await expect(second.text).toHaveText("shared text");
  await expect(second.status).toContainText("Read only");
  await second.list();
  await second.page.keyboard.press("ArrowUp");
  await second.page.keyboard.insertText("shared");
  await second.page.keyboard.press("Enter");
  await second.page.getByRole("button", { name: "Open a copy" }).click();
  await expect(second.status).toContainText("(copy)");
  await second.text.focus();
  await second.page.keyboard.press("ControlOrMeta+a");
  await second.page.keyboard.insertText("a text of its own");
  await expect(second.text).toHaveText("a text of its own");
  await expect(first.text).toHaveText("shared text");
});

test("a tab that does not answer loses the document, but nothing of its text", async ({ page, context, address }) => {
  const first = new Person(page);
  const second = await twoTabs(first, context, address);
  // The first tab hears nothing and keeps nothing from now on.
  await first.page.evaluate(() => {
    BroadcastChannel.prototype.postMessage = () => {};
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("asleep", "UnknownError");
    };
  });
  await second.page.evaluate(() => {
    BroadcastChannel.prototype.postMessage = () => {};
  });
  await first.page.keyboard.insertText(" never kept");
  await second.page.keyboard.press("Enter");
  await expect(second.dialog.getByRole("button", { name: "Bring it here" })).toBeFocused();
  await second.page.keyboard.press("Enter");
  await expect(second.text).toHaveText("shared text");
  await expect(first.status).toContainText("Read only");
  await second.page.keyboard.press("Alt+h");
  await expect(second.page.locator("pm-history [role=option]").first()).toContainText("Rescued");
  await expect(second.page.locator("pm-history .text")).toContainText("never kept");
});
