import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const folder = new URL("../../build/shipped/", import.meta.url);

/** Whose the code is that belongs to no file: the helpers that the bundler puts in. */
const helpers: [RegExp, string][] = [
  [/^\0vite\//, "vite"],
  [/^\0(?:rolldown\/|@oxc-project\+runtime@)/, "rolldown"],
];

/**
 * The folder, from web/ on, of the package that a module of a bundle is from;
 * undefined for a module of our own.
 */
export function packageOf(id: string): string | undefined {
  const at = id.replaceAll("\\", "/");
  const [, folder] = /^.*?(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)/.exec(at) ?? [];
  if (folder) return folder;
  if (!id.startsWith("\0")) return undefined;
  const [, name] = helpers.find(([pattern]) => pattern.test(id)) ?? [];
  if (!name) throw new Error(`nobody knows whose code ${id.slice(1)} is: say so in vite/shipped.ts`);
  return `node_modules/${name}`;
}

/**
 * Writes down which packages a build has taken code from, for the notices and the bill
 * of materials: build/shipped/NAME.json, sorted.
 */
export function shipped(name: string): Plugin {
  return {
    name: "policymark:shipped",
    apply: "build",
    generateBundle: {
      order: "pre",
      handler(_options, bundle) {
        const modules = Object.values(bundle).flatMap((file) => (file.type === "chunk" ? file.moduleIds : []));
        const packages = new Set(modules.map(packageOf).filter((folder) => folder !== undefined));
        mkdirSync(folder, { recursive: true });
        writeFileSync(
          fileURLToPath(new URL(`${name}.json`, folder)),
          `${JSON.stringify([...packages].sort(), null, 1)}\n`,
        );
      },
    },
  };
}
