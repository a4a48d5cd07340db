import type { BrowserContext, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { Person } from "./person.ts";

const versions = (person: Person) => person.page.locator("pm-history [role=option]");

/** Sets the clock of a page, which goes on from there. */
async function clock(page: Page, time: string): Promise<void> {
  await page.clock.install({ time: new Date(time) });
  await page.clock.resume();
}

async function nameVersion(person: Person, name: string): Promise<void> {
  const { page } = person;
  await page.getByRole("button", { name: "File", exact: true }).click();
  await page.getByRole("menuitem", { name: "Keep this version…" }).click();
  await expect(page.locator("pm-ask input")).toBeFocused();
  await page.keyboard.insertText(name);
  await page.keyboard.press("Enter");
  await expect(person.said).toContainText(name);
  await person.text.focus();
  await page.keyboard.press("ControlOrMeta+End");
}

test("a clock that goes back a day while one edits loses nothing, and leaves the history in its order", async ({
  page,
  address,
}) => {
  await clock(page, "2031-05-05T10:00:00");
  const person = new Person(page);
  await person.come(address);
  await person.startEmpty();
  await page.keyboard.insertText("one");
  await nameVersion(person, "the first");
  await page.keyboard.insertText(" two");
  await page.clock.setSystemTime(new Date("2031-05-04T10:00:00"));
  await page.keyboard.insertText(" three");
  await nameVersion(person, "the second");
  await page.clock.setSystemTime(new Date("1969-01-01T10:00:00"));
  await page.keyboard.insertText(" four");
  await person.kept();
  await nameVersion(person, "the third");
  await page.keyboard.press("Alt+h");
  await expect(versions(person).locator(".label")).toHaveText(["the third", "the second", "the first"]);
  await page.keyboard.press("Escape");
  // Put into the bin by this clock, it is there, and comes back.
  await person.startEmpty();
  await page.keyboard.insertText("another");
  await person.kept();
  await person.list();
  await page.keyboard.press("Delete");
  await page.locator("pm-documents").getByLabel("Shown").selectOption("bin");
  await expect(page.locator("pm-documents [role=option]")).toHaveCount(1);
  await page.locator("pm-documents input").press("Enter");
  await expect(page.locator("pm-documents [role=option]")).toHaveCount(0);
  const exported = page.waitForEvent("download");
  await page.locator("pm-documents").getByRole("button", { name: "Export all" }).press("Enter");
  await exported;
  await expect(person.said).toContainText("Exported 3 documents");
  await page.keyboard.press("Alt+Shift+P");
  await expect(person.text).toHaveText("one two three four");
  await page.reload();
  await expect(person.text).toHaveText("one two three four");
});

/** Kills a page as a browser does that has no memory left. */
async function kill(context: BrowserContext, page: Page): Promise<void> {
  const devtools = await context.newCDPSession(page);
  void devtools.send("Page.crash").catch(() => {});
  await page.waitForEvent("crash");
  await page.close();
}

test("of two tabs the one that wrote last has the last word, whatever their clocks say and whoever is killed", async ({
  page,
  context,
  address,
}) => {
  await clock(page, "2031-05-05T10:00:00");
  const first = new Person(page);
  await first.come(address);
  await first.startEmpty();
  await page.keyboard.insertText("shared");
  await first.kept();
  const late = await context.newPage();
  await clock(late, "2031-05-04T10:00:00");
  const second = new Person(late);
  await second.come(address);
  await second.list();
  await late.keyboard.insertText("shared");
  await late.keyboard.press("Enter");
  await expect(second.dialog.getByRole("button", { name: "Bring it here" })).toBeFocused();
  await late.keyboard.press("Enter");
  await expect(second.text).toHaveText("shared");
  await late.keyboard.press("ControlOrMeta+End");
  await late.keyboard.insertText(", second");
  await second.kept();
  await expect(first.text).toHaveText("shared, second");
  // The writer is killed: the reader takes the document, with all that was kept.
  await kill(context, late);
  await page.getByRole("button", { name: "Bring it here" }).click();
  await expect(first.status).not.toContainText("Read only");
  await first.text.focus();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.insertText(", first again");
  await first.kept();
  await kill(context, page);
  const third = new Person(await context.newPage());
  await third.page.goto(address);
  await expect(third.text).toHaveText("shared, second, first again");
  await third.page.keyboard.press("Alt+h");
  await expect(versions(third).first()).toBeVisible();
});

test("where tabs cannot lock a document nor hear of one another, both texts stay", async ({
  page,
  context,
  address,
}) => {
  await context.addInitScript(() => {
    Object.defineProperty(navigator, "locks", { value: undefined });
    Object.defineProperty(window, "BroadcastChannel", { value: undefined });
  });
  const first = new Person(page);
  await clock(page, "2031-05-05T10:00:00");
  await first.come(address);
  await first.startEmpty();
  await page.keyboard.insertText("common");
  await first.kept();
  const back = await context.newPage();
  await clock(back, "2031-05-04T10:00:00");
  const second = new Person(back);
  await back.goto(address);
  await expect(second.text).toHaveText("common");
  await second.text.focus();
  await back.keyboard.press("ControlOrMeta+End");
  await back.keyboard.insertText(", of the second");
  await second.kept();
  await first.text.focus();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.insertText(", of the first");
  await expect(first.said).toContainText("Another tab has changed this document");
  await first.kept();
  await page.keyboard.insertText("!");
  await first.kept();
  await page.close();
  await back.reload();
  await expect(second.text).toHaveText("common, of the second");
  await second.list();
  await back.keyboard.insertText("from this tab");
  await back.keyboard.press("Enter");
  await expect(second.text).toHaveText("common, of the first!");
});
