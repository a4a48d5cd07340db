import { html, type TemplateResult } from "lit";
import type { IconNode } from "lucide";

const drawn = new Map<IconNode, Map<number, TemplateResult>>();

/** icon draws an icon in the size and colour of the text around it. It says
 * nothing to a screen reader: what it stands beside does. */
export function icon(node: IconNode, size = 16): TemplateResult {
  let sizes = drawn.get(node);
  if (!sizes) drawn.set(node, (sizes = new Map()));
  let one = sizes.get(size);
  if (!one) sizes.set(size, (one = draw(node, size)));
  return one;
}

/** A template that never changes: it is copied as a whole and never looked at again,
 * where one of parts would be looked through at each drawing. */
function draw(node: IconNode, size: number): TemplateResult {
  const shapes = node.map(([tag, attributes]) => {
    const values = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
    return `<${tag}${values.join("")}></${tag}>`;
  });
  const whole = `<svg width="${size}" height="${size}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${shapes.join("")}</svg>`;
  return html(Object.assign([whole], { raw: [whole] }));
}
