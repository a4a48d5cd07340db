import { attributesOf, escape } from "./fence.js";

/**
 * A plugin of markdown-it that makes elements of fenced blocks named "policymark".
 * @param {import("markdown-it").default} md
 */
export default function policymark(md) {
  const others = md.renderer.rules.fence;
  md.renderer.rules.fence = (tokens, index, options, env, self) => {
    const { info, content } = tokens[index];
    const attributes = attributesOf(info);
    if (!attributes) return others(tokens, index, options, env, self);
    const written = attributes.map(([name, value]) => ` ${name}="${escape(value)}"`).join("");
    return `<policymark-view${written} v-pre><pre>\n${escape(content)}</pre></policymark-view>\n`;
  };
}
