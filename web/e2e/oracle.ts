import { execFileSync, spawn } from "node:child_process";
import { root } from "./server.ts";

const program = `${root}build/policymark${process.platform === "win32" ? ".exe" : ""}`;

/** Compiles the command line, which reads a text independently of the page. */
export function buildOracle(): void {
  execFileSync("go", ["build", "-o", program, "./core/cmd/policymark"], { cwd: root, stdio: "inherit" });
}

/** Reading is what the command line finds in a text. */
export interface Reading {
  marks: number;
  practices: string[];
  problems: number;
}

async function run(verb: string[], text: string): Promise<string> {
  const child = spawn(program, verb, { stdio: ["pipe", "pipe", "pipe"] });
  let out = "";
  child.stdout.setEncoding("utf8").on("data", (part: string) => (out += part));
  child.stdin.end(text);
  // check ends with 1 where there is an error in the text.
  await new Promise<void>((done, fail) => {
    child.once("error", fail);
    child.once("close", (status) =>
      status === 0 || status === 1 ? done() : fail(new Error(`${verb[0]}: status ${status}`)),
    );
  });
  return out;
}

/** readByCommand reads a text as the command line does. */
export async function readByCommand(text: string): Promise<Reading> {
  const [marks, practices, problems] = await Promise.all([
    run(["marks"], text),
    run(["practices"], text),
    run(["check", "--format", "json"], text),
  ]);
  return {
    marks: (JSON.parse(marks) as { marks: unknown[] }).marks.length,
    practices: listOf(JSON.parse(practices), "practices").map((p) => (p as { action: { text: string } }).action.text),
    problems: listOf(JSON.parse(problems), "problems").filter((p) => !(p as { ignored: boolean }).ignored).length,
  };
}

/** A list by itself, or in an object under a name. */
function listOf(value: unknown, name: string): unknown[] {
  if (Array.isArray(value)) return value;
  const inner = (value as Record<string, unknown>)[name];
  if (Array.isArray(inner)) return inner;
  throw new Error(`the command line answered without ${name}`);
}
