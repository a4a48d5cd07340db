import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

/**
 * Which folders of src each folder may import, type imports and import() too, from the
 * ground up. A folder that is not here fails, so that its place is thought about. To let
 * a feature speak upwards, give it a port in services/, not a name here.
 */
const layers: Record<string, string> = {
  engine: "",
  styles: "",
  offline: "",
  keys: "",
  words: "engine keys",
  ui: "engine words keys styles",
  analysis: "engine words",
  text: "engine words keys analysis",
  cards: "engine words styles ui text",
  // What other pages embed stands on cards and text, never on services.
  elements: "engine words keys styles ui analysis text cards",
  services: "engine words keys ui analysis text",
  // What features share.
  files: "engine words ui analysis text services",
  suggest: "engine words analysis text services",
  rules: "engine words styles ui services",
  alike: "engine words styles ui text services",
  palette: "words keys styles ui services",
  // The features.
  printing: "engine words text services",
  panels: "engine words styles ui analysis text cards services rules suggest",
  compare: "engine words styles ui analysis text services files",
  dialogs: "engine words styles ui text services files",
  help: "engine words keys styles ui text services rules palette",
  bar: "engine words keys styles ui text services files alike compare offline",
};
/** These put everything together: they may import all, and nothing imports them. */
const top = ["app", "main.ts"];

const root = new URL(".", import.meta.url).pathname;
const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) =>
  /(?<!\.test|\.d)\.ts$/.test(file),
);
const statement = /(?:^|\n)\s*(?:import|export)\b[^"';]*["'](\.[^"']+)["']|\bimport\(\s*["'](\.[^"']+)["']/g;

/** The files of src that each of them imports. */
const imports = new Map(
  files.map((file) => [
    file,
    [...readFileSync(join(root, file), "utf8").matchAll(statement)]
      .map(([, from, loaded]) => normalize(join(dirname(file), (from ?? loaded)!.split("?")[0]!)))
      .filter((to) => files.includes(to)),
  ]),
);
const folderOf = (file: string): string => file.split("/")[0]!;

test("imports keep to their layers", () => {
  const wrong: string[] = [];
  for (const [file, imported] of imports) {
    const here = folderOf(file);
    if (top.includes(here)) continue;
    const below = layers[here]?.split(" ");
    if (!below) wrong.push(`${here} has no place among the layers: give it one`);
    for (const to of imported) {
      const there = folderOf(to);
      if (there !== here && !below?.includes(there)) wrong.push(`${file} imports ${to}, which does not stand below it`);
    }
  }
  expect(wrong).toEqual([]);
});

test("each folder stands above those that it may import", () => {
  const order = Object.keys(layers);
  for (const [folder, below] of Object.entries(layers)) {
    for (const one of below.split(" ").filter(Boolean)) {
      expect(order.indexOf(one), `${folder} on ${one}`).toBeGreaterThanOrEqual(0);
      expect(order.indexOf(one), `${folder} on ${one}`).toBeLessThan(order.indexOf(folder));
    }
  }
});

test("no files import each other in a circle", () => {
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (file: string, trail: readonly string[]): void => {
    const at = trail.indexOf(file);
    if (at >= 0) {
      circles.push([...trail.slice(at), file].join(" > "));
      return;
    }
    if (done.has(file)) return;
    for (const to of imports.get(file) ?? []) walk(to, [...trail, file]);
    done.add(file);
  };
  for (const file of files) walk(file, []);
  expect(circles).toEqual([]);
});
