import { bothSchemes, check, expect, hostPage, looks, script, test } from "./fixtures.ts";

const policy = "# A notice\n\n(We) may [collect] your <email> to {send you letters}.\n\n(They) [sell] <it>.\n";
const view = `<policymark-view loading="eager" value="${policy.replaceAll("<", "&lt;").replaceAll("\n", "&#10;")}"></policymark-view>`;

const strict =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; worker-src 'self'; connect-src 'self'; base-uri 'none'";

test("under a strict content security policy, in a worker", async ({ page, open }) => {
  await open({ html: hostPage(view), headers: { "Content-Security-Policy": strict } });
  await expect(page.locator("policymark-view article")).toHaveCount(2);
  expect(page.workers()).toHaveLength(1);
});

test("with Trusted Types", async ({ page, open }) => {
  const headers = {
    "Content-Security-Policy": `${strict}; require-trusted-types-for 'script'; trusted-types lit-html policymark`,
  };
  await open({ html: hostPage(view), headers });
  await expect(page.locator("policymark-view article")).toHaveCount(2);
  expect(page.workers()).toHaveLength(1);
});

test("where no worker may start, in the page itself", async ({ page, open, faults }) => {
  const headers = { "Content-Security-Policy": strict.replace("worker-src 'self'", "worker-src 'none'") };
  await open({ html: hostPage(view), headers });
  await expect(page.locator("policymark-view article")).toHaveCount(2);
  expect(page.workers()).toHaveLength(0);
  faults.splice(0, Infinity, ...faults.filter((fault) => !/worker/i.test(fault)));
});

test("the host's styles stay outside and ours inside", async ({ page, open }) => {
  const hostile = `<style>
    html { font-size: 40px; letter-spacing: 1em; text-transform: uppercase; line-height: 5; color: lime; text-align: right; white-space: nowrap; --ink: red; --paper: red; --actor-ink: red; --size-3: 99px; }
    * { margin: 50px; font-weight: 900; background: yellow; }
    p, h1, h2, span, button, article, li, ul { display: none !important; }
  </style>`;
  const measure = () =>
    page.evaluate(() => {
      const { shadowRoot } = document.querySelector("policymark-view")!;
      return [".text p", ".text h2", ".mark.actor", "article", "button.chip", ".legend li", ".own"].map((selector) => {
        const element = shadowRoot!.querySelector(selector)!;
        const style = getComputedStyle(element);
        const names = [
          "display",
          "fontSize",
          "fontWeight",
          "color",
          "backgroundColor",
          "letterSpacing",
          "textTransform",
          "textAlign",
          "whiteSpace",
          "lineHeight",
          "margin",
        ] as const;
        return [selector, element.getBoundingClientRect().height > 0, ...names.map((name) => style[name])];
      });
    });
  await open({ html: hostPage(`<div style="width:700px">${view}</div>`) });
  await expect(page.locator("policymark-view article")).toHaveCount(2);
  const calm = await measure();
  await open({
    html: hostPage(`<div style="width:700px;margin:0">${view}</div><em id="theirs">theirs</em>`, hostile + script),
  });
  await expect(page.locator("policymark-view article").first()).toBeAttached();
  expect(await measure()).toEqual(calm);
  // Nothing of ours reaches the host.
  expect(await page.locator("#theirs").evaluate((e) => getComputedStyle(e).color)).toBe("rgb(0, 255, 0)");
  expect(
    await page.evaluate(() => document.adoptedStyleSheets.length + document.head.querySelectorAll("style").length),
  ).toBe(1);
});

test("twenty on one page share one engine and one program", async ({ page, open, site }) => {
  await open({ html: hostPage(view.repeat(20)) });
  await expect(page.locator("policymark-view article")).toHaveCount(40);
  expect(page.workers()).toHaveLength(1);
  expect(site.asked.filter((path) => path.endsWith(".wasm"))).toHaveLength(1);
});

test("one far below starts when it comes into sight", async ({ page, open, site }) => {
  await open({
    html: hostPage(
      `<div style="height:5000px"></div><policymark-view src="/examples/first-en.policymark.txt"></policymark-view>`,
    ),
  });
  await page.waitForFunction(() => customElements.get("policymark-view"));
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(site.asked.filter((path) => /\.wasm$|\.txt$/.test(path))).toEqual([]);
  await page.locator("policymark-view").scrollIntoViewIfNeeded();
  await expect(page.locator("policymark-view article").first()).toBeVisible();
});

test("an element that is moved, taken out and put back goes on", async ({ page, open }) => {
  await open({ html: hostPage(`<div id="a">${view}</div><div id="b"></div>`) });
  await expect(page.locator("#a article")).toHaveCount(2);
  await page.evaluate(() => document.getElementById("b")!.append(document.querySelector("policymark-view")!));
  await expect(page.locator("#b article")).toHaveCount(2);
  await page.locator("policymark-view").evaluate((view: any) => (view.value = "(We) [use] <it>."));
  await expect(page.locator("#b article")).toHaveCount(1);
});

for (const [what, missing, body] of [
  [
    "the engine",
    "/policymark/policymark.wasm",
    `<policymark-view loading="eager" src="/examples/first-en.policymark.txt"><p>Our policy, in short.</p></policymark-view>`,
  ],
  [
    "the source",
    "/examples/none.txt",
    `<policymark-view loading="eager" src="/examples/none.txt"><p>Our policy, in short.</p></policymark-view>`,
  ],
  [
    "the script",
    "/policymark/policymark.js",
    `<policymark-view src="/examples/first-en.policymark.txt"><p>Our policy, in short.</p></policymark-view>`,
  ],
] as const) {
  test(`without ${what} what stands in the element stays readable`, async ({ page, open, site, faults }) => {
    site.missing.add(missing);
    await open({ html: hostPage(body) });
    await expect(page.getByText("Our policy, in short.")).toBeVisible();
    if (what !== "the script")
      await expect(page.getByRole("alert")).toContainText(
        what === "the engine" ? "could not be started" : "could not be loaded (404",
      );
    await expect(page.getByText("Our policy, in short.")).toBeVisible();
    expect(faults.some((fault) => fault.includes("404"))).toBe(true);
    faults.splice(0, Infinity, ...faults.filter((fault) => !fault.includes("404")));
  });
}

test("without the engine and without content the text is shown as it is", async ({ page, open, site, faults }) => {
  site.missing.add("/policymark/policymark.wasm");
  await open({ html: hostPage(view) });
  await expect(page.locator("policymark-view .raw")).toContainText("(We) may [collect] your <email>");
  await expect(page.getByRole("alert")).toBeVisible();
  // What is mended can be asked for again.
  site.missing.clear();
  await page.locator("policymark-view").evaluate((view: any) => view.refresh());
  await expect(page.locator("policymark-view article")).toHaveCount(2);
  await expect(page.getByRole("alert")).toHaveCount(0);
  faults.splice(0, Infinity, ...faults.filter((fault) => !fault.includes("404")));
});

for (const [name, use, lang] of looks) {
  test.describe(`in ${name}`, () => {
    test.use(use as object);
    test("nothing stands in anybody's way", async ({ page, open }) => {
      await open({
        html: hostPage(
          `<policymark-view src="/examples/shop-zh.policymark.txt" panels="legend text practices problems"></policymark-view>`,
          bothSchemes,
          lang,
        ),
      });
      await expect(page.locator("policymark-view article").first()).toBeVisible();
      await check(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      const dark = await page.locator("policymark-view .own").evaluate((e) => getComputedStyle(e).backgroundColor);
      if (name === "dark") expect(dark).toBe("rgb(27, 30, 35)");
      if (name === "light") expect(dark).toBe("rgb(255, 255, 255)");
    });
  });
}

test("a theme of its own goes before the page's", async ({ page, open }) => {
  await open({ html: hostPage(view.replace(" loading", ' theme="dark" loading')) });
  await expect(page.locator("policymark-view article")).toHaveCount(2);
  expect(await page.locator("policymark-view .own").evaluate((e) => getComputedStyle(e).backgroundColor)).toBe(
    "rgb(27, 30, 35)",
  );
});
