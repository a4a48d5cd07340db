import { escape } from "../../../dist/package/fence.js";
import { kinds } from "../../src/text/kinds.ts";

/**
 * A plugin of markdown-it: code in a line that is one mark is shown as the mark, and
 * braces in other code are none of a template. A page whose code is HTML says
 * "marks: false" in its front matter.
 */
export function marksInLine(md) {
  md.renderer.rules.code_inline = (tokens, index, _options, env) => {
    const { content } = tokens[index];
    const face =
      env.frontmatter?.marks !== false &&
      kinds.find(({ open, close }) => content.length > 2 && content.startsWith(open) && content.endsWith(close));
    return face
      ? `<span class="chip ${face.kind}" translate="no" v-pre>${escape(content)}</span>`
      : `<code v-pre>${escape(content)}</code>`;
  };
}
