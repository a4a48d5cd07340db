import { expect, test } from "./fixtures.ts";
import { Person } from "./person.ts";

test("a full storage is told of with the file to save, and keeps again when there is room", async ({
  page,
  address,
  where,
}) => {
  test.skip(where === "file", "a quota belongs to an origin, which a file has none of");
  const person = new Person(page);
  const devtools = await page.context().newCDPSession(page);
  const { origin } = new URL(address);
  // A browser that has just granted room does not look for half a minute.
  await devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
  await person.come(address);
  await person.startEmpty();
  await page.keyboard.insertText("a text for which there is no room");
  await expect(page.locator("pm-status .refusal")).toContainText("storage is full");
  await expect(person.status).toContainText("Not kept in this browser");
  const coming = page.waitForEvent("download");
  await page.locator("pm-status").getByRole("button", { name: "Download a copy" }).click();
  await coming;
  await devtools.send("Storage.overrideQuotaForOrigin", { origin });
  // Without a key it is tried again.
  await person.kept();
  await expect(person.status).not.toContainText("Not kept");
});

test("with no storage at all the page works, says so, and saves", async ({ page, address }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException("denied", "SecurityError");
    };
    Object.defineProperty(window, "indexedDB", { get: refuse });
    Object.defineProperty(window, "localStorage", { get: refuse });
    Object.defineProperty(window, "sessionStorage", { get: refuse });
  });
  const person = new Person(page);
  await person.come(address);
  await expect(page.locator("pm-status .refusal")).toContainText("forbid keeping");
  await expect(person.status).toContainText("Not kept");
  await person.text.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText("still (here)");
  await page.keyboard.press("Alt+p");
  await expect(page.locator("pm-documents")).toContainText("forbid keeping");
  await page.keyboard.press("Escape");
  expect((await person.save()).toString()).toBe("still (here)");
});

/** Changes the kept record of the document with a text, and reloads. */
async function tamper(person: Person, change: { record?: object; entry?: object }): Promise<void> {
  await person.page.evaluate(async ({ record, entry }) => {
    const db = await new Promise<IDBDatabase>((done) => {
      const opening = indexedDB.open("policymark");
      opening.onsuccess = () => done(opening.result);
    });
    const tx = db.transaction(["documents", "entries"], "readwrite");
    for (const [name, put] of [
      ["documents", record],
      ["entries", entry],
    ] as const) {
      if (!put) continue;
      tx.objectStore(name).openCursor().onsuccess = (event) => {
        const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result;
        if (!cursor) return;
        cursor.update({ ...cursor.value, ...put });
        cursor.continue();
      };
    }
    await new Promise((done) => (tx.oncomplete = done));
    db.close();
  }, change);
}

test("a damaged record and one of a newer version are told of, and left as they are", async ({ page, address }) => {
  const person = new Person(page);
  await person.come(address);
  await person.startEmpty();
  await page.keyboard.insertText("a text to be damaged");
  await person.kept();
  await tamper(person, { record: { text: 42 } });
  await page.goto("about:blank");
  await page.goto(address);
  await expect(person.text).toContainText("Quillmere");
  await person.list();
  await expect(page.locator("pm-documents [role=option]").filter({ hasText: "a text to be damaged" })).toBeVisible();
  await page.keyboard.insertText("a text to be");
  await page.keyboard.press("Enter");
  await expect(person.said).toContainText("is damaged");

  await tamper(person, { record: { text: "from tomorrow", form: 99 }, entry: { form: 99 } });
  await person.list();
  await page.keyboard.insertText("a text to be");
  await expect(page.locator("pm-documents [role=option]")).toContainText("from a newer version");
  await page.keyboard.press("Enter");
  await expect(person.said).toContainText("newer version of Policymark");
});

test("a database of a newer version is not touched", async ({ page, address }) => {
  const before = new Person(page);
  await before.come(address);
  await page.waitForLoadState("networkidle");
  await page.evaluate(async () => {
    await new Promise((done) => (indexedDB.deleteDatabase("policymark").onsuccess = done));
    await new Promise<void>((done) => {
      const opening = indexedDB.open("policymark", 99);
      opening.onsuccess = () => {
        opening.result.close();
        done();
      };
    });
  });
  const person = new Person(page);
  await page.goto("about:blank");
  await person.come(address);
  await expect(page.locator("pm-status .refusal")).toContainText("newer version of Policymark");
  expect(
    await page.evaluate(async () => (await indexedDB.databases()).find(({ name }) => name === "policymark")!.version),
  ).toBe(99);
});

test("a clock that goes back does not change the order", async ({ page, address }) => {
  const person = new Person(page);
  await page.clock.install({ time: new Date("2031-05-05T10:00:00") });
  await page.clock.resume();
  await person.come(address);
  await person.startEmpty();
  await page.keyboard.insertText("written first");
  await person.kept();
  await page.clock.setSystemTime(new Date("2024-01-01T10:00:00"));
  await person.startEmpty();
  await page.keyboard.insertText("written second");
  await person.kept();
  await page.evaluate(() => sessionStorage.clear());
  await page.goto("about:blank");
  await page.goto(address);
  await expect(person.text).toHaveText("written second");
});

test.describe("a file on the disk", () => {
  test.beforeEach(({ where }) => {
    test.skip(where === "file", "a page from a disk has no file system of its own to test with");
  });

  test("changed by another program: asked before it is overwritten", async ({ page, address }) => {
    await page.addInitScript(() => {
      const pick = async () => (await navigator.storage.getDirectory()).getFileHandle("policy.txt", { create: true });
      Object.assign(window, { showSaveFilePicker: pick, showOpenFilePicker: async () => [await pick()] });
    });
    const person = new Person(page);
    await person.come(address, true);
    await person.startEmpty();
    await page.keyboard.insertText("mine");
    await page.keyboard.press("ControlOrMeta+s");
    await expect(person.said).toContainText("Saved policy.txt");
    const disk = (text?: string) =>
      page.evaluate(async (next) => {
        const handle = await (await navigator.storage.getDirectory()).getFileHandle("policy.txt");
        if (next !== undefined) {
          const stream = await handle.createWritable();
          await stream.write(next);
          await stream.close();
        }
        return await (await handle.getFile()).text();
      }, text);
    await disk("of another program");
    await person.text.focus();
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.insertText(" more");
    await page.keyboard.press("ControlOrMeta+s");
    await expect(person.dialog).toContainText("changed by another program");
    await page.keyboard.press("Escape");
    expect(await disk()).toBe("of another program");
    await page.keyboard.press("ControlOrMeta+s");
    await person.dialog.getByRole("button", { name: "Overwrite it" }).click();
    await expect(person.said).toContainText("Saved policy.txt");
    // What it said of the first saving may still stand there.
    await expect.poll(() => disk().catch(() => "not readable while it is written")).toBe("mine more");

    // The handle is there after a reload; a file that is gone is told of.
    await person.kept();
    await page.reload();
    await expect(person.text).toHaveText("mine more");
    await page.evaluate(async () => (await navigator.storage.getDirectory()).removeEntry("policy.txt"));
    await person.text.focus();
    await page.keyboard.insertText("x");
    await page.keyboard.press("ControlOrMeta+s");
    await expect(person.said).toContainText("no longer where it was");
  });

  test("without the permission nothing is written, which is said", async ({ page, address }) => {
    await page.addInitScript(() => {
      const pick = async () => (await navigator.storage.getDirectory()).getFileHandle("policy.txt", { create: true });
      Object.assign(window, { showSaveFilePicker: pick, showOpenFilePicker: async () => [await pick()] });
    });
    const person = new Person(page);
    await person.come(address, true);
    await person.startEmpty();
    await page.keyboard.insertText("mine");
    await page.keyboard.press("ControlOrMeta+s");
    await expect(person.said).toContainText("Saved policy.txt");
    await page.evaluate(() =>
      Object.assign(FileSystemFileHandle.prototype, { requestPermission: () => Promise.resolve("denied") }),
    );
    await page.keyboard.insertText("x");
    await page.keyboard.press("ControlOrMeta+s");
    await expect(person.said).toContainText("not allowed to write");
    await expect(person.status.locator("[data-saved=no]")).toBeVisible();
  });
});
