import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { assemble } from "./single-file.ts";

const html = `<!doctype html>
<html lang="zh">
  <head>
    <meta charset="utf-8" />
    <title>Page</title>
    <script type="module" crossorigin src="./assets/index.js"></script>
    <link rel="stylesheet" crossorigin href="./assets/index.css">
  </head>
  <body></body>
</html>
`;
const engine = new Uint8Array([0, 97, 115, 109, 1, 2, 3]);
const script = 'const a = "</script><!--<script>", b = `</SCRIPT>$&`;';
const style = "p { color: red }";
const notices = "# Notices\n| a | b |\n|---|---|\n";
const page = assemble({ html, script, style, engine, notices });

/** The text in each element of that name, read as a browser does: to the first end tag. */
function inside(tag: string): string[] {
  return [...page.matchAll(new RegExp(`<${tag}[^>]*>(.*?)</${tag}`, "gis"))].map((match) => match[1]!);
}

describe("the single file", () => {
  it("holds the script, which nothing in it can end, and the style", () => {
    const [running, data, ...rest] = inside("script");
    expect(rest).toEqual([]);
    expect(Function(`${running}; return a + b`)()).toBe(Function(`${script}; return a + b`)());
    expect(inside("style")).toEqual([`\n${style}\n`]);
    expect(gunzipSync(Buffer.from(data!, "base64"))).toEqual(Buffer.from(engine));
  });

  it("asks for no other file", () => {
    expect(page).not.toMatch(/\s(?:src|href)=/);
  });

  it("allows what it holds and nothing else, before anything else is read", () => {
    const [, policy] = /<meta charset="utf-8" \/>\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(
      page,
    )!;
    const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).toContain(`script-src ${hash(inside("script")[0]!)} 'wasm-unsafe-eval';`);
    expect(policy).toContain(`style-src ${hash(inside("style")[0]!)};`);
    expect(policy).not.toContain("unsafe-inline");
    expect(policy).not.toContain("'self'");
  });

  it("carries the notices at its end, in a comment that they cannot end", () => {
    expect(page.trimEnd().endsWith(`</html>\n<!--\n${notices}\n-->`)).toBe(true);
    expect(() => assemble({ html, script, style, engine, notices: "a --> b" })).toThrow("comment");
  });

  it("has no style where there is none", () => {
    const bare = assemble({ html, script, style: "", engine, notices });
    expect(bare).toContain("style-src 'none'");
    expect(bare).not.toContain("<style");
  });
});
