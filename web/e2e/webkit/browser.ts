import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import { delimiter, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Builder, type WebDriver } from "selenium-webdriver";

/** The variable that names the browser of WebKitGTK to use. */
const variable = "POLICYMARK_WEBKIT";

const onPath = (name: string): string | undefined =>
  (process.env["PATH"] ?? "")
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));

/** What WebKit needs here: its driver, a browser, and a screen or what stands in for
 * one. undefined when one of them is missing. */
function findWebKit(): { driver: string; browser: string; screen: string | undefined } | undefined {
  const driver = onPath("WebKitWebDriver");
  const libraries = "/usr/lib";
  const browser =
    process.env[variable] ??
    (existsSync(libraries) ? readdirSync(libraries) : [])
      .map((folder) => join(libraries, folder, "webkit2gtk-4.1", "MiniBrowser"))
      .find((path) => existsSync(path));
  const screen = process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"] ? undefined : onPath("Xvfb");
  const shows = screen !== undefined || process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"];
  return driver && browser && shows ? { driver, browser, screen } : undefined;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}

/** A screen that nobody sees, and its name. */
async function startScreen(program: string): Promise<{ process: ChildProcess; name: string }> {
  const process = spawn(program, ["-displayfd", "3", "-screen", "0", "1280x900x24"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const number = await new Promise<string>((done) =>
    process.stdio[3]!.once("data", (data: Buffer) => done(data.toString().trim())),
  );
  return { process, name: `:${number}` };
}

export interface WebKit {
  /** A new window that keeps nothing of those before. */
  session(): Promise<WebDriver>;
  stop(): void;
}

/** Starts WebKit's driver; undefined where there is no WebKit. */
export async function startWebKit(): Promise<WebKit | undefined> {
  const found = findWebKit();
  if (!found) return undefined;
  const screen = found.screen ? await startScreen(found.screen) : undefined;
  const port = await freePort();
  const env = {
    ...process.env,
    ...(screen ? { DISPLAY: screen.name } : {}),
    LIBGL_ALWAYS_SOFTWARE: "1",
    LANG: "en_GB.UTF-8",
  };
  const driver = spawn(found.driver, [`--port=${port}`], { env, stdio: "ignore" });
  const address = `http://127.0.0.1:${port}`;
  for (
    let tries = 0;
    tries < 100 &&
    !(await fetch(`${address}/status`).then(
      () => true,
      () => false,
    ));
    tries++
  )
    await pause(100);
  return {
    session: async () =>
      await new Builder()
        .usingServer(address)
        .withCapabilities({
          browserName: "MiniBrowser",
          "webkitgtk:browserOptions": { binary: found.browser, args: ["--automation"] },
        })
        .build(),
    stop: () => {
      driver.kill();
      screen?.process.kill();
    },
  };
}
