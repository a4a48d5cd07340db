import { readFile, stat } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";
import { test as base, expect } from "@playwright/test";
import { root } from "../e2e/server.ts";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".wasm": "application/wasm",
  ".txt": "text/plain; charset=utf-8",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};

/** Serves a folder of the project at a free port. */
export async function serve(folder: string): Promise<{ address: string; stop: () => void }> {
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url!, "http://localhost").pathname);
    const send = async (file: string): Promise<void> => {
      const found = await stat(file);
      if (found.isDirectory()) return send(`${file.replace(/\/$/, "")}/index.html`);
      const data = await readFile(file);
      response.writeHead(200, { "Content-Type": types[extname(file)] ?? "application/octet-stream" }).end(data);
    };
    if (path === "/favicon.ico") return void response.writeHead(204).end();
    send(`${root}${folder}${path}`).catch(() => response.writeHead(404).end("not found"));
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `http://localhost:${(server.address() as AddressInfo).port}`, stop };
}

/** Serves a folder of the project; faults are what the browser reported that it should
 * not have, requests to other hosts among them. */
export const test = base.extend<{ folder: string; address: string; faults: string[] }>({
  folder: ["build/sites", { option: true }],
  address: async ({ folder }, use) => {
    const { address, stop } = await serve(folder);
    await use(address);
    stop();
  },
  faults: [
    async ({ context, address }, use) => {
      const faults: string[] = [];
      context.on("weberror", (error) => faults.push(`error: ${error.error().message}`));
      context.on("console", (message) => {
        if (message.type() === "error" || /hydrat/i.test(message.text())) faults.push(`console: ${message.text()}`);
      });
      context.on("request", (request) => {
        if (!/^(?:blob|data):/.test(request.url()) && !request.url().startsWith(address))
          faults.push(`request: ${request.url()}`);
      });
      await use(faults);
      expect(faults, "what the browser reported").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
