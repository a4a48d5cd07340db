import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { openDB } from "idb";
import { beforeEach, expect, test, vi } from "vitest";
import { beside, kept } from "./kept.sample.ts";
import type { Kept } from "./records.ts";
import { Store } from "./store.ts";

vi.stubGlobal("window", globalThis);

beforeEach(() => {
  vi.stubGlobal("indexedDB", new IDBFactory());
});

test("a document comes back with its file, and its entry says what the list shows", async () => {
  const store = new Store();
  const original = new Uint8Array([1, 2, 3]);
  await store.keep(kept("a", "# 隐私\n我们会(收集)", 1), {
    marks: 1,
    edited: true,
    source: { id: "a", original, handle: null },
  });
  const found = await store.find("a");
  expect(found!.kept.text).toBe("# 隐私\n我们会(收集)");
  expect(found!.source!.original).toEqual(original);
  expect(await store.list()).toMatchObject([
    { id: "a", opening: "隐私", length: 12, marks: 1, dirty: true, file: true, binned: 0 },
  ]);
});

test("settling changes nothing, and needs nothing to be there", async () => {
  const store = new Store();
  await store.settle();
  await store.keep(kept("a", "x", 1), beside);
  const before = await store.list();
  await store.settle();
  expect(await store.list()).toEqual(before);
});

test("an older edition never overwrites a newer one", async () => {
  const store = new Store();
  await store.keep(kept("a", "two", 2), beside);
  await expect(store.keep(kept("a", "one", 1), beside)).rejects.toMatchObject({ code: "overtaken" });
  await expect(store.keep(kept("a", "other two", 2), beside)).rejects.toMatchObject({ code: "overtaken" });
  expect((await store.find("a"))!.kept.text).toBe("two");
});

test("the order is that of use, even when the clock goes back", async () => {
  const store = new Store();
  await store.keep(kept("a", "x", 1, { updated: 9000 }), beside);
  await store.keep(kept("b", "x", 1, { updated: 500 }), beside);
  await store.keep(kept("c", "x", 1, { updated: 400 }), beside);
  await store.keep(kept("b", "y", 2, { updated: 300 }), beside);
  expect((await store.recent()).map(({ id }) => id)).toEqual(["b", "c", "a"]);
});

test("opening a document makes it the last used", async () => {
  const store = new Store();
  for (const id of ["a", "b"]) await store.keep(kept(id, "x", 1), beside);
  await store.used("a");
  expect((await store.recent()).map(({ id }) => id)).toEqual(["a", "b"]);
  expect((await store.list())[0]).toMatchObject({ edition: 1 });
});

test("documents of the first version are there, the latest first", async () => {
  const db = await openDB("policymark", 1, {
    upgrade(db) {
      db.createObjectStore("documents", { keyPath: "id" }).createIndex("updated", "updated");
      db.createObjectStore("sources", { keyPath: "id" });
    },
  });
  const { edition: _, ...old } = kept("old", "old text", 0, { updated: 10 });
  await db.put("documents", old);
  await db.put("documents", { ...old, id: "new", text: "new text", updated: 20, dirty: false });
  await db.put("documents", { id: "odd", updated: 5 });
  await db.put("sources", { id: "new", original: new Uint8Array([7]), handle: null });
  db.close();
  const store = new Store();
  const list = await store.list();
  expect(list.map(({ id, dirty, file }) => [id, dirty, file])).toEqual([
    ["new", false, true],
    ["old", true, false],
    ["odd", true, false],
  ]);
  expect((await store.find("old"))!.kept.text).toBe("old text");
  await store.keep(kept("old", "changed", 1), beside);
  expect((await store.find("old"))!.kept.text).toBe("changed");
});

test("a broken record is refused and stays as it is", async () => {
  const store = new Store();
  const db = await store.open();
  await db.put("documents", { id: "odd", text: 7 } as unknown as Kept);
  await expect(store.find("odd")).rejects.toMatchObject({ code: "unreadable" });
  expect((await store.list()).map(({ id }) => id)).toEqual(["odd"]);
  expect(await store.raw("odd")).toEqual({ id: "odd", text: 7 });
});

test("a record of a later schema version is neither opened nor overwritten", async () => {
  const store = new Store();
  await store.keep(kept("a", "x", 1), beside);
  const db = await store.open();
  await db.put("documents", kept("a", "later", 5, { form: 99 }));
  await db.put("entries", { ...(await db.get("entries", "a"))!, form: 99 });
  await expect(store.find("a")).rejects.toMatchObject({ code: "newer" });
  await expect(store.keep(kept("a", "mine", 9), beside)).rejects.toMatchObject({ code: "newer" });
  expect(((await store.raw("a")) as Kept).text).toBe("later");
  expect(await store.recent()).toEqual([]);
});

test("a database of a later version is refused with its name", async () => {
  (await openDB("policymark", 77)).close();
  await expect(new Store().list()).rejects.toMatchObject({ code: "newer" });
});

test("erasing takes the history along, and nothing of others", async () => {
  const store = new Store();
  for (const id of ["a", "b"]) {
    await store.keep(kept(id, "x", 1), beside);
    await store.addVersion({
      id,
      at: 1,
      why: "opened",
      label: "",
      length: 1,
      marks: null,
      packed: new Uint8Array([1]),
    });
  }
  await store.erase("a");
  expect(await store.find("a")).toBeUndefined();
  expect(await store.versions("a")).toEqual([]);
  expect(await store.versions("b")).toHaveLength(1);
});

test("a new name is a new edition", async () => {
  const store = new Store();
  await store.keep(kept("a", "x", 3), beside);
  await store.change("a", { name: "other" });
  expect((await store.find("a"))!.kept).toMatchObject({ name: "other", edition: 4 });
  expect((await store.list())[0]).toMatchObject({ name: "other", edition: 4 });
});
