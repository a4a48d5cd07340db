import { describe, expect, it } from "vitest";
import { loadPages, pageOf } from "./pages.ts";
import { readPage } from "./page.ts";
import { texts } from "./texts.ts";

const page = `# some-rule

Severity: info

## 标题

第一段，有 \`(代码)\` 在内。

第二段。

## A title

First, with \`(code)\` in it.

## Examples

It reports:

\`\`\`policymark
---
## no heading
---
(a)
\`\`\`

\`\`\`problems
20–23 “(a)”
  中文消息
  a message
  safe fix: 改正 / mend it
    a
  b
  fix: 另一个 / another
    c
\`\`\`

It is silent:

\`\`\`policymark
b
\`\`\`

\`\`\`problems
\`\`\`
`;

describe("the page of a rule", () => {
  it("is read in both languages", () => {
    const zh = readPage(page, "zh");
    expect(zh.title).toBe("标题");
    expect(zh.paragraphs).toEqual([
      [
        { text: "第一段，有 ", code: false },
        { text: "(代码)", code: true },
        { text: " 在内。", code: false },
      ],
      [{ text: "第二段。", code: false }],
    ]);
    expect(zh.examples[0]!.findings[0]).toMatchObject({ message: "中文消息", fixes: ["改正", "另一个"] });
    const en = readPage(page, "en");
    expect(en.title).toBe("A title");
    expect(en.examples).toEqual([
      {
        text: "---\n## no heading\n---\n(a)",
        findings: [{ from: 20, to: 23, message: "a message", fixes: ["mend it", "another"] }],
      },
      { text: "b", findings: [] },
    ]);
  });

  it("is whole for every rule", async () => {
    await loadPages();
    const rules = Object.keys(texts).map((path) => /([^/]+)\.md$/.exec(path)![1]!.replaceAll("_", "-"));
    expect(rules.length).toBeGreaterThan(20);
    for (const rule of rules) {
      for (const lang of ["zh", "en"] as const) {
        const { title, paragraphs, examples } = pageOf(rule, lang)!;
        expect(title, rule).toMatch(lang === "zh" ? /\p{Script=Han}/u : /^[A-Z“]/);
        expect(paragraphs.length, rule).toBeGreaterThan(0);
        const findings = examples.flatMap((example) =>
          example.findings.map((finding) => ({ ...finding, text: example.text })),
        );
        expect(findings.length, rule).toBeGreaterThan(0);
        expect(
          examples.some((example) => example.findings.length === 0),
          rule,
        ).toBe(true);
        const raw = texts[`../../../core/rules/${rule.replaceAll("-", "_")}.md`];
        for (const { message, from, to, text } of findings) {
          expect(message, rule).not.toBe("");
          // The page quotes what stands there, so that places are counted alike.
          expect(raw).toContain(`${from}–${to} “${[...text].slice(from, to).join("")}”`);
        }
      }
    }
    expect(pageOf("no-such-rule", "zh")).toBeUndefined();
  });
});
