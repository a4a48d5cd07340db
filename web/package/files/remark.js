import { attributesOf } from "./fence.js";

/** A plugin of remark that makes elements of fenced blocks named "policymark", in MDX. */
export default function policymark() {
  return (tree) => visit(tree);
}

function visit(node) {
  if (!node.children) return;
  node.children = node.children.map((child) => {
    if (child.type !== "code") {
      visit(child);
      return child;
    }
    const attributes = attributesOf(`${child.lang ?? ""} ${child.meta ?? ""}`);
    if (!attributes) return child;
    return element("policymark-view", attributes, [element("pre", [], [{ type: "text", value: child.value }])]);
  });
}

const element = (name, attributes, children) => ({
  type: "mdxJsxFlowElement",
  name,
  attributes: attributes.map(([name, value]) => ({ type: "mdxJsxAttribute", name, value })),
  children,
  // As if written so in the page: else a site's own components take its place.
  data: { _mdxExplicitJsx: true },
});
