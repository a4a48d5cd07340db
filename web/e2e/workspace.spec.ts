import type { Page } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { standsInNobodysWay } from "./accessibility.ts";
import { expect, rest, test } from "./fixtures.ts";
import { Person } from "./person.ts";

/** Writes a new document and waits until the browser has it. */
async function write(person: Person, text: string): Promise<void> {
  await person.page.keyboard.press("Alt+n");
  await expect(person.text).toHaveText(/^(Paste a|把隐私)/);
  await person.page.keyboard.insertText(text);
  await person.kept();
}

const rows = (page: Page) => page.locator("pm-documents [role=option]");
const names = (page: Page) => page.locator("pm-documents [role=option] .name");
const chosen = (page: Page) => page.locator("pm-documents [aria-selected=true] .name");

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, colorScheme === "dark" ? rest : {}, () => {
    test.use({ colorScheme });

    test("documents by keyboard alone: find, open, go back, rename, copy, delete, bring back", async ({
      page,
      address,
    }) => {
      const person = new Person(page);
      await person.come(address);
      await person.text.focus();
      await write(person, "Shop policy\n(We) [collect] your <phone number>.");
      await write(person, "Health policy\nWe measure your heart rate.");

      // The list chooses the document before: Alt+P, Enter goes back and forth.
      await person.list();
      await expect(names(page)).toHaveText(["Health policy", "Shop policy"]);
      await expect(chosen(page)).toHaveText("Shop policy");
      await expect(rows(page).nth(1)).toContainText("3 marks");
      await standsInNobodysWay(page);
      await page.keyboard.press("Enter");
      await expect(person.text).toBeFocused();
      await expect(person.text).toContainText("phone number");

      // Back to the other, and its steps of undo are there.
      await page.keyboard.press("Alt+Shift+P");
      await expect(person.text).toContainText("heart rate");
      await page.keyboard.press("ControlOrMeta+z");
      await expect(person.text).not.toContainText("heart rate");
      await page.keyboard.press("ControlOrMeta+y");
      await expect(person.text).toContainText("heart rate");

      // By words in a text.
      await person.list();
      await page.keyboard.insertText("PHONE number");
      await expect(names(page)).toHaveText(["Shop policy"]);
      await expect(rows(page).first().locator("mark")).toHaveText("phone number");
      await page.keyboard.press("F2");
      await page.keyboard.insertText("shop-2026.txt");
      await page.keyboard.press("Enter");
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.press("Delete");
      await expect(names(page).filter({ hasText: "shop-2026.txt" })).toHaveCount(1);

      // Deleted, brought back at once, deleted again and brought back from the bin.
      await page.keyboard.insertText("shop-2026");
      await expect(chosen(page)).toHaveText("shop-2026.txt");
      const action = (name: string) => page.locator("pm-documents").getByRole("button", { name, exact: true });
      await action("Duplicate").press("Enter");
      await expect(names(page)).toHaveText(["shop-2026.txt (copy)", "shop-2026.txt"]);
      await page.keyboard.press("ArrowDown");
      await expect(chosen(page)).toHaveText("shop-2026.txt");
      await action("Delete").press("Enter");
      await expect(page.locator("pm-documents [role=status]")).toContainText("2026");
      await page.locator("pm-documents").getByLabel("Shown").selectOption("bin");
      await expect(rows(page)).toHaveCount(1);
      await standsInNobodysWay(page);
      await page.locator("pm-documents input").press("Enter");
      await expect(rows(page)).toHaveCount(0);
      await page.keyboard.press("Escape");
      await expect(person.text).toBeFocused();
    });
  });
}

test("the open document can be deleted, and undo brings it back", async ({ page, address }) => {
  const person = new Person(page);
  await person.come(address);
  await person.text.focus();
  await write(person, "the first");
  await write(person, "the second");
  await person.list();
  await page.keyboard.press("ArrowUp");
  await expect(chosen(page)).toHaveText("the second");
  await page.keyboard.press("Delete");
  await expect(names(page)).toHaveText(["the first"]);
  await page.locator("pm-documents").getByRole("button", { name: "Undo" }).click();
  await expect(names(page)).toContainText(["the second"]);
  await page.keyboard.press("Escape");
  await expect(person.text).toHaveText("the first");
});

test("a workspace is taken to another browser: texts, files and histories", async ({ page, address, browser }) => {
  const person = new Person(page);
  await person.come(address);
  const bytes = Buffer.from("\uFEFF(We) [collect] your <name>.\r\nFor {delivery}.\r\n");
  await person.openBytes("from a file.txt", bytes);
  await expect(person.status).toContainText("from a file.txt");
  await person.text.focus();
  await person.press("ControlOrMeta+End");
  await page.keyboard.insertText("More.");
  await person.kept();
  await write(person, "only here");
  const coming = page.waitForEvent("download");
  await person.list();
  await page.locator("pm-documents").getByRole("button", { name: "Export all" }).click();
  const zip = await readFile(await (await coming).path());
  await expect(person.said).toContainText("Exported 2 documents");

  const other = new Person(await (await browser.newContext({ locale: "en-GB", serviceWorkers: "block" })).newPage());
  await other.come(address);
  await other.open({ name: "workspace.zip", mimeType: "application/zip", buffer: zip });
  await expect(other.said).toContainText("Added 2 documents");
  await other.list();
  await other.page.keyboard.insertText("from a file");
  await expect(names(other.page)).toHaveText(["from a file.txt"]);
  await other.page.keyboard.press("Enter");
  await expect(other.text).toContainText("More.");
  // The file's own bytes came along: what was not changed is as it was.
  expect((await other.save()).toString()).toBe("\uFEFF(We) [collect] your <name>.\r\nFor {delivery}.\r\nMore.");
  await other.page.keyboard.press("Alt+h");
  await expect(other.page.locator("pm-history [role=option]").last()).toContainText("As opened");
  await other.page.keyboard.press("Escape");
  // A second time nothing is doubled.
  await other.open({ name: "workspace.zip", mimeType: "application/zip", buffer: zip });
  await expect(other.said).toContainText("2 were already here");
  await other.page.context().close();
});

test("several files at once, a broken zip and a picture among them", async ({ page, address }) => {
  const person = new Person(page);
  await person.come(address);
  const file = (name: string, text: string | Buffer) => ({
    name,
    mimeType: "text/plain",
    buffer: Buffer.from(text as string),
  });
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open…" }).click();
  await (await chooser).setFiles([
    file("a.txt", "(We) [collect] <x>."),
    file("b.txt", "see (1) and (2"),
    file("c.png", Buffer.from(Array.from({ length: 4096 }, (_, i) => (i % 3 ? 0 : i & 0xff)))),
  ]);
  await expect(person.said).toContainText("Added 2 documents");
  await expect(person.said).toContainText("c.png");
  await expect(person.status).toContainText("a.txt");
  await page.locator("pm-status").getByRole("button", { name: "Documents…" }).click();
  await expect(names(page)).toHaveText(["a.txt", "b.txt"]);
  await page.keyboard.press("Escape");
  await person.open(file("broken.zip", Buffer.from("504b0304ffff", "hex")));
  await expect(person.said).toContainText("not a zip, or it is damaged");
  await expect(person.text).toContainText("collect");
});
