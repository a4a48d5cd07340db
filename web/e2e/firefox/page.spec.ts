import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { squiggle, typeOn, work, worked } from "../hands.ts";
import { dist, startServer } from "../server.ts";
import { expect, Tab, test } from "./fixtures.ts";

test.describe("the page", () => {
  test("from a server", async ({ tab, server }) => {
    await tab.page.goto(server.address);
    await work(tab);
    await expect.poll(() => tab.count(".state[title='Kept in this browser']")).toBe(1);
    await tab.page.reload();
    await expect.poll(() => tab.textOf(".cm-content")).toBe(worked);
    await tab.find(squiggle);
  });

  test("from a disk", async ({ tab, file }) => {
    await tab.page.goto(file);
    await work(tab);
    await typeOn(tab);
  });

  test("from a disk, many times, without a hang", async ({ tab, file }) => {
    for (let i = 0; i < 15; i++) {
      await tab.page.goto("about:blank");
      await tab.page.goto(file);
      await tab.find("pm-practice-card");
    }
  });

  test("without a network after one visit", async ({ tab }) => {
    const folder = await mkdtemp(join(tmpdir(), "policymark-site-"));
    await cp(dist, folder, { recursive: true });
    const server = await startServer(folder);
    try {
      await tab.page.goto(server.address);
      await expect.poll(() => tab.textOf("pm-status")).toContain("Works offline");
      server.stop();
      const later = new Tab(await tab.page.browserContext().newPage(), []);
      await tab.page.close();
      await later.page.goto(server.address);
      await later.find("pm-practice-card");
    } finally {
      server.stop();
      await rm(folder, { recursive: true });
    }
  });
});
