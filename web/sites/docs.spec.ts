import { readdirSync, readFileSync, statSync } from "node:fs";
import type { Page } from "@playwright/test";
import { standsInNobodysWay } from "../e2e/accessibility.ts";
import { root } from "../e2e/server.ts";
import { expect, test } from "./fixtures.ts";

const site = `${root}build/site`;
test.use({ folder: "build/site", locale: "zh-CN" });

const view = (page: Page) => page.locator("policymark-view").first();

for (const [lang, path, legend] of [
  ["Chinese", "/", "参与方"],
  ["English", "/en/", "Actor"],
] as const) {
  test(`the first page shows what it is, in ${lang}`, async ({ page, address }) => {
    await page.goto(address + path);
    await expect(view(page).locator("article")).toHaveCount(3);
    await expect(view(page).locator(".legend")).toContainText(legend);
    await expect(page.locator("html")).toHaveAttribute("lang", lang === "Chinese" ? "zh-CN" : "en");
  });
}

test("the whole editor is a part of the site", async ({ page, address }) => {
  await page.goto(`${address}/guide/start.html`);
  await page.getByRole("main").getByRole("link", { name: "打开编辑器" }).click();
  await expect(page).toHaveURL(`${address}/editor/`);
  await page.goto(`${address}/en/`);
  await page.getByRole("banner").getByRole("link", { name: "Open the editor" }).click();
  await expect(page).toHaveURL(`${address}/editor/`);
  await expect(page.locator(".pm-mark").first()).toBeVisible();
});

test("a rule has its page in both languages", async ({ page, address }) => {
  await page.goto(`${address}/rules/`);
  await page.locator("main").getByRole("link", { name: "多余的右括号" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("多余的右括号");
  await expect(page.locator(".example mark.error").first()).toHaveText(")");
  await expect(page.locator(".example li").first()).toContainText("转义为正文");
  await expect(page.getByRole("main").getByText("错误", { exact: true })).toBeVisible();
  await page.goto(`${address}/en/rules/stray-closer.html`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("A closing bracket closes nothing");
  await expect(page.locator(".example li").first()).toContainText("escape it to keep it as text");
  const rules = readdirSync(`${root}core/rules`).filter((name) => name.endsWith(".md") && name !== "README.md");
  for (const folder of ["rules", "en/rules"]) {
    const pages = readdirSync(`${site}/${folder}`).filter((name) => name !== "index.html");
    expect(pages.sort()).toEqual(rules.map((name) => name.replaceAll("_", "-").replace(".md", ".html")).sort());
  }
});

test("in the playground practices follow what is typed", async ({ page, address }) => {
  await page.goto(`${address}/playground.html`);
  const playground = page.locator(".playground");
  await expect(playground.locator("article")).not.toHaveCount(0);
  await playground.getByRole("textbox").first().click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText("(客服)会[查询]您的<订单编号>。");
  await expect(playground.locator("article")).toHaveCount(1);
  await expect(playground.locator("article")).toContainText("订单编号");
});

test("the search finds Chinese words, parts of them and English ones", async ({ page, address }) => {
  const search = async (words: string, found: string) => {
    const box = page.getByRole("searchbox");
    await expect(async () => {
      await page.keyboard.press("ControlOrMeta+k");
      await expect(box).toBeVisible({ timeout: 5_000 });
    }).toPass();
    await box.fill(words);
    await expect(page.locator(".VPLocalSearchBox .result").filter({ hasText: found }).first()).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(box).toBeHidden();
  };
  await page.goto(address);
  await search("迁移标注", "比较");
  await search("接收方", "对外提供却没有接收方");
  await search("半角括号", "标注语法");
  await search("sarif", "格式");
  await page.goto(`${address}/en/`);
  await search("reading view", "Ways to look at a document");
});

test("the switch of colours reaches the elements", async ({ page, address }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(address);
  const paper = () =>
    view(page)
      .locator(".own")
      .first()
      .evaluate((own) => getComputedStyle(own).backgroundColor);
  await expect.poll(paper).toBe("rgb(255, 255, 255)");
  await page.locator(".VPNavBarAppearance button").click();
  await expect.poll(paper).toBe("rgb(27, 30, 35)");
  // What was chosen goes before what the system asks for.
  await page.emulateMedia({ colorScheme: "dark" });
  await page.locator(".VPNavBarAppearance button").click();
  await expect.poll(paper).toBe("rgb(255, 255, 255)");
});

for (const [name, use] of [
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["a phone", { viewport: { width: 390, height: 844 } }],
] as const) {
  test.describe(`in ${name}`, () => {
    test.use(use);
    test("nothing stands in anybody's way", async ({ page, address }) => {
      test.slow();
      for (const path of [
        "/",
        "/en/",
        "/guide/start.html",
        "/en/practices.html",
        "/language.html",
        "/rules/",
        "/rules/stray-closer.html",
        "/en/embedding.html",
        "/playground.html",
      ]) {
        await test.step(path, async () => {
          await page.goto(address + path);
          if ((await view(page).count()) > 0) {
            await view(page).scrollIntoViewIfNeeded();
            await expect(view(page).locator(".own").first()).toBeVisible();
          }
          await standsInNobodysWay(page);
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
            "wider than the window",
          ).toBeLessThanOrEqual(0);
        });
      }
    });
  });
}

test("no link is dead and no page brings anything from elsewhere", () => {
  const pages = readdirSync(site, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".html") && !name.startsWith("editor/"),
  );
  expect(pages.length).toBeGreaterThan(100);
  const read = (name: string) => readFileSync(`${site}/${name}`, "utf8");
  const ids = new Map(
    pages.map((name) => [name, new Set([...read(name).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))]),
  );
  const dead: string[] = [];
  const foreign: string[] = [];
  for (const name of pages) {
    // What is shown as code asks for nothing.
    const html = read(name).replace(/<(pre|code)\b.*?<\/\1>/gs, "");
    for (const [, tag, , value] of html.matchAll(/<(\w+)\b[^>]*? (href|src)="([^"]*)"/g)) {
      if (/^(?:\w+:)?\/\//.test(value!)) {
        if (tag !== "a") foreign.push(`${name}: ${value}`);
        continue;
      }
      const { pathname, hash } = new URL(value!.replaceAll("&amp;", "&"), `http://localhost/${name}`);
      let file = decodeURIComponent(pathname).slice(1);
      if (statSync(`${site}/${file}`, { throwIfNoEntry: false })?.isDirectory())
        file = `${file}/index.html`.replace("//", "/").replace(/^\//, "");
      const known = statSync(`${site}/${file}`, { throwIfNoEntry: false })?.isFile();
      const place = decodeURIComponent(hash.slice(1));
      if (!known || (place && ids.has(file) && !ids.get(file)!.has(place))) dead.push(`${name}: ${value}`);
    }
  }
  expect(foreign).toEqual([]);
  expect(dead).toEqual([]);
});
