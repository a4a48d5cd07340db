import { expect, test } from "./fixtures.ts";

const policy = "(We) may [collect] your <email> to {send you letters}.\n";

test("a policy from an address: text, legend, practices, events", async ({ page, open, site }) => {
  site.pages.set("/listen.js", {
    html: `for (const name of ["ready", "practices", "problems", "error"])
      document.querySelector("policymark-view").addEventListener(name, (event) => (window.told ??= []).push([name, structuredClone(event.detail)]));`,
  });
  await open({
    html: `<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><script type="module" src="/listen.js"></script><script type="module" src="/policymark/policymark.js"></script><policymark-view src="/examples/shop-zh.policymark.txt" lang="en"></policymark-view>`,
  });
  const view = page.locator("policymark-view");
  await expect(view.locator("article")).toHaveCount(28);
  await expect(view.locator(".legend li")).toHaveCount(4);
  await expect(view.locator(".text .mark")).toHaveCount(156);
  await expect(view.locator(".text")).toHaveAttribute("lang", "zh-CN");
  await expect(view.getByRole("heading", { level: 3 }).first()).toContainText("一、");
  await page.waitForFunction(() => (window as any).told?.some(([name]: [string]) => name === "ready"));
  const told = (await page.evaluate(() => (window as any).told)) as [string, any][];
  expect(told.map(([name]) => name)).toEqual(["practices", "problems", "ready"]);
  expect(told[0]![1].items).toHaveLength(28);
  expect(told[1]![1]).toMatchObject({ errors: 0 });
  expect(told[2]![1]).toMatchObject({ marks: 156, practices: 28 });
  expect(await view.evaluate((view: any) => view.practices.length)).toBe(28);
});

test("text comes from a value, a script, a pre or a code, and follows changes", async ({ page, open }) => {
  await open(`
    <policymark-view id="value"></policymark-view>
    <policymark-view id="script"><script type="text/plain">
      (We) [store] your <name>.
        Indented.
    </script></policymark-view>
    <policymark-view id="pre"><pre><code>(We) [store] your &lt;city&gt;.</code></pre></policymark-view>
    <policymark-view id="boxed"><div class="highlight"><button></button><pre>(We) [store] your &lt;age&gt;.</pre></div></policymark-view>`);
  await page.locator("#value").evaluate((view: any, value) => (view.value = value), policy);
  const text = (id: string) => page.locator(`#${id} .text`);
  await expect(text("value")).toContainText("may");
  await expect(text("script").locator("p")).toHaveText(
    /Actor \(We\) Action \[store\] your Data <name>\.\n {2}Indented\./,
  );
  await expect(page.locator("#pre .text .mark.data")).toContainText("city");
  await expect(page.locator("#boxed .text .mark.data")).toContainText("age");
  await page.locator("#value").evaluate((view: any) => (view.value = "(They) [sell] <it>."));
  await expect(text("value")).toContainText("They");
  await page.locator("#pre pre").evaluate((pre) => (pre.textContent = "(You) [read] <this>."));
  await expect(text("pre")).toContainText("You");
  await page.locator("#value").evaluate((view: any) => view.setAttribute("lang", "zh"));
  await expect(page.locator("#value .legend")).toContainText("参与方");
});

test("nothing of the text becomes markup", async ({ page, open }) => {
  await open(`<policymark-view></policymark-view>`);
  const hostile = `\\<img src=x onerror="window.hurt=1"> (a\\<b\\>) [collect] <c\\<script>hurt\\</script>>, {\\{x\\}}.\n\n# \\<h1 onclick=x>\n`;
  await page.locator("policymark-view").evaluate((view: any, value) => (view.value = value), hostile);
  await expect(page.locator("article").first()).toBeVisible();
  await expect(page.locator(".text")).toContainText('<img src=x onerror="window.hurt=1">');
  expect(
    await page
      .locator("policymark-view")
      .evaluate((view) => view.shadowRoot!.querySelectorAll("img, script, b, [onclick], [onerror]").length),
  ).toBe(0);
  expect(await page.evaluate(() => (window as any).hurt)).toBeUndefined();
});

test("inside a shadow root", async ({ page, open }) => {
  await open(`<div id="host"></div><script>
    const root = document.getElementById("host").attachShadow({ mode: "open" });
    root.innerHTML = "<section lang=zh><policymark-view></policymark-view></section>";
    root.querySelector("policymark-view").setAttribute("value", ${JSON.stringify(policy)});
  </script>`);
  await expect(page.locator("policymark-view article")).toHaveCount(1);
  await expect(page.locator("policymark-view .legend")).toContainText("参与方");
});

test("cards lead to the text, marks to their card, and addresses to either", async ({ page, open }) => {
  await open(
    `<div style="height:1500px"></div><policymark-view id="policy" loading="eager" src="/examples/shop-zh.policymark.txt"></policymark-view>`,
  );
  const view = page.locator("policymark-view");
  await expect(view.locator("article")).toHaveCount(28);
  await view.locator("article").nth(20).locator("button.chip.data").first().click();
  await expect(view.locator(".text .mark.lit")).toBeInViewport();
  await view.locator(".text .mark.lit").click();
  await expect(view.locator("article.current")).toHaveCount(1);

  const heading = view.locator(".text h4").nth(3);
  await heading.hover();
  const href = await heading.locator("a").getAttribute("href");
  expect(decodeURIComponent(href!)).toMatch(/^#policy\//);
  await page.evaluate(() => scrollTo(0, 0));
  await page.evaluate((hash) => (location.hash = hash!), href);
  await expect(heading).toBeInViewport();
  await expect(heading).toBeFocused();

  const id = await view.locator("li[data-id]").nth(25).getAttribute("data-id");
  expect(await view.evaluate((view: any, id) => view.show(id), id)).toBe(true);
  await expect(view.locator("article").nth(25)).toBeInViewport();
  expect(await view.evaluate((view: any) => view.show("data:no-such"))).toBe(false);
  await view.evaluate((view) => view.setAttribute("at", "data:手机号码"));
  await expect(view.locator(".text .mark.lit")).toContainText("手机号码");
});

test("a page opens at a place of the text", async ({ page, open }) => {
  await open(
    `<div style="height:3000px"></div><policymark-view loading="eager" value="# One\n\n(We) [use] <it>.\n\n# Two\n\nText.\n"></policymark-view><div style="height:3000px"></div>`,
    "#two",
  );
  await expect(page.locator("policymark-view .text h2").nth(1)).toBeInViewport();
});
