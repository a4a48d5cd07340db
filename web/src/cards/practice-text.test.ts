import { expect, test } from "vitest";
import type { Practice, Value } from "../engine/protocol.gen.ts";
import { tableText } from "./practice-text.ts";

const value = (text: string): Value => ({ text, from: 0, to: 0 }) as Value;

/** A practice in which everything is called the same. */
const called = (text: string): Practice =>
  ({
    actors: [value(text)],
    action: value(text),
    categoryName: "",
    negated: false,
    data: [value(text)],
    groups: [],
    purposes: [value(text)],
    conditions: [],
    recipients: [],
    section: [text],
  }) as unknown as Practice;

test("no cell of a table is a formula, nor more than one cell", () => {
  for (const text of ["=cmd()", "+1", "-x", "@a", "＝cmd()", "\u3000＋1", " =1", "a\t=1", "a\n=1", "__proto__"]) {
    const rows = tableText([called(text)]).split("\n");
    expect(rows).toHaveLength(2);
    const cells = rows[1]!.split("\t");
    expect(cells).toHaveLength(7);
    for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
    expect(rows[1]).toContain(text.replace(/[\t\n]/, " "));
  }
});
