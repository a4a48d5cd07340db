import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { editor, engineWorker, expect, test as base } from "./fixtures.ts";
import { dist, startServer, type Server } from "./server.ts";

/** The page from a server of the test's own, which it may change and stop. */
const test = base.extend<{ site: { folder: string; server: Server } }>({
  site: async ({ where }, use) => {
    const folder = await mkdtemp(join(tmpdir(), "policymark-site-"));
    if (where === "hosted") await cp(dist, folder, { recursive: true });
    const server = await startServer(where === "hosted" ? folder : dist);
    await use({ folder, server });
    server.stop();
    await rm(folder, { recursive: true });
  },
  address: async ({ where, address, site }, use) => {
    await use(where === "hosted" ? site.server.address : address);
  },
});

test.use({ serviceWorkers: "allow" });

const state = (page: Page, text: string) => page.locator("pm-status .state", { hasText: text });

test("after one visit everything works without a network", async ({
  page,
  context,
  address,
  where,
  site,
  expected,
}) => {
  await page.goto(address);
  await expect(state(page, "orks offline")).toBeVisible({ timeout: 30_000 });
  await page.close();
  site.server.stop();
  await context.setOffline(true);
  if (where === "hosted") expected.push(/service-worker\.js/, /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED/);

  // Another day: the browser has nothing of the page but what was kept.
  const later = await context.newPage();
  await later.goto(address);
  await engineWorker(later);
  await editor(later).click();
  await later.keyboard.press("ControlOrMeta+End");
  await later.keyboard.type("typed without a network [");
  await expect(later.locator(".cm-line > .pm-squiggle", { hasText: /^\[$/ })).toBeVisible();
  // Parts that no visit has asked for yet.
  await later.keyboard.press("F1");
  await expect(later.getByRole("dialog")).toBeVisible();
  await later.keyboard.press("Escape");
  await later.keyboard.press("ControlOrMeta+k");
  await expect(later.getByRole("dialog")).toBeVisible();
  await later.keyboard.press("Escape");
  await later.getByRole("tab", { name: /Data/ }).click();
  await expect(later.locator("pm-data")).toBeVisible();
  await later.reload();
  await expect(editor(later)).toContainText("typed without a network [");
});

test("a new version is announced, and taken without losing what was typed", async ({ page, address, where, site }) => {
  test.skip(where === "file", "a file from a disk is as new as the file");
  await page.goto(address);
  await expect(state(page, "Works offline")).toBeVisible({ timeout: 30_000 });
  await editor(page).click();
  await page.keyboard.press("Alt+n");
  await page.keyboard.type("typed into the old version");
  await expect(page.locator("pm-status .state[title='Kept in this browser']")).toBeVisible();

  const change = async (name: string, from: RegExp, to: string): Promise<void> => {
    const file = join(site.folder, name);
    const text = await readFile(file, "utf8");
    expect(text).toMatch(from);
    await writeFile(file, text.replace(from, to));
  };
  await change(
    "index.html",
    /<title>Policymark<\/title>/,
    "<title>Policymark</title><meta name='version' content='newer' />",
  );
  await change("service-worker.js", /"[0-9a-f]{12}"/, '"newer"');

  // The visit after the change is still the old page, and hears of the new one.
  await page.reload();
  await expect(page.locator("meta[name=version]")).toHaveCount(0);
  await expect(editor(page)).toContainText("typed into the old version");
  await expect(state(page, "A new version is ready")).toBeVisible({ timeout: 30_000 });
  await editor(page).click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(", and a word more");
  await page.getByRole("button", { name: "Update" }).click();
  await expect(page.locator("meta[name=version]")).toHaveCount(1);
  await expect(editor(page)).toContainText("typed into the old version, and a word more");
  await expect(state(page, "A new version is ready")).toHaveCount(0);
});

test("the page can be installed, and opens the files that it is started with", async ({ page, address, where }) => {
  test.skip(where === "file", "a file from a disk is no app");
  await page.addInitScript(() => {
    const launchQueue = { setConsumer: (consumer: unknown) => Object.assign(window, { consumer }) };
    Object.defineProperty(window, "launchQueue", { value: launchQueue });
  });
  await page.goto(address);
  const devtools = await page.context().newCDPSession(page);
  const { errors, data } = await devtools.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const manifest = JSON.parse(data ?? "") as { name: string; icons: { src: string; type: string }[] };
  expect(manifest.name).toBe("Policymark");
  for (const { src, type } of manifest.icons) {
    const answer = await page.request.get(new URL(src, address).href);
    expect(answer.ok(), src).toBe(true);
    expect(answer.headers()["content-type"], src).toContain(type);
  }
  await expect.poll(() => page.evaluate(() => "consumer" in window)).toBe(true);
  await page.evaluate(() => {
    const file = new File(["We collect names."], "started-with.txt");
    const handle = { kind: "file", name: file.name, getFile: async () => file };
    (window as unknown as { consumer(launch: object): void }).consumer({ files: [handle] });
  });
  await expect(page.locator("pm-status .name")).toHaveText("started-with.txt");
});

test("a string is neither markup nor a script", async ({ page, address, expected }) => {
  expected.push(/^console: This document requires 'Trusted/);
  await page.goto(address);
  await expect(editor(page)).toBeVisible();
  const refused = await page.evaluate(() => {
    const attempts: (() => void)[] = [
      () => (document.createElement("div").innerHTML = "<b>bold</b>"),
      () => new Worker("https://elsewhere.example/worker.js"),
      () => (document.createElement("script").text = "1"),
    ];
    return attempts.map((attempt) => {
      try {
        attempt();
        return "done";
      } catch (thrown) {
        return (thrown as Error).name;
      }
    });
  });
  expect(refused).toEqual(["TypeError", "TypeError", "TypeError"]);
});
