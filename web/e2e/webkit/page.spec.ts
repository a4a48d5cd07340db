import { squiggle, typeOn, work, worked } from "../hands.ts";
import { expect, test } from "./fixtures.ts";

test.describe("the page", () => {
  test("from a server", async ({ tab, server }) => {
    await tab.goto(server.address);
    await work(tab);
    await expect.poll(() => tab.count(".state[title='Kept in this browser']")).toBe(1);
    await tab.reload();
    await expect.poll(() => tab.textOf(".cm-content")).toBe(worked);
    await tab.find(squiggle);
  });

  test("from a disk", async ({ tab, file }) => {
    await tab.goto(file);
    await work(tab);
    await typeOn(tab);
  });

  test("from a disk, many times, without a hang", async ({ tab, file }) => {
    test.setTimeout(300_000);
    for (let i = 0; i < 6; i++) {
      await tab.goto("about:blank");
      await tab.goto(file);
      await tab.find("pm-practice-card");
    }
  });
});
