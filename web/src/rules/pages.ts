import type { Lang } from "../engine/protocol.gen.ts";
import { readPage, type RulePage } from "./page.ts";

let texts: Record<string, string> | null = null;
const read = new Map<string, RulePage>();

/** loadPages brings the pages of all rules, which pageOf needs. */
export async function loadPages(): Promise<void> {
  texts ??= (await import("./texts.ts")).texts;
}

/** pageOf returns a rule's page; undefined until loadPages has brought it. */
export function pageOf(rule: string, lang: Lang): RulePage | undefined {
  const key = `${lang} ${rule}`;
  let page = read.get(key);
  if (page || !texts) return page;
  const text = texts[`../../../core/rules/${rule.replaceAll("-", "_")}.md`];
  if (text === undefined) return undefined;
  page = readPage(text, lang);
  read.set(key, page);
  return page;
}
