import { hostPage, Site, strict } from "../elements/fixtures.ts";
import { attribute } from "../elements/writer.ts";
import { expect, test } from "./fixtures.ts";

const text = "(We) [collect] your <email address> to {send you letters}.\n";

test.describe("the elements, under a strict policy", () => {
  let site: Site;
  test.beforeEach(async () => {
    site = new Site();
    await site.start();
  });
  test.afterEach(() => site.stop());

  test("a view shows marks and practices", async ({ tab }) => {
    site.pages.set("/", {
      html: hostPage(`<policymark-view value="${attribute(text)}"></policymark-view>`),
      headers: { "Content-Security-Policy": strict },
    });
    await tab.page.goto(`${site.address}/`);
    await expect.poll(() => tab.count("article")).toBe(1);
    expect(await tab.textOf("article")).toContain("email address");
  });

  test("an editor is a field of a form", async ({ tab }) => {
    const form = `<form><policymark-editor name="policy" lang="en" value="${attribute(text)}"></policymark-editor></form>`;
    site.pages.set("/", { html: hostPage(form), headers: { "Content-Security-Policy": strict } });
    await tab.page.goto(`${site.address}/`);
    await expect.poll(() => tab.count("article")).toBe(1);
    await tab.toEnd();
    await tab.type("They sell your name.");
    await tab.press("Control+Shift+ArrowLeft");
    await tab.press("Control+Shift+ArrowLeft");
    await tab.press("<");
    const value = () => tab.page.evaluate(() => new FormData(document.querySelector("form")!).get("policy"));
    await expect.poll(value).toBe(`${text}They sell your <name>.`);
    await tab.press("Control+z");
    await expect.poll(value).toBe(`${text}They sell your name.`);
  });
});
