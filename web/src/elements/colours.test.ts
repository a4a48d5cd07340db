import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

it("pages without a program have the page's colours", () => {
  const tokens = readFileSync(new URL("../styles/tokens.css", import.meta.url), "utf8");
  const style = readFileSync(new URL("../../../core/render/style.css", import.meta.url), "utf8");
  const of = (name: string, css: string) =>
    new RegExp(`--${name}:\\s*light-dark\\(([^)]*)\\)`).exec(css)?.[1]?.replaceAll(" ", "");
  for (const kind of ["actor", "action", "data", "purpose"]) {
    for (const part of ["ink", "tint", "line"]) {
      expect(of(`pm-${kind}-${part}`, style), `${kind} ${part}`).toBe(of(`${kind}-${part}`, tokens));
    }
  }
});
