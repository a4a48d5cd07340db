import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { browserLang, catalogues } from "./words.ts";

/** The paths of all entries of a catalogue, with what kind of entry each is. */
function entries(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) {
    return [`${path}: ${typeof value === "function" ? `function of ${value.length}` : typeof value}`];
  }
  return Object.entries(value).flatMap(([key, inner]) => entries(inner, `${path}.${key}`));
}

/** The texts of a catalogue, those with numbers and names in them filled in. */
function texts(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") return [[path, String((value as (...all: unknown[]) => unknown)(3, 7, "x", "y"))]];
  return Object.entries(value as object).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

test("both languages have the same messages", () => {
  expect(entries(catalogues.zh).sort()).toEqual(entries(catalogues.en).sort());
});

test("no message is empty, but the modality of a practice without one", () => {
  for (const catalogue of Object.values(catalogues)) {
    const empty = texts(catalogue).filter(([, text]) => text.trim() === "");
    expect(empty.map(([path]) => path)).toEqual([".practices.modality.none"]);
  }
});

test("the Chinese messages are Chinese, with the words that the engine uses", () => {
  const same = new Set([
    ".product",
    ".toolbar.otherLanguage",
    ".toolbar.otherLanguageHint",
    ".toolbar.languages.en",
    ".problems.count",
    ".problems.comma",
    ".practices.modality.none",
    ".practices.quoted",
    ".bytes",
    ".toolbar.withKey",
    ".keys.within",
    ".help.means",
    ".panels.copy.separator",
    ".panels.copy.colon",
    ".panels.copy.with",
    ".practices.quoted",
    ".compare.agreement.between",
  ]);
  for (const [path, text] of texts(catalogues.zh)) {
    if (same.has(path)) continue;
    expect(text, path).toMatch(/\p{Script=Han}/u);
    // 标注, 参与方, 修正 and 处理行为 are the words; 个人信息主体 is someone else.
    expect(text, path).not.toMatch(/标记|主体|修复|做法/);
  }
});

test("every example has a name in both languages", () => {
  const files = readdirSync(new URL("../../examples", import.meta.url)).filter((name) => name.endsWith(".txt"));
  for (const file of files) {
    const name = file.replace(/(\.policymark)?\.txt$/, "");
    for (const catalogue of Object.values(catalogues)) expect(catalogue.examples[name], name).toBeTruthy();
  }
});

test("no component has words of its own", () => {
  const folder = new URL("..", import.meta.url);
  const han = /\p{Script=Han}/u;
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!/^(app|bar|dialogs|help|keys|palette|panels)\/.*\.ts$/.test(file)) continue;
    const code = readFileSync(new URL(file, folder), "utf8").replace(/^\s*(\/\/|\*|\/\*).*$/gm, "");
    expect(han.test(code), `${file} holds Chinese`).toBe(false);
  }
});

test("the language follows the browser's first that there is", () => {
  expect(browserLang(["de", "zh-TW", "en"])).toBe("zh");
  expect(browserLang(["en-US", "zh"])).toBe("en");
  expect(browserLang(["de"])).toBe("en");
  expect(browserLang([])).toBe("en");
});
