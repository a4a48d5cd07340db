import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { beforeEach, expect, test, vi } from "vitest";
import { Notices } from "../services/notices.ts";
import { beside, kept } from "./kept.sample.ts";
import { HeldDocuments } from "./held.ts";
import type { Kept } from "./records.ts";
import { putBack, rescue } from "./rescue.ts";
import { Store } from "./store.ts";

vi.stubGlobal("window", globalThis);

/** The browser's storage of texts, of which Object.keys knows the keys. */
class Texts {
  [key: string]: unknown;
}
Object.defineProperties(Texts.prototype, {
  getItem: {
    value(this: Texts, key: string) {
      return this[key] ?? null;
    },
  },
  setItem: {
    value(this: Texts, key: string, text: string) {
      this[key] = text;
    },
  },
  removeItem: {
    value(this: Texts, key: string) {
      delete this[key];
    },
  },
});

let store: Store;
let shelf: Parameters<typeof putBack>[0];
let versions: string[];
let held: HeldDocuments;
let hasRoom: boolean;
beforeEach(() => {
  vi.stubGlobal("indexedDB", new IDBFactory());
  vi.stubGlobal("localStorage", new Texts());
  store = new Store();
  versions = [];
  hasRoom = true;
  shelf = {
    store,
    versions: { addTo: async (_id, _why, doc) => hasRoom && versions.push(doc.toString()) > 0 },
    held: (held = new HeldDocuments(new Notices(), () => {})),
  };
});
const waiting = () => Object.keys(localStorage);

test("what was rescued is put back, and what was overtaken becomes a version", async () => {
  await store.keep(kept("a", "old", 1), beside);
  await store.keep(kept("b", "of another tab", 9), beside);
  rescue(kept("a", "new", 2));
  rescue(kept("b", "mine", 5));
  await putBack(shelf);
  expect((await store.find("a"))!.kept.text).toBe("new");
  expect((await store.find("b"))!.kept.text).toBe("of another tab");
  expect(versions).toEqual(["mine"]);
  expect(waiting()).toEqual([]);
});

test("what has no room in the history stays where it is", async () => {
  await store.keep(kept("b", "of another tab", 9), beside);
  rescue(kept("b", "mine", 5));
  hasRoom = false;
  await putBack(shelf);
  expect(waiting()).toHaveLength(1);
});

test("what the database does not take is held, and holds up nothing else", async () => {
  rescue(kept("a", "no room", 2));
  rescue(kept("b", "room", 2));
  const keep = store.keep.bind(store);
  vi.spyOn(store, "keep").mockImplementation(async (document, more) => {
    if (document.id === "a") throw new DOMException("full", "QuotaExceededError");
    await keep(document, more);
  });
  await putBack(shelf);
  expect(held.take("a")!.kept.text).toBe("no room");
  expect((await store.find("b"))!.kept.text).toBe("room");
  expect(waiting()).toEqual(["policymark.rescue.a"]);
});

test("what belongs to a later version of the editor stays where it is, and holds up nothing else", async () => {
  await store.keep(kept("a", "x", 1), beside);
  const db = await store.open();
  await db.put("entries", { ...(await db.get("entries", "a"))!, form: 99 });
  rescue(kept("a", "mine", 2));
  rescue(kept("b", "other", 1));
  await putBack(shelf);
  expect(waiting()).toEqual(["policymark.rescue.a"]);
  expect(held.size).toBe(0);
  expect((await store.find("b"))!.kept.text).toBe("other");
});

test("of a damaged document the rescued text becomes a document of its own", async () => {
  await store.keep(kept("a", "x", 7), beside);
  await (await store.open()).put("documents", { id: "a", text: 7 } as unknown as Kept);
  rescue(kept("a", "the text", 6));
  await putBack(shelf);
  const [first] = await store.recent();
  expect((await store.find(first!.id))!.kept.text).toBe("the text");
  expect(waiting()).toEqual([]);
});

test("what is no rescued document stays, and a wrong number overtakes nothing", async () => {
  await store.keep(kept("a", "kept", 3), beside);
  localStorage.setItem("policymark.rescue.null", "null");
  localStorage.setItem("policymark.rescue.broken", "{");
  localStorage.setItem("policymark.rescue.proto", '{"__proto__":{"id":"x","name":"x","text":"x","reading":"markup"}}');
  localStorage.setItem("policymark.rescue.a", JSON.stringify({ ...kept("a", "from nowhere", 0), edition: "9" }));
  await putBack(shelf);
  expect((await store.list()).map(({ id }) => id)).toEqual(["a"]);
  expect((await store.find("a"))!.kept.text).toBe("kept");
  expect(versions).toEqual(["from nowhere"]);
  expect(waiting().sort()).toEqual(["policymark.rescue.broken", "policymark.rescue.null", "policymark.rescue.proto"]);
});
