import { readFileSync } from "node:fs";
import { ChangeSet, Text } from "@codemirror/state";
import { beforeAll, expect, it } from "vitest";
import type { Method, Report, View } from "../engine/protocol.gen.ts";
import { ask, run } from "../engine/runtime.ts";
import { completed } from "./kept.ts";
import { viewOf } from "./looking.ts";
import { toWire } from "./wire.ts";

const read = (path: string) => readFileSync(new URL(path, import.meta.url));

beforeAll(async () => {
  await run(await WebAssembly.compile(new Uint8Array(read("../../../build/engine.wasm"))), () => {});
}, 60_000);

const report = (method: Method, request: object, document: number): Report => {
  const { json, message } = ask(globalThis.policymark, method, request, document);
  if (json === undefined) throw new Error(message);
  return JSON.parse(json) as Report;
};

/** What is typed: prose, marks, definitions, titles, brackets alone, empty lines. */
const pieces = [
  "x",
  "我们",
  "(",
  ">",
  "\n\n",
  "(我们)[收集]<设备信息>。",
  "“个人信息”是指<姓名>。",
  "一、如何使用\n\n",
  "{为了安全}",
  " ",
];

it("a report that builds on the one before says what one that tells all says", {
  tags: "rest",
  timeout: 120_000,
}, () => {
  let random = 7;
  const below = (n: number) => (random = (random * 48271) % 2147483647) % n;
  let doc = Text.of(read("../../examples/shop-zh.policymark.txt").toString("utf8").split("\n"));
  let version = 1;
  let view: View = viewOf(doc.toString(), "zh");
  let before = report("load", { version, text: doc.toString(), view, levels: [] }, 0);
  report("load", { version, text: doc.toString(), view, levels: [] }, 1);
  let kept = 0;
  for (let i = 0; i < 400; i++) {
    const at = below(doc.length + 1);
    const to = below(3) === 0 ? Math.min(doc.length, at + below(40)) : at;
    const isEdit = below(5) > 0;
    const changes = isEdit
      ? ChangeSet.of({ from: at, to, insert: pieces[below(pieces.length)]! }, doc.length, "\n")
      : null;
    if (below(8) === 0) view = { ...view, practices: { first: below(40), count: 5 + below(30) } };
    if (below(30) === 0) view = { ...view, lang: view.lang === "zh" ? "en" : "zh" };
    view = { ...view, caret: at };
    const question = (known: number) => {
      const looking = { ...view, known };
      return changes
        ? { base: version, version: version + 1, changes: toWire(changes, doc, changes.apply(doc)), view: looking }
        : { version, view: looking };
    };
    const method = changes ? "edit" : "look";
    // Now and then the page has lost the report before.
    const known = below(12) === 0 ? null : before;
    const told = report(method, question(known?.serial ?? 0), 0);
    const all = report(method, question(0), 1);
    kept += told.practices.kept.filter((number) => number >= 0).length;
    before = completed(told, known, changes?.desc ?? null);
    expect({ ...before, serial: 0 }).toEqual({ ...all, serial: 0 });
    if (changes) {
      doc = changes.apply(doc);
      version++;
    }
  }
  // Or the test would be of nothing.
  expect(kept).toBeGreaterThan(2500);
});
