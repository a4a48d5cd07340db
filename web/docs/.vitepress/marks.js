import { escape } from "../../../dist/package/fence.js";
import { kinds } from "../../src/text/kinds.ts";

/** A plugin of markdown-it: code in a line that is one mark is shown as the mark. */
export function marksInLine(md) {
  const others = md.renderer.rules.code_inline;
  md.renderer.rules.code_inline = (tokens, index, ...rest) => {
    const { content } = tokens[index];
    const face = kinds.find(({ open, close }) => content.length > 2 && content.startsWith(open) && content.endsWith(close));
    return face ? `<span class="chip ${face.kind}" translate="no" v-pre>${escape(content)}</span>` : others(tokens, index, ...rest);
  };
}
