import { readFile, stat } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";
import { test as base, expect } from "@playwright/test";
import { root } from "../e2e/server.ts";

const types: Record<string, string> = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".wasm": "application/wasm", ".txt": "text/plain; charset=utf-8", ".css": "text/css", ".svg": "image/svg+xml", ".json": "application/json" };

/** Serves build/sites; faults are what the browser reported that it should not have. */
const test = base.extend<{ address: string; faults: string[] }>({
  address: async ({}, use) => {
    const server: Server = createServer((request, response) => {
      const path = decodeURIComponent(new URL(request.url!, "http://localhost").pathname);
      const send = async (file: string): Promise<void> => {
        const found = await stat(file);
        if (found.isDirectory()) return send(`${file.replace(/\/$/, "")}/index.html`);
        const data = await readFile(file);
        response.writeHead(200, { "Content-Type": types[extname(file)] ?? "application/octet-stream" }).end(data);
      };
      if (path === "/favicon.ico") return void response.writeHead(204).end();
      send(`${root}build/sites${path}`).catch(() => response.writeHead(404).end("not found"));
    });
    await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
    await use(`http://localhost:${(server.address() as AddressInfo).port}`);
    server.closeAllConnections();
    server.close();
  },
  faults: [
    async ({ context, address }, use) => {
      const faults: string[] = [];
      context.on("weberror", (error) => faults.push(`error: ${error.error().message}`));
      context.on("console", (message) => {
        if (message.type() === "error" || /hydrat/i.test(message.text())) faults.push(`console: ${message.text()}`);
      });
      context.on("request", (request) => {
        if (!/^(?:blob|data):/.test(request.url()) && !request.url().startsWith(address)) faults.push(`request: ${request.url()}`);
      });
      await use(faults);
      expect(faults, "what the browser reported").toEqual([]);
    },
    { auto: true },
  ],
});

for (const [site, path, other] of [
  ["VitePress", "/vitepress/index.html", "/vitepress/other.html"],
  ["Docusaurus", "/docusaurus/", "/docusaurus/other"],
  ["Hugo", "/hugo/guide/", "/hugo/other/"],
] as const) {
  test(`${site}: a fence and a file become elements, other fences stay`, async ({ page, address }) => {
    await page.goto(address + path);
    const [fence, file] = [page.locator("policymark-view").first(), page.locator("policymark-view#file")];
    await expect(page.locator("policymark-view")).toHaveCount(2);
    await expect(fence.locator("article")).toHaveCount(1);
    await expect(fence.locator(".text .mark.data")).toContainText("email");
    // What templates of the generators know is text like any other.
    await expect(fence.locator(".text")).toContainText("x");
    await file.scrollIntoViewIfNeeded();
    await expect(file.locator("article")).toHaveCount(2);
    await expect(page.getByText("const other").first()).toBeVisible();
    // A page that the site's own router shows has its element too.
    await page.getByRole("link", { name: "Another page" }).last().click();
    await expect(page).toHaveURL(new RegExp(other));
    await expect(page.locator("policymark-view")).toHaveCount(1);
    await expect(page.locator("policymark-view .text .mark.data")).toContainText("it");
    await page.goBack();
    await expect(fence.locator("article")).toHaveCount(1);
  });

  test.describe("without JavaScript", () => {
    test.use({ javaScriptEnabled: false });
    test(`${site}: the fence is readable`, async ({ page, address }) => {
      await page.goto(address + path);
      await expect(page.locator("policymark-view pre").first()).toHaveText("(We) may [collect] your <email> and {{{ x }}} to {send you letters}.");
      await expect(page.locator("policymark-view pre").first()).toBeVisible();
    });
  });
}

test("a frame shows a file, and a rendered page needs no program", async ({ page, address }) => {
  await page.goto(`${address}/plain/`);
  await expect(page.frameLocator("#frame").locator("policymark-view article")).toHaveCount(2);
  await expect(page.frameLocator("#frame").locator(".legend")).toContainText("参与方");
  await expect(page.frameLocator("#page").locator(".pm-text mark.pm-data").first()).toContainText("手机号");
});

test("the element takes over a rendered page", async ({ page, address }) => {
  await page.goto(`${address}/plain/alive.html`);
  await expect(page.locator("policymark-view article")).toHaveCount(2);
  await expect(page.locator("mark.pm-data").first()).toBeHidden();
});
