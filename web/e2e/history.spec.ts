import { readFile } from "node:fs/promises";
import { standsInNobodysWay } from "./accessibility.ts";
import { expect, rest, test } from "./fixtures.ts";
import { example, Person } from "./person.ts";

const versions = (person: Person) => person.page.locator("pm-history [role=option]");

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, colorScheme === "dark" ? rest : {}, () => {
    test.use({ colorScheme });

    test("versions: as opened, named, before a large change; back in one step of undo", async ({ page, address }) => {
      const person = new Person(page);
      await person.come(address);
      await person.open(example("shop-zh.policymark.txt"));
      await expect(person.status).toContainText("156 marks");
      await person.text.focus();
      await page.keyboard.insertText("第一次改动。");
      await page.getByRole("button", { name: "File", exact: true }).click();
      await page.getByRole("menuitem", { name: "Keep this version…" }).click();
      await expect(page.locator("pm-ask input")).toBeFocused();
      await page.keyboard.insertText("sent to the lawyers");
      await page.keyboard.press("Enter");
      await expect(person.said).toContainText("sent to the lawyers");

      // All of it gone by mistake: the text before is a version, even after more typing.
      await person.text.focus();
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.insertText("oh no");
      await expect(person.text).toHaveText("oh no");
      await page.keyboard.press("Alt+h");
      await expect(versions(person)).toHaveText([/sent to the lawyers/, /As opened/]);
      await expect(versions(person).first()).toContainText("156 marks");
      await expect(page.locator("pm-history [role=listbox]")).toBeFocused();
      await page.keyboard.press("End");
      await expect(page.locator("pm-history [aria-selected=true]")).toContainText("As opened");
      await expect(page.locator("pm-history .text del").first()).toBeVisible();
      await standsInNobodysWay(page);
      await page.keyboard.press("Enter");
      await expect(person.status).toContainText("156 marks");
      await expect(person.text).toBeFocused();
      // It is the file again, to the byte.
      await expect(person.status.locator("[data-saved=yes]")).toBeVisible();
      expect(await person.save()).toEqual(await readFile(example("shop-zh.policymark.txt")));
      await person.text.focus();
      await page.keyboard.press("ControlOrMeta+z");
      await expect(person.text).toHaveText("oh no");
      await page.keyboard.press("Alt+h");
      await expect(versions(person).filter({ hasText: "Before going back" })).toHaveCount(1);
      await page.keyboard.press("Escape");
    });
  });
}

test("saving keeps a version, the same text none twice", async ({ page, address }) => {
  const person = new Person(page);
  await person.come(address);
  await person.startEmpty();
  await page.keyboard.insertText("one");
  await person.save();
  await person.save();
  await person.text.focus();
  await page.keyboard.insertText(" two");
  await person.save();
  await page.keyboard.press("Alt+h");
  await expect(versions(person)).toHaveCount(2);
  await expect(versions(person).first()).toContainText("the same as now");
  await expect(versions(person).last()).toContainText("+4");
  // Open one as a copy beside the document.
  await page.keyboard.press("End");
  await page.locator("pm-history").getByRole("button", { name: "Open as a copy" }).click();
  await expect(person.text).toHaveText("one");
  await page.keyboard.press("Alt+Shift+P");
  await expect(person.text).toHaveText("one two");
});
