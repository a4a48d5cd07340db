import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { openDB } from "idb";
import { beforeEach, expect, test, vi } from "vitest";
import { beside, kept } from "./kept.sample.ts";
import type { Entry, Kept, Source, Version } from "./records.ts";
import { Store } from "./store.ts";

vi.stubGlobal("window", globalThis);

let store: Store;
beforeEach(() => {
  vi.stubGlobal("indexedDB", new IDBFactory());
  store = new Store();
});

/** Puts fields into a kept record, whatever their types. */
async function damage(table: "documents" | "entries", id: string, fields: object): Promise<void> {
  const db = await store.open();
  await db.put(table, { ...(await db.get(table, id)), ...fields } as never);
}

test("a record with wrong fields beside its text opens, and counts as changed", async () => {
  await store.keep(kept("a", "text", 3), beside);
  await damage("documents", "a", {
    anchor: "x",
    head: NaN,
    line: null,
    dirty: undefined,
    updated: "today",
    edition: "5",
  });
  expect((await store.find("a"))!.kept).toEqual({ ...kept("a", "text", 0), line: 1, updated: 0, form: 2 });
});

test("a file whose bytes are none is no file", async () => {
  await store.keep(kept("a", "text", 1), {
    ...beside,
    source: { id: "a", original: "abc", handle: { kind: "directory" } } as unknown as Source,
  });
  expect((await store.find("a"))!.source).toEqual({ id: "a", original: new Uint8Array(), handle: null });
});

test("an entry with wrong fields is made anew of its record, and is not tidied away", async () => {
  for (const id of ["a", "b", "c"])
    await store.keep({ ...kept(id, "text", 4), dirty: false }, { ...beside, edited: false });
  await damage("entries", "a", { length: undefined, name: 7, binned: 12 });
  await damage("entries", "b", { order: "first" });
  const list = await store.list();
  expect(list.map(({ id }) => id).sort()).toEqual(["a", "b", "c"]);
  expect(list.find(({ id }) => id === "a")).toMatchObject({
    name: "a.txt",
    length: 4,
    edited: true,
    edition: 4,
    binned: 12,
  });
  expect(list.find(({ id }) => id === "b")).toMatchObject({ name: "b.txt", length: 4, edited: true, edition: 4 });
});

test("an entry without its document is not listed", async () => {
  await store.keep(kept("a", "text", 1), beside);
  await store.keep(kept("gone", "text", 1), beside);
  await (await store.open()).delete("documents", "gone");
  expect((await store.list()).map(({ id }) => id)).toEqual(["a"]);
});

test("a broken record that lost its entry is told of as damaged", async () => {
  await (await store.open()).put("documents", { id: "odd", text: 7, dirty: false } as unknown as Kept);
  expect(await store.list()).toMatchObject([{ id: "odd", damaged: true, dirty: true, edited: true }]);
  // The second time it is read from the table of entries.
  expect(await store.list()).toMatchObject([{ id: "odd", damaged: true, dirty: true, edited: true }]);
});

test("the list is there when there is no room for an entry", async () => {
  await store.keep(kept("a", "text", 1), beside);
  const db = await store.open();
  await db.delete("entries", "a");
  vi.spyOn(db, "put").mockRejectedValue(new DOMException("full", "QuotaExceededError"));
  expect(await store.list()).toMatchObject([{ id: "a", length: 4 }]);
});

test("what lost its number is still not overwritten by an older text", async () => {
  await store.keep(kept("a", "text", 4), beside);
  await damage("entries", "a", { edition: "many" });
  await store.list();
  await expect(store.keep(kept("a", "older", 4), beside)).rejects.toMatchObject({ code: "overtaken" });
});

test("versions with wrong fields can be shown, and what they lost is not made up", async () => {
  const version: Version = {
    id: "a",
    at: 5,
    why: "named",
    label: "x",
    length: 1,
    marks: 2,
    packed: new Uint8Array([1]),
  };
  await store.addVersion(version);
  await store.addVersion({
    id: "a",
    at: "yesterday",
    why: "__proto__",
    label: {},
    length: -1,
    marks: "two",
    packed: null,
  } as unknown as Version);
  await store.addVersion({ id: "a" } as Version);
  const wrong = { id: "a", at: 0, why: "typing", label: "", length: 0, marks: null, packed: new Uint8Array() };
  expect(await store.versions("a")).toMatchObject([wrong, wrong, version]);
});

test("documents of the first version with wrong fields come along", async () => {
  const db = await openDB("policymark", 1, {
    upgrade(db) {
      db.createObjectStore("documents", { keyPath: "id" }).createIndex("updated", "updated");
      db.createObjectStore("sources", { keyPath: "id" });
    },
  });
  await db.put("documents", { id: "no time", name: "a", reading: "markup", text: "one" });
  await db.put("documents", { id: "wrong", name: 5, reading: "markup", text: "two", updated: "x", dirty: false });
  await db.put("documents", { id: "odd file", name: "b", reading: "plain", text: "three", updated: 3 });
  await db.put("sources", { id: "odd file", original: "bytes" });
  db.close();
  const list: Entry[] = await store.list();
  expect(list.map(({ id, damaged, file }) => [id, damaged ?? false, file])).toEqual([
    ["odd file", false, false],
    ["wrong", true, false],
    ["no time", false, false],
  ]);
  expect((await store.find("odd file"))!.kept.text).toBe("three");
});
