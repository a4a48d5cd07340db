import { expect, test } from "./fixtures.ts";

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
      await expect(page.locator("policymark-view pre").first()).toHaveText(
        "(We) may [collect] your <email> and {{{ x }}} to {send you letters}.",
      );
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

test("the package as it is published works in a project of Vite", async ({ page, address }) => {
  await page.goto(`${address}/vite/`);
  const editor = page.locator("policymark-editor");
  await expect(editor.locator("article")).toContainText("email address");
  await expect(page.locator("output")).toHaveText("1");
  await editor.locator(".cm-content").click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(" (They) [sell] your <name>.");
  await expect(editor.locator("article")).toHaveCount(2);
  await expect(page.locator("output")).toHaveText("2");
});
