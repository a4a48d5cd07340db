import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

/** The variable that names the browser to use. */
const variable = "POLICYMARK_BROWSER";

// The first is Chromium without windows, which starts and draws in half the time.
const shell = "chromium-headless-shell";
const names = [shell, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * Finds a Chromium to test in, and installs one where there is none: by apt-get
 * where it may, else Playwright's own. Under CI the one without windows is installed
 * beside another too. Throws an error that says what to do when there is none then.
 */
export function findBrowser(): string {
  const chosen = process.env[variable];
  if (chosen) {
    if (!runs(chosen)) throw new Error(`${variable} is ${chosen}, which is no browser that starts`);
    return chosen;
  }
  if (process.env["CI"] && !onPath(shell)) installPackages(shell);
  const found = installed() ?? (install(), installed());
  if (!found) {
    throw new Error(
      `There is no Chromium to run the tests in, and none could be installed. Install Chromium or Chrome, ` +
        `or set ${variable} to the path of one.`,
    );
  }
  // Every process of the tests asks; only the first has to look.
  process.env[variable] = found;
  return found;
}

function installed(): string | undefined {
  const found = names.map(onPath).filter((path) => path !== undefined);
  return [...found, ...places, chromium.executablePath()].find((path) => existsSync(path) && runs(path));
}

function onPath(name: string): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

// Some systems have a program of that name that only says how to install it.
function runs(path: string): boolean {
  return spawnSync(path, ["--version"], { timeout: 60_000 }).status === 0;
}

function install(): void {
  if (installPackages(shell, "fonts-noto-cjk") && installed()) return;
  if (installPackages("chromium", "fonts-noto-cjk") && installed()) return;
  console.log("Installing Playwright's Chromium");
  const cli = createRequire(import.meta.url).resolve("@playwright/test/cli");
  run(process.execPath, [cli, "install", ...(isRoot() ? ["--with-deps"] : []), "chromium"], process.env);
}

/** Installs packages of the system by apt-get, and tells whether it could. */
function installPackages(...packages: string[]): boolean {
  if (!isRoot() || spawnSync("apt-get", ["--version"]).status !== 0) return false;
  console.log(`Installing ${packages.join(", ")} by apt-get`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return (
    run("apt-get", ["update"], env) && run("apt-get", ["install", "-y", "--no-install-recommends", ...packages], env)
  );
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function run(command: string, args: string[], env: NodeJS.ProcessEnv): boolean {
  try {
    execFileSync(command, args, { env, stdio: "inherit" });
    return true;
  } catch {
    return false;
  }
}
