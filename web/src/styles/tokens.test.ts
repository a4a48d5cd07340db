import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** A colour as red, green and blue from 0 to 255. */
type Colour = readonly [number, number, number];

const css = readFileSync(new URL("tokens.css", import.meta.url), "utf8");
const themes = ["light", "dark"] as const;
const tokens = new Map<string, Record<(typeof themes)[number], Colour>>();
for (const [, name, light, dark] of css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)) {
  tokens.set(name!, { light: colour(light!), dark: colour(dark!) });
}

function colour(hex: string): Colour {
  const of = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return [of(1), of(3), of(5)];
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: Colour): number {
  const [r, g, b] = colour.map((part) =>
    part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  ) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: Colour, other: Colour): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** What lies over a ground by a share, as color-mix in srgb with transparent. */
const over = (top: Colour, ground: Colour, share: number): Colour =>
  ground.map((part, i) => part * (1 - share) + top[i]! * share) as unknown as Colour;

const kinds = ["actor", "action", "data", "purpose"];
const severities = ["error", "warning", "info"];
const surfaces = ["ground", "paper", "raised"];

/** Text needs 4.5 : 1 on what it stands on. */
const texts: [string, string[]][] = [
  ["ink", [...surfaces, "sunken", "hover", "accent-soft", "selection"]],
  ["ink-2", [...surfaces, "hover", "accent-soft"]],
  ["ink-3", [...surfaces, "hover"]],
  ["on-accent", ["accent"]],
  ...kinds.map((kind): [string, string[]] => [`${kind}-ink`, [`${kind}-tint`, ...surfaces]]),
  ...severities.map((severity): [string, string[]] => [`${severity}-ink`, [`${severity}-tint`, ...surfaces]]),
];

/** Lines and signs need 3 : 1. */
const lines: [string, string[]][] = [
  ["accent", [...surfaces, "accent-soft"]],
  ["line-strong", surfaces],
  ...kinds.map((kind): [string, string[]] => [`${kind}-line`, [`${kind}-tint`, ...surfaces]]),
  ...severities.map((severity): [string, string[]] => [`${severity}-line`, surfaces]),
];

describe.each(themes)("in the %s theme", (theme) => {
  const of = (name: string): Colour => {
    const found = tokens.get(name);
    if (!found) throw new Error(`no colour --${name}`);
    return found[theme];
  };
  const fall = (pairs: [string, string[]][], least: number) =>
    pairs.flatMap(([front, backs]) =>
      backs
        .map((back) => ({ pair: `${front} on ${back}`, ratio: contrast(of(front), of(back)) }))
        .filter(({ ratio }) => ratio < least)
        .map(({ pair, ratio }) => `${pair}: ${ratio.toFixed(2)}`),
    );

  it("text stands out 4.5 : 1", () => expect(fall(texts, 4.5)).toEqual([]));
  it("lines and signs stand out 3 : 1", () => expect(fall(lines, 3)).toEqual([]));

  it("marks in the text are read as well, selected and within each other too", () => {
    for (const kind of kinds) {
      for (const ground of ["paper", "selection"]) {
        const once = over(of(`${kind}-line`), of(ground), 0.15);
        expect(contrast(of(`${kind}-ink`), once), `${kind} on ${ground}`).toBeGreaterThanOrEqual(4.5);
        for (const outer of kinds) {
          const twice = over(of(`${kind}-line`), over(of(`${outer}-line`), of("paper"), 0.15), 0.15);
          expect(contrast(of(`${kind}-ink`), twice), `${kind} in ${outer}`).toBeGreaterThanOrEqual(4.5);
        }
      }
    }
  });
});

it("the contrast of the kinds is as tokens.css says", () => {
  for (const kind of kinds) {
    const figure = (front: string, back: string) =>
      themes.map((theme) => contrast(tokens.get(front)![theme], tokens.get(back)![theme]).toFixed(1)).join(" / ");
    expect(css).toContain(
      `${kind.padEnd(8)} ${figure(`${kind}-ink`, `${kind}-tint`)}   ${figure(`${kind}-line`, "paper")}`,
    );
  }
});

it("all colours were read", () => {
  expect(tokens.size).toBeGreaterThan(30);
});
