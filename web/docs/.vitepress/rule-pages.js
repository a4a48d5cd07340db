import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { escape } from "../../../dist/package/fence.js";
import { readPage } from "../../src/rules/page.ts";
import { en, zh } from "../../src/words/elements.ts";
import { rules as words } from "./words.js";

const severities = ["error", "warning", "info"];
const severityWords = { zh: zh.severity, en: en.severity };

/**
 * Writes a page for each rule and one that lists them, in both languages, from the
 * rules' own pages. Returns the groups of rules, each rule with its name, severity
 * and titles.
 */
export function writeRulePages(from, to) {
  const groups = readGroups(from);
  for (const [lang, folder] of [
    ["zh", `${to}rules/`],
    ["en", `${to}en/rules/`],
  ]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}index.md`, list(groups, lang));
    groups.forEach((rules, group) => {
      for (const rule of rules) writeFileSync(`${folder}${rule.name}.md`, page(rule, words[lang].groups[group], lang));
    });
  }
  return groups;
}

/** The rules in their order, in groups: rules.go parts these by blank lines. */
function readGroups(from) {
  const [, list] = /All = \[\]\*rule\.Rule\{\n(.*?)\n\}/s.exec(readFileSync(`${from}rules.go`, "utf8"));
  const sizes = list.split(/\n\s*\n/).map((group) => group.trim().split("\n").length);
  const rows = [...readFileSync(`${from}README.md`, "utf8").matchAll(/^\| \[([a-z-]+)\]\((\w+\.md)\) \| (\w+) \|/gm)];
  if (sizes.length !== words.zh.groups.length || sizes.reduce((a, b) => a + b) !== rows.length)
    throw new Error("rules.go and its README do not list the same rules, or a group has no name");
  const rules = rows.map(([, name, file, severity]) => {
    const markdown = readFileSync(from + file, "utf8");
    return { name, severity, zh: readPage(markdown, "zh"), en: readPage(markdown, "en") };
  });
  return sizes.map((size) => rules.splice(0, size));
}

const badge = (severity, lang) => `<span class="severity ${severity}">${severityWords[lang][severity]}</span>`;

const capital = (text) =>
  text.replace(/^(“?)(\p{Ll})(?=[\p{L} ])/u, (_, quote, letter) => quote + letter.toUpperCase());

function page({ name, severity, ...texts }, group, lang) {
  const { title, paragraphs, examples } = texts[lang];
  const w = words[lang];
  const inline = (runs) =>
    runs.map(({ text, code }) => (code ? `<code>${escape(text)}</code>` : escape(text))).join("");
  const section = (heading, some) =>
    some.length === 0 ? [] : [`## ${heading}`, ...some.map((example) => figure(example, severity, lang))];
  return [
    `# ${escape(title)}`,
    `<p class="facts">${badge(severity, lang)} <code>${name}</code> ${group}</p>`,
    ...paragraphs.map((runs) => `<p>${inline(runs)}</p>`),
    ...section(
      w.finds,
      examples.filter(({ findings }) => findings.length > 0),
    ),
    ...section(
      w.passes,
      examples.filter(({ findings }) => findings.length === 0),
    ),
    "",
  ].join("\n\n");
}

/** An example with what the rule finds underlined, in one line: a blank one would end it. */
function figure({ text, findings }, severity, lang) {
  const w = words[lang];
  const characters = [...text];
  const parts = [];
  let at = 0;
  for (const { from, to } of [...findings].sort((a, b) => a.from - b.from)) {
    if (from < at || to <= from) continue;
    parts.push(
      escape(characters.slice(at, from).join("")),
      `<mark class="${severity}">${escape(characters.slice(from, to).join(""))}</mark>`,
    );
    at = to;
  }
  parts.push(escape(characters.slice(at).join("")));
  const found = findings.map(
    ({ message, fixes }) =>
      `<li>${escape(capital(message))}${fixes.map((fix) => `<div class="fix">${escape(w.fix(capital(fix)))}</div>`).join("")}</li>`,
  );
  const list = found.length > 0 ? `<ul>${found.join("")}</ul>` : "";
  return `<figure class="example"><pre translate="no">${parts.join("")}</pre>${list}</figure>`.replaceAll(
    "\n",
    "&#10;",
  );
}

function list(groups, lang) {
  const w = words[lang];
  const link = (rule) => `[${rule[lang].title}](./${rule.name}.md)`;
  const rules = groups.flat();
  return [
    `# ${w.title}`,
    w.intro,
    `## ${w.byGroup}`,
    ...groups.flatMap((some, i) => [
      `### ${w.groups[i]}`,
      [
        `| ${w.columns.join(" | ")} |`,
        "|---|---|---|",
        ...some.map((rule) => `| ${badge(rule.severity, lang)} | ${link(rule)} | \`${rule.name}\` |`),
      ].join("\n"),
    ]),
    `## ${w.bySeverity}`,
    ...severities.flatMap((severity) => [
      `### ${w.severities[severity]}`,
      rules
        .filter((rule) => rule.severity === severity)
        .map(link)
        .join(w.comma),
    ]),
    `## ${w.levels}`,
    w.levelsText,
    "",
  ].join("\n\n");
}
