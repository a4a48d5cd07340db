import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { openDB } from "idb";
import { beforeEach, expect, test, vi } from "vitest";
import { Memory } from "./memory.ts";

vi.stubGlobal("window", globalThis);
beforeEach(() => vi.stubGlobal("indexedDB", new IDBFactory()));

test("what is damaged of what was learned is as if it had never been", async () => {
  const first = new Memory();
  first.keep("a", [{ text: "姓名", kind: "data", accepted: 2, rejected: 0 }]);
  first.skip("a", "s1");
  await vi.waitFor(async () => {
    const kept = new Memory();
    await kept.load();
    expect(kept.learned("")).toHaveLength(1);
    expect(kept.skipped("a")).toEqual(["s1"]);
  });
  const db = await openDB("policymark-learned", 1);
  await db.put("marked", { id: "b" });
  await db.put("marked", { id: "c", rows: [null, ["x", "__proto__", 1]] });
  await db.put("decisions", { key: "1", text: 5, kind: "data", accepted: 1, rejected: 0 });
  await db.put("decisions", { key: "2", text: "x", kind: "data", accepted: "1", rejected: 0 });
  await db.put("skipped", { id: "d", ids: { length: 1 } });
  db.close();
  const memory = new Memory();
  await memory.load();
  expect(memory.learned("")).toEqual([{ text: "姓名", kind: "data", accepted: 2, rejected: 0 }]);
  expect(memory.skipped("a")).toEqual(["s1"]);
  expect(memory.skipped("d")).toEqual([]);
});
