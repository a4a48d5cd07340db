import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { viewOf } from "../analysis/looking.ts";
import { fingerprint, methods, type Method, type Report, type View } from "./protocol.gen.ts";
import { run } from "./runtime.ts";
import type { Answer } from "./transport.ts";

// What the engine that ships does with messages that no page should send.

const read = (path: string) => readFileSync(new URL(path, import.meta.url));
const policy = read("../../examples/shop-zh.policymark.txt").toString("utf8");

let ended: string | undefined;

beforeAll(async () => {
  const module = await WebAssembly.compile(new Uint8Array(read("../../../build/engine.wasm")));
  await run(module, (reason) => (ended = reason));
}, 60_000);

/** Asks as a page would, but anything. Throws when the engine died of it. */
function ask(...args: unknown[]): Answer {
  const answer = (globalThis.policymark as unknown as (...args: unknown[]) => Answer | undefined)(...args);
  if (!answer) throw new Error(`the engine ended: ${ended}`);
  return answer;
}

/** What was asked, for who reads why a test failed. */
function told(args: unknown[]): string {
  const short = (_: string, value: unknown) =>
    typeof value === "string" ? value.slice(0, 200) : typeof value === "object" ? value : String(value);
  return JSON.stringify(args, short).slice(0, 3000);
}

function refusal(...args: unknown[]): string {
  const { json, message } = ask(...args);
  if (json !== undefined) throw new Error(`answered: ${told(args)}`);
  return message!;
}

/** Asks what may be answered or refused; an engine that failed is neither. */
function sane(...args: unknown[]): Answer {
  const answer = ask(...args);
  if (answer.json === undefined) {
    if (!answer.message || answer.message.includes("the engine failed"))
      throw new Error(`${answer.message}: ${told(args)}`);
    expect(["stale", "refused", "broken"]).toContain(answer.code);
  }
  return answer;
}

/** Documents by their numbers: one that is not touched, and one that is. */
const kept = 0;
const tried = 1;

/** A place in a request, and what it holds. */
interface Leaf {
  path: string[];
  name: string;
  want: string;
}

const right: Record<string, () => unknown> = {
  "a string": () => "",
  "a whole number": () => 0,
  "a boolean": () => false,
  "an object": () => ({}),
  "a list": () => [undefined],
  "a Uint8Array": () => new Uint8Array(),
};

/** Makes a right request by doing what the engine says is wrong with it. */
function follow(method: Method): { request: Record<string, unknown>; leaves: Leaf[] } {
  const request = {};
  const leaves: Leaf[] = [];
  for (;;) {
    const { message } = ask(method, request, tried);
    const [, name, want] = /^policymark: (\S+): want (.+), got undefined$/.exec(message ?? "") ?? [];
    if (!name || !want) return { request, leaves };
    const path = name
      .split(/[.[\]]+/)
      .filter(Boolean)
      .slice(1);
    if (leaves.at(-1)?.name === name) throw new Error(`${name} was given`);
    leaves.push({ path, name, want });
    put(request, path, right[want]!());
  }
}

function put(request: object, path: string[], value: unknown): void {
  let at = request as Record<string, unknown>;
  for (const name of path.slice(0, -1)) at = at[name] as Record<string, unknown>;
  at[path.at(-1)!] = value;
}

function reaches(request: object, path: string[]): boolean {
  let at: unknown = request;
  for (const name of path.slice(0, -1)) at = (at as Record<string, unknown> | undefined)?.[name];
  return at !== undefined;
}

let requests: Map<Method, ReturnType<typeof follow>>;
let view: View;

beforeAll(() => {
  requests = new Map(methods.map((method) => [method, follow(method)]));
  const rows = { first: 0, count: 20 };
  view = { ...viewOf(policy, "en"), visible: { from: 0, to: 1e9 }, problems: rows, practices: rows, ticks: 100 };
  load(kept, policy);
  prepare(tried);
  before = state();
}, 60_000);

const load = (document: number, text: string) =>
  JSON.parse(ask("load", { version: 1, text, view, levels: [] }, document).json!) as Report;
const textOf = (document: number, version = 1): string =>
  (JSON.parse(ask("plain", { version, lang: "en", from: 0, to: 1e9 }, document).json!) as { text: string }).text;

const sourceOf = (document: number, version = 1): string =>
  new TextDecoder().decode(
    ask("encode", { version, original: new Uint8Array(), reading: "markup", lang: "en" }, document).data,
  );

/** Gives a document all that there is to ask about: comparisons too. */
function prepare(document: number): void {
  load(document, policy);
  for (const kind of ["drift", "carry", "practices", "text", "annotators"]) {
    const text =
      kind === "annotators" ? policy.replace("(我们)", "我们") : policy.replace("我们", "他们").replace("收集", "");
    ask("giveText", { lang: "en", place: 0, text, add: false }, document);
    const { message } = ask("compare", { version: 1, lang: "en", kind, others: 1, older: false }, document);
    expect(message, kind).toBeUndefined();
    while (!(JSON.parse(ask("stepComparison", { lang: "en", kind }, document).json!) as { ended: boolean }).ended);
  }
}

let before: string;
const state = () =>
  textOf(kept) + JSON.stringify({ ...JSON.parse(ask("look", { version: 1, view }, kept).json!), serial: 0 });
const isAsBefore = () => expect(state() === before && ended === undefined, "the engine answers as before").toBe(true);

/** Values of every type that JavaScript has. */
const anything: [string, unknown][] = [
  ["undefined", undefined],
  ["null", null],
  ["boolean", true],
  ["number", 1],
  ["NaN", NaN],
  ["+Inf", Infinity],
  ["-Inf", -Infinity],
  ["1.5", 1.5],
  ["9.007199254740992e+15", 2 ** 53],
  ["9.223372036854776e+18", 2 ** 63],
  ["1e+308", 1e308],
  ["string", "1"],
  ["object", { length: 3e9 }],
  ["object", [[]]],
  ["object", new Uint8Array(2)],
  ["object", new ArrayBuffer(2)],
  ["object", Object.create(null)],
  ["function", (_a: unknown, _b: unknown) => 1],
  ["symbol", Symbol("s")],
  ["a value of another type", 10n],
];

const isRight: Record<string, (value: unknown) => boolean> = {
  "a string": (value) => typeof value === "string",
  "a whole number": (value) => Number.isSafeInteger(value),
  "a boolean": (value) => typeof value === "boolean",
  "an object": (value) => typeof value === "object" && value !== null,
  "a list": Array.isArray,
  "a Uint8Array": (value) => value instanceof Uint8Array,
};

/** Words that requests know. */
const words =
  "en data actor action purpose section document range alike score clause text place near drift carry practices annotators error".split(
    " ",
  );

/** Right values that no page would send. */
const odd: Record<string, unknown[]> = {
  "a string": ["", "__proto__", "constructor", "\ud800", "\0", "<a|b>[(", "x".repeat(100_000), ...words],
  "a whole number": [-1, 1, 7, 3000, 2 ** 31, 2 ** 32, -(2 ** 31), Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER],
  "a boolean": [true],
  "an object": [],
  "a list": [[]],
  "a Uint8Array": [new Uint8Array([0xff, 0xfe, 0]), new Uint8Array(1000)],
};

function generator(seed: number): (below: number) => number {
  return (below) => (seed = (seed * 48271) % 2147483647) % below;
}

describe("the engine that ships", () => {
  it("says of each method what it wants, until a request is right", () => {
    for (const [method, { request, leaves }] of requests) {
      expect(leaves.length, method).toBeGreaterThan(0);
      expect(ask(method, request, tried).message ?? "", method).not.toContain("want");
    }
    isAsBefore();
  });

  it("says what is wrong, and where, of values of another type", () => {
    for (const [method, { request, leaves }] of requests) {
      for (const { path, name, want } of leaves) {
        for (const [got, value] of anything) {
          if (isRight[want]!(value)) continue;
          const copy = structuredClone(request);
          put(copy, path, value);
          const message = refusal(method, copy, tried);
          if (want !== "an object")
            expect(message).toBe(`policymark: ${name}: want ${want}, got ${got === "number" ? "1" : got}`);
          else expect(message).toContain(name);
        }
      }
      isAsBefore();
    }
  }, 120_000);

  it("looks no further than the first mistake of a list", () => {
    const edit = requests.get("edit")!.request;
    expect(refusal("edit", { ...edit, changes: new Array(2 ** 22) }, tried)).toBe(
      "policymark: edit.changes[0]: want an object, got undefined",
    );
    expect(refusal("edit", { ...edit, changes: new Array(2 ** 30) }, tried)).toContain(
      "edit.changes: want a list of at most",
    );
    isAsBefore();
  });

  it("answers or refuses odd values", { tags: "rest", timeout: 300_000 }, () => {
    const below = generator(11);
    for (const [method, { request, leaves }] of requests) {
      for (let round = 0; round < 100; round++) {
        const odds = structuredClone(request);
        for (const { path, want } of leaves) {
          // Mostly of the version that there is, or it would all be stale.
          const isVersion = (path.at(-1) === "version" || path.at(-1) === "base") && below(20) > 0;
          const values = isVersion ? [1] : odd[want]!;
          // Within a list that is now empty there is nothing to set.
          if (values.length === 0 || !reaches(odds, path) || (!isVersion && below(4) === 0)) continue;
          put(odds, path, structuredClone(values[below(values.length)]));
        }
        sane(method, odds, tried);
      }
      prepare(tried);
      isAsBefore();
    }
  });

  it("answers or refuses anything that is no call", () => {
    const values = [
      ...anything.map(([, value]) => value),
      ...methods,
      "__proto__",
      "constructor",
      "toString",
      "x".repeat(1e6),
      {},
      0,
      -1,
      2 ** 40,
    ];
    const below = generator(5);
    for (let i = 0; i < 5_000; i++) {
      const message = refusal(...Array.from({ length: below(5) }, () => values[below(values.length)]));
      expect(message).toContain("policymark: ");
      expect(message.length).toBeLessThan(1000);
    }
    isAsBefore();
  }, 60_000);

  it("refuses a page of another version", () => {
    for (const protocol of ["", "1", `${fingerprint}0`, "__proto__"]) {
      expect(ask("hello", { protocol, lang: "en" }, kept)).toMatchObject({
        code: "refused",
        message: expect.stringContaining("reload the page"),
      });
    }
    expect(ask("hello", { protocol: fingerprint, lang: "en" }, kept).json).toBeDefined();
  });

  it("knows no document that it was not given, and no other version of one", () => {
    for (const document of [7, -7, Number.MAX_SAFE_INTEGER]) {
      expect(ask("look", { version: 1, view }, document)).toMatchObject({
        code: "stale",
        message: expect.stringContaining("has version 0"),
      });
    }
    for (const version of [0, 2, -1, 2 ** 40]) {
      expect(ask("look", { version, view }, kept)).toMatchObject({
        code: "stale",
        message: expect.stringContaining("has version 1"),
      });
      expect(ask("edit", { base: version, version: 9, changes: [], view }, kept)).toMatchObject({ code: "stale" });
    }
    isAsBefore();
  });

  it("takes edits that lie in the text and cut no character, and no others", () => {
    const below = generator(3);
    const pieces = ["x", "我们", "😀", "(😀)", "\n\n", "<", "\\", ""];
    let text = "(我们)会[收集]😀<姓名>。\n\n😀😀";
    let version = 1;
    load(tried, text);
    const cuts = (at: number) => at > 0 && at < text.length && !text.slice(0, at).isWellFormed();
    let [taken, refused] = [0, 0];
    for (let i = 0; i < 3000; i++) {
      const odd = [-1, text.length + 1, 2 ** 40, -(2 ** 40)];
      const place = () => (below(12) === 0 ? odd[below(4)]! : below(text.length + 1));
      const changes = Array.from({ length: 1 + below(2) }, () => {
        const ends = [place(), place()];
        if (below(12) > 0) ends.sort((a, b) => a - b);
        return { from: ends[0]!, to: below(2) ? ends[0]! : ends[1]!, insert: pieces[below(pieces.length)]! };
      });
      let at = 0;
      let after = "";
      const isRight = changes.every(({ from, to, insert }) => {
        if (from < at || to < from || to > text.length || cuts(from) || cuts(to)) return false;
        after += text.slice(at, from) + insert;
        at = to;
        return true;
      });
      const { json, code, message } = ask("edit", { base: version, version: version + 1, changes, view }, tried);
      if (isRight) {
        text = after + text.slice(at);
        version++;
        taken++;
        expect(json, message).toBeDefined();
      } else {
        refused++;
        expect(code, JSON.stringify({ changes, text })).toBe("stale");
      }
      expect(sourceOf(tried, version)).toBe(text);
      if (text.length > 400) load(tried, ((version = 1), (text = text.slice(0, 100).toWellFormed())));
    }
    expect(Math.min(taken, refused)).toBeGreaterThan(500);
    isAsBefore();
  }, 60_000);

  it("reads what is nested deeply, in the text and in a message", { tags: "rest", timeout: 120_000 }, () => {
    const opened = ["(", "([<{", "<a|", "（包括", "“", "\\", "> ", "# "].map((one) => one.repeat(30_000));
    for (const deep of [...opened, `${"([<{".repeat(8_000)}x${"}>])".repeat(8_000)}`]) {
      expect(load(tried, deep).length).toBe(deep.length);
      expect(sane("render", { ...requests.get("render")!.request, text: deep }, tried).json).toBeDefined();
    }
    let nested: object = {};
    for (let i = 0; i < 100_000; i++) nested = { nested };
    expect(ask("look", { version: 1, view: { ...view, nested }, nested }, kept).json).toBeDefined();
    expect(refusal("look", { version: nested, view }, kept)).toContain("look.version: want a whole number");
    isAsBefore();
  });

  it("takes 50 MB, or refuses them", { tags: "rest", timeout: 300_000 }, () => {
    const huge = "x".repeat(50_000_000);
    const bytes = new Uint8Array(50_000_000).fill(0x61);
    for (const [method, { request, leaves }] of requests) {
      for (const { path, want } of leaves) {
        if (!["text", "data", "words", "search", "rule", "insert", "protocol", "original"].includes(path.at(-1)!))
          continue;
        const copy = structuredClone(request);
        for (const leaf of leaves) if (["version", "base"].includes(leaf.path.at(-1)!)) put(copy, leaf.path, 1);
        put(copy, path, want === "a string" ? huge : bytes);
        const { message } = sane(method, copy, tried);
        expect(message?.length ?? 0).toBeLessThan(1000);
        load(tried, policy);
      }
    }
    isAsBefore();
  });
});
