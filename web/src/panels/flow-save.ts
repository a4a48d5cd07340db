/** What of the look of an element goes into a file that stands by itself. */
const looks = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "opacity",
  "fill-opacity",
  "stroke-opacity",
  "font-size",
  "font-weight",
  "text-anchor",
];

/** What XML cannot hold, which a text may. */
const notXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** svgFile writes a picture of the page as an SVG file that needs nothing else: the
 * look of each element is its own, and what was zoomed or moved is whole again. */
export function svgFile(picture: SVGSVGElement, width: number, height: number, title: string): string {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const originals = [...picture.querySelectorAll("*")];
  [...copy.querySelectorAll("*")].forEach((element, i) => {
    const style = getComputedStyle(originals[i]!);
    if (["path", "rect", "text", "tspan", "line"].includes(element.localName)) {
      for (const look of looks) {
        const value = style.getPropertyValue(look);
        if (value && value !== "none" && value !== "normal") element.setAttribute(look, value);
        else if (value === "none" && look === "fill") element.setAttribute(look, "none");
      }
    }
    for (const { name } of [...element.attributes]) {
      if (
        name === "class" ||
        name === "tabindex" ||
        name === "role" ||
        name.startsWith("aria-") ||
        name.startsWith("data-")
      )
        element.removeAttribute(name);
    }
  });
  for (const { name } of [...copy.attributes]) copy.removeAttribute(name);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  copy.setAttribute("viewBox", `0 0 ${width} ${height}`);
  copy.setAttribute("font-family", "system-ui, sans-serif");
  copy.querySelector("g")!.removeAttribute("transform");
  const make = (name: string) => document.createElementNS("http://www.w3.org/2000/svg", name);
  const ground = make("rect");
  ground.setAttribute("width", String(width));
  ground.setAttribute("height", String(height));
  ground.setAttribute("fill", getComputedStyle(picture).backgroundColor);
  const name = make("title");
  name.textContent = title;
  copy.prepend(name, ground);
  const text = new XMLSerializer()
    .serializeToString(copy)
    .replace(/<!--.*?-->/gs, "")
    .replace(notXml, "\uFFFD");
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`;
}
