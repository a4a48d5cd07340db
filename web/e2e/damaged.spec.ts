import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { Person } from "./person.ts";
import type { App } from "../src/app/app.ts";

const rows = (person: Person) => person.page.locator("pm-documents [role=option]");
const versions = (person: Person) => person.page.locator("pm-history [role=option]");

/** Puts records into tables of the database, over those with the same keys: the fields
 * that are given, and the others of what is there. A field that is undefined is gone. */
async function put(page: Page, table: string, records: object[], version?: number): Promise<void> {
  await page.evaluate(
    async ({ table, records, version }) => {
      const opening = indexedDB.open("policymark", version);
      opening.onupgradeneeded = () => {
        // As the first version of the editor had it.
        opening.result.createObjectStore("documents", { keyPath: "id" }).createIndex("updated", "updated");
        opening.result.createObjectStore("sources", { keyPath: "id" });
      };
      const db = await new Promise<IDBDatabase>((done) => (opening.onsuccess = () => done(opening.result)));
      const tx = db.transaction(table, "readwrite");
      const store = tx.objectStore(table);
      const all = await new Promise<Record<string, unknown>[]>((done) => {
        const asking = store.getAll();
        asking.onsuccess = () => done(asking.result);
      });
      const key = store.keyPath as string;
      for (const record of records as Record<string, unknown>[]) {
        // Without a key it is all of them.
        const those = key in record ? all.filter((one) => one[key] === record[key]) : all;
        for (const one of those.length > 0 ? those : [{}]) store.put({ ...one, ...record });
      }
      await new Promise((done) => (tx.oncomplete = done));
      db.close();
    },
    { table, records, version },
  );
}

/** Leaves the page for one of the same origin on which nothing runs. */
const leave = (page: Page, address: string) => page.goto(`${address}icons/icon.svg`);

test("documents of the first version open as they were, with their files to the byte", async ({ page, address }) => {
  const original = "\uFEFF(We) [collect] your <name>.\r\nFor {delivery}.\r\n";
  await leave(page, address);
  await put(
    page,
    "documents",
    [
      {
        id: "one",
        name: "unsaved.txt",
        reading: "markup",
        text: "(We) keep <this>.",
        anchor: 3,
        head: 3,
        line: 1,
        dirty: true,
        updated: 5,
      },
    ],
    1,
  );
  await put(
    page,
    "documents",
    [
      {
        id: "two",
        name: "from a file.txt",
        reading: "markup",
        text: "(We) [collect] your <name>.\nFor {delivery}.\n",
        anchor: 0,
        head: 0,
        line: 1,
        dirty: false,
        updated: 9,
      },
    ],
    1,
  );
  await page.evaluate(async (text) => {
    const db = await new Promise<IDBDatabase>((done) => {
      const opening = indexedDB.open("policymark");
      opening.onsuccess = () => done(opening.result);
    });
    const tx = db.transaction("sources", "readwrite");
    tx.objectStore("sources").put({ id: "two", original: new TextEncoder().encode(text), handle: null });
    await new Promise((done) => (tx.oncomplete = done));
    db.close();
  }, original);
  const person = new Person(page);
  await person.come(address);
  await expect(person.text).toContainText("delivery");
  expect((await person.save()).toString()).toBe(original);
  await page.keyboard.press("Alt+Shift+P");
  await expect(person.text).toHaveText("(We) keep <this>.");
  await person.text.focus();
  await page.keyboard.insertText("x");
  await person.kept();
  await page.reload();
  await expect(person.text).toHaveText("(Wex) keep <this>.");
});

test("with wrong fields everywhere but in the text, the text opens, and the lists with it", async ({
  page,
  address,
}) => {
  const person = new Person(page);
  await person.come(address);
  await person.startEmpty();
  await page.keyboard.insertText("the first text");
  await person.save();
  await person.text.focus();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.insertText(" goes on");
  await person.kept();
  await leave(page, address);
  await put(page, "documents", [
    { anchor: "x", head: -5, line: "far", dirty: null, updated: "today", edition: "many" },
  ]);
  await put(page, "entries", [
    { name: 7, opening: null, length: undefined, marks: "two", updated: {}, edition: -1, order: 3 },
  ]);
  await put(page, "versions", [
    { at: "then", why: "__proto__", label: 4, length: undefined, marks: {}, packed: "text" },
  ]);
  await put(page, "sources", [{ original: "bytes", handle: { kind: 5 } }]);
  await page.evaluate(() =>
    localStorage.setItem(
      "policymark.settings",
      '{"__proto__":{"theme":"dark"},"keys":[["F8"]],"levels":[{"rule":"__proto__","level":"off"},{"rule":"constructor","level":"error"}],"recentCommands":["toString","__proto__"],"panelWidth":{}}',
    ),
  );
  await page.goto(address);
  await expect(person.text).toHaveText("the first text goes on");
  await person.text.focus();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.insertText(", and on");
  await person.kept();
  await page.keyboard.press("Alt+h");
  await expect(versions(person)).not.toHaveCount(0);
  await expect(versions(person).last()).toContainText("damaged");
  await page.keyboard.press("Escape");
  // The history goes on behind what is damaged in it.
  await page.getByRole("button", { name: "File", exact: true }).click();
  await page.getByRole("menuitem", { name: "Keep this version…" }).click();
  await expect(page.locator("pm-ask input")).toBeFocused();
  await page.keyboard.insertText("sound");
  await page.keyboard.press("Enter");
  await expect(person.said).toContainText("Kept the version");
  await person.list();
  await expect(rows(person).first()).toContainText("Untitled policy");
  await expect(rows(person).first()).toContainText("30 characters");
  await page.keyboard.press("Escape");
  await page.keyboard.press("ControlOrMeta+k");
  await expect(page.locator("pm-palette [role=option]").first()).toBeVisible();
  await page.keyboard.press("Escape");
  expect((await person.save()).toString()).toBe("the first text goes on, and on");
});

test("an entry without a document is no document, and a damaged one can be seen and taken away", async ({
  page,
  address,
}) => {
  const person = new Person(page);
  await person.come(address);
  await person.startEmpty();
  await page.keyboard.insertText("a sound text");
  await person.kept();
  await leave(page, address);
  await put(page, "entries", [
    {
      id: "gone",
      name: "gone.txt",
      opening: "",
      length: 5,
      marks: null,
      dirty: true,
      file: false,
      edited: true,
      updated: 1,
      order: 900,
      edition: 1,
      form: 2,
      binned: 0,
    },
  ]);
  // A record without an entry, of which nothing can be read.
  await put(page, "documents", [{ id: "__proto__", name: "odd.txt", text: ["not a text"], dirty: false }]);
  await page.evaluate(() => sessionStorage.clear());
  await page.goto(address);
  await expect(person.text).toHaveText("a sound text");
  await person.list();
  await expect(rows(person).filter({ hasText: "odd.txt" })).toHaveCount(1);
  await expect(rows(person).filter({ hasText: "gone.txt" })).toHaveCount(0);
  await page.keyboard.insertText("odd");
  await expect(rows(person)).toHaveText(/odd\.txt.*damaged/s);
  const coming = page.waitForEvent("download");
  await page.locator("pm-documents").getByRole("button", { name: "Download", exact: true }).press("Enter");
  expect((await coming).suggestedFilename()).toBe("odd.txt.json");
  const exported = page.waitForEvent("download");
  await page.locator("pm-documents").getByRole("button", { name: "Export all" }).press("Enter");
  await exported;
  await expect(person.said).toContainText("Exported");
  await expect(person.said).toContainText("odd.txt");
  await page.keyboard.press("Alt+Shift+P");
  await expect(person.said).not.toContainText("no longer there");
});

test("a document that was rescued where it is damaged is there as another", async ({ page, address }) => {
  const person = new Person(page);
  await person.come(address);
  await person.startEmpty();
  await page.keyboard.insertText("to be damaged");
  await person.kept();
  const record = await page.evaluate(() => {
    const { session } = (document.querySelector("pm-app") as App).page;
    return {
      id: session.document.id,
      name: "x.txt",
      reading: "markup",
      text: "the rescued text",
      edition: 1,
      dirty: true,
    };
  });
  await leave(page, address);
  await put(page, "documents", [{ id: record.id, text: 42 }]);
  await page.evaluate((one) => {
    localStorage.setItem(`policymark.rescue.${one.id}`, JSON.stringify(one));
    for (const broken of ["null", "{", "[]", '{"__proto__":{"text":"x"}}'])
      localStorage.setItem(`policymark.rescue.${broken}`, broken);
  }, record);
  await page.goto(address);
  await expect(person.text).toHaveText("the rescued text");
});

test("a database of a newer version is left alone while one types, and the text can be taken away", async ({
  page,
  address,
}) => {
  await leave(page, address);
  await page.evaluate(async () => {
    const opening = indexedDB.open("policymark", 99);
    opening.onupgradeneeded = () => opening.result.createObjectStore("documents").put("as it is", "a");
    await new Promise((done) => (opening.onsuccess = done));
    opening.result.close();
  });
  const person = new Person(page);
  await person.come(address);
  await expect(page.locator("pm-status .refusal")).toContainText("newer version of Policymark");
  await person.startEmpty();
  await page.keyboard.insertText("typed meanwhile");
  await expect(person.status).toContainText("Not kept in this browser");
  await page.keyboard.press("Alt+p");
  await expect(page.locator("pm-documents")).toContainText("newer version of Policymark");
  await page.keyboard.press("Escape");
  expect((await person.save()).toString()).toBe("typed meanwhile");
  const left = await page.evaluate(async () => {
    const opening = indexedDB.open("policymark");
    await new Promise((done) => (opening.onsuccess = done));
    const asking = opening.result.transaction("documents").objectStore("documents").getAll();
    await new Promise((done) => (asking.onsuccess = done));
    return [opening.result.version, asking.result];
  });
  expect(left).toEqual([99, ["as it is"]]);
});
