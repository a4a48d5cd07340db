// Builds the small sites into build/sites and our own into build/site, with the package
// as it is in dist/package: all of them, or those named.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const root = path("../../");
const out = `${root}build/sites`;
mkdirSync(out, { recursive: true });

const run = (command, args, cwd, env = {}) =>
  execFileSync(command, args, { cwd, stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, ...env } });

/** Installs what a site needs, unless it is there as its lock file has it. */
function install(site) {
  const mark = path(`${site}/node_modules/.package-lock.json`);
  if (existsSync(mark) && statSync(mark).mtimeMs >= statSync(path(`${site}/package-lock.json`)).mtimeMs) return;
  run("npm", ["ci", "--no-audit", "--no-fund"], path(site));
}

/** The program of Hugo, built by Go once. */
function hugo() {
  const version = "v0.164.0";
  const program = `${root}build/hugo${process.platform === "win32" ? ".exe" : ""}`;
  const has = existsSync(program) && execFileSync(program, ["version"], { encoding: "utf8" }).includes(version);
  if (!has)
    run("go", ["install", `github.com/gohugoio/hugo@${version}`], `${root}build`, {
      GOBIN: `${root}build`,
      GOFLAGS: "-mod=mod",
    });
  return program;
}

const sites = {
  plain() {
    cpSync(path("plain"), `${out}/plain`, { recursive: true });
    cpSync(path("policy.txt"), `${out}/plain/policy.txt`);
    cpSync(`${root}dist/package`, `${out}/plain/policymark`, { recursive: true });
    run("go", ["build", "-o", `${root}build/policymark`, "./core/cmd/policymark"], root);
    cpSync(path("policy.txt"), `${out}/plain/policy.txt`);
    const html = execFileSync(`${root}build/policymark`, [
      "render",
      "--script",
      "policymark/policymark.js",
      path("policy.txt"),
    ]);
    writeFileSync(`${out}/plain/alive.html`, html);
    writeFileSync(`${out}/plain/policy.html`, execFileSync(`${root}build/policymark`, ["render", path("policy.txt")]));
  },
  hugo() {
    run(hugo(), ["--quiet", "--destination", `${out}/hugo`, "--cleanDestinationDir"], path("hugo"));
  },
  vitepress() {
    install("vitepress");
    run("npm", ["run", "--silent", "build"], path("vitepress"));
  },
  vite() {
    // The package as it would be published, in a project that has nothing else of ours.
    const project = `${root}build/vite-project`;
    rmSync(project, { recursive: true, force: true });
    cpSync(path("vite"), project, { recursive: true, filter: (file) => !file.includes("node_modules") });
    const packed = execFileSync("npm", ["pack", "--silent", `${root}dist/package`, "--pack-destination", project], {
      encoding: "utf8",
    }).trim();
    run("npm", ["ci", "--no-audit", "--no-fund"], project);
    run("npm", ["install", "--no-save", "--no-audit", "--no-fund", `./${packed}`], project);
    run(path("../node_modules/.bin/tsc"), ["-p", "."], project);
    run("npm", ["run", "--silent", "build", "--", "--outDir", `${out}/vite`, "--emptyOutDir"], project);
  },
  docusaurus() {
    install("docusaurus");
    run("npm", ["run", "--silent", "build"], path("docusaurus"), { DOCUSAURUS_IGNORE_SSG_WARNINGS: "true" });
  },
  docs() {
    install("../docs");
    run("npm", ["run", "--silent", "build"], path("../docs"));
  },
};

for (const name of process.argv.length > 2 ? process.argv.slice(2) : Object.keys(sites)) {
  const start = performance.now();
  sites[name]();
  console.log(`${name.padEnd(12)}${((performance.now() - start) / 1000).toFixed(0)} s`);
}
