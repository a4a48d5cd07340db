import type { Lang } from "../engine/protocol.gen.ts";

/** Inline is a run of text, of code where it stands between backquotes. */
export interface Inline {
  text: string;
  code: boolean;
}

/** Finding is what a rule says of an example: of the characters from From up to To,
 * counted in Unicode characters. */
export interface Finding {
  from: number;
  to: number;
  message: string;
  fixes: string[];
}

/** Example is a text and what the rule finds in it. */
export interface Example {
  text: string;
  findings: Finding[];
}

/** RulePage is what a person reads about a rule in one language. */
export interface RulePage {
  title: string;
  paragraphs: Inline[][];
  examples: Example[];
}

const languages: readonly Lang[] = ["zh", "en"];

/**
 * readPage reads a rule's page: "# name", "Severity: …", a section in Chinese and
 * one in English, and "## Examples" with pairs of fenced blocks, the text and the
 * problems that the rule finds in it.
 */
export function readPage(markdown: string, lang: Lang): RulePage {
  const [, ...sections] = split(markdown);
  const section = sections[languages.indexOf(lang)] ?? { title: "", body: [] };
  const examples = sections[languages.length]?.body ?? [];
  return {
    title: section.title,
    paragraphs: paragraphs(section.body),
    examples: readExamples(examples, lang),
  };
}

interface Section {
  title: string;
  body: string[];
}

/** Splits a page at its headings of the second level, which no fence hides. */
function split(markdown: string): Section[] {
  const sections: Section[] = [{ title: "", body: [] }];
  let fenced = false;
  for (const line of markdown.split("\n")) {
    if (line.startsWith("```")) fenced = !fenced;
    if (!fenced && line.startsWith("## ")) sections.push({ title: line.slice(3).trim(), body: [] });
    else sections.at(-1)!.body.push(line);
  }
  return sections;
}

function paragraphs(lines: string[]): Inline[][] {
  return lines
    .join("\n")
    .split(/\n{2,}/)
    .map((text) => text.trim().replaceAll("\n", " "))
    .filter((text) => text !== "")
    .map((text) =>
      text
        .split("`")
        .map((part, i) => ({ text: part, code: i % 2 === 1 }))
        .filter((part) => part.text !== ""),
    );
}

function readExamples(lines: string[], lang: Lang): Example[] {
  const examples: Example[] = [];
  let block: string[] | null = null;
  let name = "";
  for (const line of lines) {
    if (!line.startsWith("```")) {
      block?.push(line);
    } else if (block === null) {
      block = [];
      name = line.slice(3).trim();
    } else {
      if (name === "policymark") examples.push({ text: block.join("\n"), findings: [] });
      else if (name === "problems") examples.at(-1)!.findings = readFindings(block, lang);
      block = null;
    }
  }
  return examples;
}

/** A finding's place, its message in each language, its fixes, each with the text
 * that it makes. */
function readFindings(lines: string[], lang: Lang): Finding[] {
  const findings: Finding[] = [];
  let messages = 0;
  for (const line of lines) {
    const place = /^(\d+)–(\d+) “/.exec(line);
    const fix = /^ {2}(?:safe )?fix: (.*)$/.exec(line);
    const finding = findings.at(-1);
    if (place) {
      findings.push({ from: Number(place[1]), to: Number(place[2]), message: "", fixes: [] });
      messages = 0;
    } else if (fix && finding) {
      finding.fixes.push(fix[1]!.split(" / ")[languages.indexOf(lang)] ?? fix[1]!);
    } else if (finding && messages < languages.length && /^ {2}\S/.test(line)) {
      if (messages++ === languages.indexOf(lang)) finding.message = line.trim();
    }
  }
  return findings;
}
