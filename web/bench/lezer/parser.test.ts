import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parser, plainOf } from "./parser.mjs";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** What our own reading finds, by the command. */
function ours(text: string): { plain: string; marks: { kind: string; start: number; end: number }[] } {
  const said = execFileSync("go", ["run", "./core/cmd/policymark", "marks"], {
    cwd: path("../../../"),
    input: text,
    encoding: "utf8",
  });
  const { plain, marks } = JSON.parse(said) as ReturnType<typeof ours>;
  return { plain, marks: marks.map(({ kind, start, end }) => ({ kind, start, end })) };
}

/** The milliseconds that the command may take, which the first test may have to compile. */
const compiling = 120_000;

// A comparison of speed counts only where both find the same.
describe("Lezer finds the marks that we find", () => {
  const examples = readdirSync(path("../../examples"))
    .filter((name) => name.includes(".policymark."))
    .map((name) => [name, readFileSync(path(`../../examples/${name}`), "utf8")]);
  it.each([
    ...examples,
    [
      "nested, escaped, qualified",
      "若{您向(我们)[提供\\|给]<手机号|=a>}，\\(1\\)（<相机（摄像头）>）1\\.\n{over\na line} a|b 𠮷<x>\n\n[c|not share](d)\n",
    ],
  ])(
    "%s",
    (_name, text) => {
      expect(plainOf(parser.parse(text!), text!)).toEqual(ours(text!));
    },
    compiling,
  );
});
