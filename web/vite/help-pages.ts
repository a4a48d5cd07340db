import { readFile } from "node:fs/promises";
import { Marked } from "marked";
import type { Plugin } from "vite";
import { kinds } from "../src/text/kinds.ts";

const suffix = ".md?html";

/**
 * Makes HTML of the pages of the help while building: import "./page.md?html". In
 * them code that is one mark is shown as the mark, code that is not as code.
 */
export function helpPages(): Plugin {
  return {
    name: "policymark:help-pages",
    enforce: "pre",
    async load(id) {
      if (!id.endsWith(suffix)) return null;
      const file = id.slice(0, -"?html".length);
      this.addWatchFile(file);
      return `export default ${JSON.stringify(render(await readFile(file, "utf8")))};`;
    },
  };
}

/** A mark up to so long is not broken over lines. */
const short = 16;

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const marked = new Marked({
  renderer: {
    codespan({ text }) {
      const face = kinds.find(({ open, close }) => text.startsWith(open) && text.endsWith(close));
      if (!face) return `<code>${escape(text)}</code>`;
      return `<span class="chip ${face.kind}${text.length <= short ? " short" : ""}">${escape(text)}</span>`;
    },
    // The dialog has the headings above these.
    heading({ tokens, depth }) {
      return `<h${depth + 1}>${this.parser.parseInline(tokens)}</h${depth + 1}>`;
    },
  },
});

/** render makes HTML of a page. */
export const render = (markdown: string): string => marked.parse(markdown, { async: false });
