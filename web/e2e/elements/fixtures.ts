import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";
import { test as base, expect } from "@playwright/test";
import { root } from "../server.ts";

export { standsInNobodysWay as check } from "../accessibility.ts";
export { expect };

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".wasm": "application/wasm",
  ".txt": "text/plain; charset=utf-8",
  ".css": "text/css",
};

/** A page of somebody else that embeds elements. */
export interface Host {
  html: string;
  headers?: Record<string, string>;
}

/** A small site: its pages, the package under /policymark/, examples under /examples/. */
export class Site {
  readonly pages = new Map<string, Host>();
  readonly asked: string[] = [];
  /** Paths that are not there. */
  readonly missing = new Set<string>();
  readonly server: Server;
  constructor() {
    this.server = createServer((request, response) => {
      const path = decodeURIComponent(new URL(request.url!, "http://localhost").pathname);
      this.asked.push(path);
      if (path === "/favicon.ico") return void response.writeHead(204).end();
      const page = this.pages.get(path);
      if (page) {
        response.writeHead(200, { "Content-Type": types[extname(path)] ?? types[".html"]!, ...page.headers });
        response.end(page.html);
        return;
      }
      const file = path.startsWith("/policymark/")
        ? `${root}dist/package/${path.slice(12)}`
        : path.startsWith("/examples/")
          ? `${root}web/examples/${path.slice(10)}`
          : undefined;
      if (!file || file.includes("..") || this.missing.has(path)) {
        response.writeHead(404).end("not found");
        return;
      }
      readFile(file).then(
        (data) =>
          response.writeHead(200, { "Content-Type": types[extname(path)] ?? "application/octet-stream" }).end(data),
        () => response.writeHead(404).end("not found"),
      );
    });
  }
  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, "localhost", resolve));
  }
  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
  get address(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}`;
  }
}

export const script = '<script type="module" src="/policymark/policymark.js"></script>';

/** A policy as strict as a page can have that embeds elements. */
export const strict =
  "default-src 'none'; img-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; worker-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html policymark";

/** A page with a body. */
export const hostPage = (body: string, head = script, lang = "en"): string =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>A page</title>${head}</head><body><main><h1>A page</h1>${body}</main></body></html>`;

/** The looks in which elements are seen, each in a language. */
export const looks = [
  ["light", { colorScheme: "light" }, "en"],
  ["dark", { colorScheme: "dark" }, "zh-CN"],
  ["a phone", { viewport: { width: 390, height: 844 } }, "zh-CN"],
  ["forced colours", { forcedColors: "active" }, "en"],
] as const;

/** The head of a page that follows the system's colours. */
export const bothSchemes = `${script}<style>:root{color-scheme:light dark}</style>`;

interface Fixtures {
  site: Site;
  faults: string[];
  /** Opens a page with a body, or one that is given whole. */
  open: (body: string | Host, hash?: string) => Promise<void>;
}

export const test = base.extend<Fixtures>({
  site: async ({}, use) => {
    const site = new Site();
    await site.start();
    await use(site);
    site.stop();
  },
  faults: [
    async ({ context, site }, use) => {
      const faults: string[] = [];
      context.on("weberror", (error) => faults.push(`error: ${error.error().message}`));
      context.on("console", (message) => {
        if (message.type() === "error") faults.push(`console: ${message.text()}`);
      });
      context.on("request", (request) => {
        if (!/^(?:blob|data):/.test(request.url()) && !request.url().startsWith(site.address))
          faults.push(`request: ${request.url()}`);
      });
      await use(faults);
      expect(faults, "what the browser reported").toEqual([]);
    },
    { auto: true },
  ],
  open: async ({ page, site }, use) => {
    await use(async (body, hash = "") => {
      site.pages.set("/", typeof body === "string" ? { html: hostPage(body) } : body);
      await page.goto(`${site.address}/${hash}`);
    });
  },
});
