import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The variable that names the Firefox to use. */
const variable = "POLICYMARK_FIREFOX";

const names = ["firefox-esr", "firefox"];
const places = ["/Applications/Firefox.app/Contents/MacOS/firefox"];

/**
 * Finds a Firefox to test in; under CI one is installed by apt-get where there is none.
 * undefined when there is none then: the tests say so and are passed over, for it is
 * not everybody's browser. Throws an error when the one that was chosen does not start.
 */
export function findFirefox(): string | undefined {
  const chosen = process.env[variable];
  if (chosen) {
    if (!runs(chosen)) throw new Error(`${variable} is ${chosen}, which is no browser that starts`);
    return chosen;
  }
  const found = installed() ?? (process.env["CI"] && install() ? installed() : undefined);
  // Every process of the tests asks; only the first has to look.
  if (found) process.env[variable] = found;
  return found;
}

function installed(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...places].find((path) => existsSync(path) && runs(path));
}

const runs = (path: string): boolean => spawnSync(path, ["--version"], { timeout: 60_000 }).status === 0;

function install(): boolean {
  if (process.getuid?.() !== 0 || spawnSync("apt-get", ["--version"]).status !== 0) return false;
  console.log("Installing firefox-esr by apt-get");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  try {
    execFileSync("apt-get", ["update"], { env, stdio: "inherit" });
    execFileSync("apt-get", ["install", "-y", "--no-install-recommends", "firefox-esr"], { env, stdio: "inherit" });
    return true;
  } catch {
    return false;
  }
}
