import { expect, test } from "vitest";
import type { Practice } from "../engine/protocol.gen.ts";
import { practice, value } from "./practice.sample.ts";
import { tableText } from "./practice-text.ts";

/** A practice in which everything is called the same. */
const called = (text: string): Practice => ({
  ...practice,
  actors: [value(text)],
  action: value(text),
  data: [value(text)],
  purposes: [value(text)],
  section: [text],
});

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
