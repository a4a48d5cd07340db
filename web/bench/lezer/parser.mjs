import { readFileSync } from "node:fs";
import { buildParser } from "@lezer/generator";

/** The parser that Lezer makes of our markup. */
export const parser = buildParser(readFileSync(new URL("marks.grammar", import.meta.url), "utf8"));

const kinds = { Actor: "actor", Action: "action", Data: "data", Purpose: "purpose" };

/**
 * The plain text of a tree's source, and its marks: their kind, and where they start
 * and end in it, in code points. The outer comes before the inner.
 *
 * @param {import("@lezer/common").Tree} tree
 * @param {string} text
 */
export function plainOf(tree, text) {
  /** @type {{ kind: string, start: number, end: number }[]} */
  const marks = [];
  const open = [];
  let plain = "";
  let length = 0;
  const add = (piece) => {
    plain += piece;
    length += [...piece].length;
  };
  tree.iterate({
    enter: ({ name, from, to }) => {
      if (name in kinds) {
        const mark = { kind: kinds[name], start: length, end: length };
        marks.push(mark);
        open.push(mark);
      } else if (name === "Escape") add(text.slice(from + 1, to));
      else if (name !== "Qualifiers" && /^[A-Z]/.test(name) && name !== "Document") add(text.slice(from, to));
    },
    leave: ({ name }) => {
      if (name in kinds) open.pop().end = length;
    },
  });
  return { plain, marks };
}
