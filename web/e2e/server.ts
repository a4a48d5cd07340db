import { execFileSync, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** The built pages: those in dist, or in the folder that POLICYMARK_DIST names. */
export const dist = resolve(root, process.env["POLICYMARK_DIST"] ?? "dist");

const program = `${root}build/serve${process.platform === "win32" ? ".exe" : ""}`;

/** Compiles the server. */
export function buildServer(): void {
  execFileSync("go", ["build", "-o", program, "./scripts/serve"], { cwd: root, stdio: "inherit" });
}

export interface Server {
  /** Where it serves the built pages, ending in a slash. */
  readonly address: string;
  stop(): void;
}

/** Serves the built pages, or what lies in another folder, at a free port of this
 * computer. */
export async function startServer(folder: string = dist): Promise<Server> {
  const server = spawn(program, ["-addr", "localhost:0", folder], { stdio: ["ignore", "pipe", "inherit"] });
  const address = await new Promise<string>((resolve, reject) => {
    createInterface(server.stdout).once("line", resolve);
    server.once("error", reject);
    server.once("exit", () => reject(new Error("the server has ended")));
  });
  return { address, stop: () => server.kill() };
}
