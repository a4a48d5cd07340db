// Makes the package of the built module: what describes it, its types, the plugins
// of sites. Prints what it weighs.
import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { brotliCompressSync, constants } from "node:zlib";
import { fileURLToPath } from "node:url";
import { declarations } from "./types.mjs";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const out = path("../../dist/package/");

// What describes the elements, for editors and documentation.
execFileSync(
  process.execPath,
  [
    path("../node_modules/@custom-elements-manifest/analyzer/cem.js"),
    "analyze",
    "--quiet",
    "--litelement",
    "--globs",
    "src/elements/{view,editor,field,element}.ts",
    "--outdir",
    "../build/cem",
  ],
  { cwd: path(".."), stdio: "inherit" },
);
const found = JSON.parse(readFileSync(path("../../build/cem/custom-elements.json"), "utf8"));
const elements = found.modules
  .flatMap(({ declarations }) => declarations)
  .filter(({ tagName }) => tagName)
  .map((element) => {
    const open = (member) =>
      member.privacy !== "private" && member.privacy !== "protected" && !member.name.startsWith("_");
    const own = new Set([
      "render",
      "updated",
      "willUpdate",
      "connectedCallback",
      "disconnectedCallback",
      "attributeChangedCallback",
      "words",
      "styles",
      "observedAttributes",
      "empty",
      "received",
      "lay",
      "fail",
      "ask",
      "tell",
      "formAssociated",
      "formDisabledCallback",
      "formResetCallback",
      "formStateRestoreCallback",
      "formAssociatedCallback",
      "createRenderRoot",
    ]);
    const members = element.members.filter((member) => open(member) && !own.has(member.name)).map(plain);
    return {
      ...plain(element),
      members,
      attributes: element.attributes.map(plain),
      events: element.events.filter(({ description }) => description).map(plain),
      superclass: { name: "HTMLElement" },
    };
  });
function plain({ inheritedFrom, privacy, parsedType, ...rest }) {
  return rest;
}
const manifest = {
  schemaVersion: "1.0.0",
  modules: [
    {
      kind: "javascript-module",
      path: "policymark.js",
      declarations: elements,
      exports: elements.flatMap(({ name, tagName }) => [
        { kind: "js", name, declaration: { name, module: "policymark.js" } },
        { kind: "custom-element-definition", name: tagName, declaration: { name, module: "policymark.js" } },
      ]),
    },
  ],
};
writeFileSync(`${out}custom-elements.json`, `${JSON.stringify(manifest, null, 1)}\n`);
writeFileSync(
  `${out}policymark.d.ts`,
  declarations(elements, readFileSync(path("../src/engine/protocol.gen.ts"), "utf8")),
);

// The version of git's last tag, as npm writes it.
let version = "0.0.0-dev";
try {
  const [, tag] =
    /^v?(\d+\.\d+\.\d+)$/.exec(
      execFileSync("git", ["describe", "--tags", "--abbrev=0"], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      }).trim(),
    ) ?? [];
  if (tag) version = tag;
} catch {
  // Not tagged yet, or no git: it stays a version of development.
}
const plugin = (name) => ({ types: `./${name}.d.ts`, default: `./${name}.js` });
writeFileSync(
  `${out}package.json`,
  `${JSON.stringify(
    {
      name: "policymark",
      version,
      description: "Privacy policies with their marks and data practices, as an element for any page",
      license: "MIT",
      keywords: ["privacy policy", "annotation", "data practices", "custom element", "vitepress", "docusaurus", "hugo"],
      type: "module",
      main: "./policymark.js",
      module: "./policymark.js",
      types: "./policymark.d.ts",
      customElements: "./custom-elements.json",
      exports: {
        ".": { types: "./policymark.d.ts", default: "./policymark.js" },
        "./policymark.wasm": "./policymark.wasm",
        "./policymark-worker.js": "./policymark-worker.js",
        "./markdown-it": plugin("markdown-it"),
        "./vitepress": plugin("vitepress"),
        "./remark": plugin("remark"),
        "./docusaurus": plugin("docusaurus"),
        "./custom-elements.json": "./custom-elements.json",
        "./package.json": "./package.json",
      },
      sideEffects: ["./policymark.js", "./policymark-worker.js", "./frame.js"],
    },
    null,
    2,
  )}\n`,
);
cpSync(path("files"), out, { recursive: true });

const files = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((name) => statSync(out + name).isFile());
const kb = (n) => `${(n / 1000).toFixed(1)} KB`.padStart(11);
console.log(`policymark ${version} in dist/package`);
for (const name of files.filter((name) => /^policymark.*\.(js|wasm)$/.test(name))) {
  const data = readFileSync(out + name);
  const quality = name.endsWith(".wasm") ? 9 : 11;
  console.log(
    `  ${name.padEnd(24)}${kb(data.length)} ${kb(brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length)} brotli`,
  );
}
