import { parseInert } from "../ui/trusted.ts";

/** Elements after which a line ends. */
const lineEnders = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER HEADER HR MAIN NAV OL PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL LI P H1 H2 H3 H4 H5 H6".split(
    " ",
  ),
);
/** Elements with an empty line around them. */
const paragraphs = new Set("P BLOCKQUOTE PRE TABLE UL OL H1 H2 H3 H4 H5 H6".split(" "));
const skipped = new Set(
  "SCRIPT STYLE TEMPLATE NOSCRIPT HEAD IFRAME OBJECT SVG CANVAS BUTTON INPUT SELECT TEXTAREA".split(" "),
);

/** How a heading is numbered already, so that it needs no # of ours. */
const numbered =
  /^\s*(第[一二三四五六七八九十百\d]+[章节条]|[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[)）]|\d+(\.\d+)*[.、．\s]|#|Article\s)/;

/**
 * webText reads what was copied from a web page as plain text: headings, lists,
 * tables and paragraphs keep their lines, styles are dropped. null when it holds
 * no structure, as with text copied from an editor, whose plain form is better.
 */
export function webText(html: string): string | null {
  // Styles are dropped before reading: the page's policy forbids them even there.
  const bare = html.replace(/<[^>]+>/g, (tag) =>
    tag.replace(/^<(\/?)style\b/i, "<$1template").replace(/\sstyle\s*=/gi, " data-style="),
  );
  const { body } = parseInert(bare);
  if (!body.querySelector("p, li, td, h1, h2, h3, h4, h5, h6")) return null;
  let out = "";
  const newline = (lines: number) => {
    out = out.replace(/[ \t]+$/, "");
    const have = /\n*$/.exec(out)![0].length;
    if (out !== "") out += "\n".repeat(Math.max(0, lines - have));
  };
  const walk = (node: Node, pre: boolean): void => {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = node.nodeValue ?? "";
      if (pre) out += text;
      else {
        const folded = text.replace(/[ \t\r\n\f]+/g, " ");
        out += /(^|\s)$/.test(out) ? folded.replace(/^ /, "") : folded;
      }
      return;
    }
    if (!(node instanceof Element) || skipped.has(node.tagName.toUpperCase())) return;
    const tag = node.tagName;
    if (tag === "BR") {
      out = `${out.replace(/[ \t]+$/, "")}\n`;
      return;
    }
    const nested = (tag === "UL" || tag === "OL") && node.parentElement?.closest("ul, ol");
    const { parentElement: parent } = node;
    // The cells of a row stay on its line.
    const lines = parent?.closest("td, th")
      ? 0
      : paragraphs.has(tag) && !nested && !parent?.closest("li")
        ? 2
        : lineEnders.has(tag)
          ? 1
          : 0;
    if (lines) newline(lines);
    if (tag === "LI" && !numbered.test(node.textContent ?? "")) {
      const list = node.parentElement;
      const place = [...(list?.children ?? [])].indexOf(node) + ((list as HTMLOListElement | null)?.start || 1);
      out += list?.tagName === "OL" ? `${place}. ` : "- ";
    } else if (/^H[1-6]$/.test(tag) && node.textContent?.trim() && !numbered.test(node.textContent)) {
      out += `${"#".repeat(Number(tag[1]))} `;
    }
    for (const child of node.childNodes) walk(child, pre || tag === "PRE");
    if ((tag === "TD" || tag === "TH") && node.nextElementSibling) out += "\t";
    if (lines) newline(lines);
  };
  walk(body, false);
  return `${out
    .replace(/\u00A0/g, " ")
    .replace(/\n{3,}/g, "\n\n")
    .trim()}\n`;
}
