import { bothSchemes, check, expect, hostPage, looks, script, test } from "./fixtures.ts";
import { editor, Writer } from "./writer.ts";

const policy = "(We) may [collect] your <email> to {send you letters}.\n";
const view = `<policymark-view loading="eager" value="(They) [sell] &lt;it>."></policymark-view>`;
const strict =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; worker-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'";

/** Marks a word with the keyboard, types, and undoes it. */
async function writes(writer: Writer): Promise<void> {
  await expect(writer.mark("data", "email")).toBeVisible();
  const before = await writer.value();
  await writer.select("may");
  await writer.page.keyboard.type("{");
  await expect(writer.mark("purpose", "may")).toBeVisible();
  await writer.select("We");
  await writer.page.keyboard.type("Us");
  await expect(writer.mark("actor", "Us")).toBeVisible();
  await writer.press("ControlOrMeta+z", 2);
  expect(await writer.value()).toBe(before);
}

for (const [what, policies] of [
  ["a strict content security policy", strict],
  ["Trusted Types", `${strict}; require-trusted-types-for 'script'; trusted-types lit-html policymark`],
] as const) {
  test(`under ${what}`, async ({ page, open }) => {
    await open({ html: hostPage(editor(policy)), headers: { "Content-Security-Policy": policies } });
    const writer = new Writer(page);
    await writes(writer);
    await expect(writer.cards).toHaveCount(1);
    expect(page.workers()).toHaveLength(1);
    await writer.press("ControlOrMeta+f");
    await expect(writer.element.locator(".cm-search [main-field]")).toBeFocused();
  });
}

test("in a shadow root, with a theme and a language of its own", async ({ page, open }) => {
  await open(`<div id="host"></div><script>
    const root = document.getElementById("host").attachShadow({ mode: "open" });
    root.innerHTML = "<section lang=zh><policymark-editor theme=dark></policymark-editor></section>";
    root.querySelector("policymark-editor").setAttribute("value", ${JSON.stringify(policy)});
  </script>`);
  const writer = new Writer(page);
  await writes(writer);
  await expect(writer.element.getByRole("button", { name: "数据", exact: true })).toBeVisible();
  const paper = () => writer.element.locator(".cm-editor").evaluate((text) => getComputedStyle(text).backgroundColor);
  expect(await paper()).toBe("rgb(27, 30, 35)");
  await writer.element.evaluate((element) => element.setAttribute("theme", "light"));
  expect(await paper()).toBe("rgb(255, 255, 255)");
  await writer.element.evaluate((element) => element.setAttribute("lang", "en"));
  await expect(writer.element.getByRole("button", { name: "Data", exact: true })).toBeVisible();
  await expect(writer.cards).toContainText("Purpose");
  await expect(writer.element.getByRole("textbox", { name: "Policy text" })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
});

test("twenty views and an editor share one engine and one program", async ({ page, open, site }) => {
  await open({ html: hostPage(view.repeat(10) + editor(policy, 'loading="eager"') + view.repeat(10)) });
  await expect(page.locator("policymark-view article")).toHaveCount(20);
  const writer = new Writer(page);
  await writes(writer);
  await expect(writer.cards).toHaveCount(1);
  expect(page.workers()).toHaveLength(1);
  expect(site.asked.filter((path) => path.endsWith(".wasm"))).toHaveLength(1);
});

test("editors of one page have a text and a language each, and share the engine", async ({ page, open }) => {
  await open(
    `${editor(policy, 'id="one" lang="en"')}${editor("(我们)会[收集]您的<手机号>。\n", 'id="two" lang="zh"')}`,
  );
  const one = new Writer(page, "#one");
  const two = new Writer(page, "#two");
  await writes(one);
  await two.select("会");
  await page.keyboard.press("Alt+4");
  await expect(two.mark("purpose", "会")).toBeVisible();
  await expect(two.said).toContainText("已标注");
  await writes(one);
  await expect(two.cards).toContainText("手机号");
  await expect(one.cards).toContainText("email");
  // One that comes later, in the place of one that went, has its own too.
  await page.evaluate(() => document.getElementById("one")!.remove());
  await page.evaluate((policy) => {
    const three = Object.assign(document.createElement("policymark-editor"), { id: "three", value: policy });
    document.querySelector("main")!.append(three);
  }, policy);
  await writes(new Writer(page, "#three"));
  await two.press("ControlOrMeta+Home");
  await two.select("您");
  await page.keyboard.type("<");
  await expect(two.mark("data", "您")).toBeVisible();
  expect(page.workers()).toHaveLength(1);
});

test("pages that only show policies do not load the editor", async ({ page, open, site }) => {
  await open(view);
  await expect(page.locator("policymark-view article")).toHaveCount(1);
  expect(site.asked.filter((path) => path.endsWith(".js"))).toEqual([
    "/policymark/policymark.js",
    "/policymark/policymark-worker.js",
  ]);
});

test("one far below starts when it comes into sight", async ({ page, open, site }) => {
  await open(`<div style="height:5000px"></div>${editor(policy)}`);
  await page.waitForFunction(() => customElements.get("policymark-editor"));
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(site.asked.filter((path) => /\.wasm$|editing/.test(path))).toEqual([]);
  await page.locator("policymark-editor").scrollIntoViewIfNeeded();
  await expect(new Writer(page).mark("data", "email")).toBeVisible();
});

test("the module under an address with a query", async ({ page, open, site }) => {
  await open({ html: hostPage(editor(policy), script.replace(".js", ".js?v=1")) });
  const writer = new Writer(page);
  await writes(writer);
  // What the engine refuses is said, and nothing else happens.
  await writer.select(") may [c");
  await writer.press("Alt+3");
  await expect(writer.element.locator(".refusal")).toBeVisible();
  expect(await writer.value()).toBe(policy);
  expect(site.asked.filter((path) => path.endsWith(".wasm"))).toHaveLength(1);
});

test("without the engine the text can be edited, and it is said", async ({ page, open, site, faults }) => {
  site.missing.add("/policymark/policymark.wasm");
  await open(editor(policy));
  const writer = new Writer(page);
  await writer.text.click();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type("Now ");
  expect(await writer.value()).toBe(`Now ${policy}`);
  await expect(writer.element.getByRole("alert")).toContainText("You can edit the text");
  await writer.press("ArrowLeft");
  await writer.press("Alt+1");
  await expect(writer.said).toContainText("Your text is safe");
  await writer.press("ArrowRight");
  await page.keyboard.type("more ");
  expect(await writer.value()).toBe(`Now more ${policy}`);
  site.missing.clear();
  await writer.element.getByRole("button", { name: "Start it again" }).click();
  await expect(writer.mark("data", "email")).toBeVisible();
  await expect(writer.element.getByRole("alert")).toHaveCount(0);
  expect(await writer.value()).toBe(`Now more ${policy}`);
  faults.splice(0, Infinity, ...faults.filter((fault) => !fault.includes("404")));
});

test("an engine that ends is replaced, and nothing is lost", async ({ page, open, faults }) => {
  await open(`${editor(policy, 'id="one"')}${editor("(They) [sell] <it>.\n", 'id="two"')}`);
  const one = new Writer(page, "#one");
  const two = new Writer(page, "#two");
  await writes(one);
  await expect(two.mark("data", "it")).toBeVisible();
  await page
    .workers()[0]!
    .evaluate(() =>
      setTimeout(() => {
        throw new Error("ended by the test");
      }),
    )
    .catch(() => {});
  await writes(one);
  await two.select("sell");
  await page.keyboard.press("Alt+0");
  await expect(two.mark("action", "sell")).toHaveCount(0);
  faults.splice(0, Infinity, ...faults.filter((fault) => !fault.includes("ended by the test")));
});

test("without its part of the package the text stays readable", async ({ page, open, site, faults }) => {
  site.missing.add("/policymark/policymark-editing.js");
  await open(
    `${editor(policy)}<policymark-editor src="/examples/none.txt"><p>Our policy, in short.</p></policymark-editor>`,
  );
  await expect(page.locator("policymark-editor .raw")).toContainText("(We) may");
  await expect(page.getByRole("alert").first()).toContainText("could not be loaded");
  await expect(page.getByText("Our policy, in short.")).toBeVisible();
  await expect(page.getByRole("alert").nth(1)).toContainText("404");
  faults.splice(0, Infinity, ...faults.filter((fault) => !fault.includes("404")));
});

test("what is typed is none of the page's keys", async ({ page, open, site }) => {
  site.pages.set("/keys.js", {
    html: `window.keys = []; document.addEventListener("keydown", (event) => keys.push(event.key));`,
  });
  await open({ html: hostPage(editor(policy), `<script src="/keys.js"></script>${script}`) });
  const writer = new Writer(page);
  await writer.text.click();
  await page.keyboard.type("/s?");
  await writer.press("ControlOrMeta+s");
  expect(await page.evaluate(() => (window as any).keys)).toEqual(["Control", "s"]);
});

test("the host's styles stay outside and ours inside", async ({ page, open }) => {
  const hostile = `<style>
    html { font-size: 40px; letter-spacing: 1em; text-transform: uppercase; line-height: 5; color: lime; text-align: right; white-space: nowrap; --ink: red; --paper: red; --actor-ink: red; --size-3: 99px; }
    * { margin: 50px; font-weight: 900; background: yellow; }
    p, h1, h2, span, button, article, li, ul, .cm-line { display: none !important; }
  </style>`;
  const measure = () =>
    page.evaluate(() => {
      const { shadowRoot } = document.querySelector("policymark-editor")!;
      return [
        ".cm-content",
        ".cm-line",
        ".pm-mark.pm-actor",
        "article",
        "button.chip",
        ".bar button",
        ".status",
        ".tabs button",
        ".own",
      ].map((selector) => {
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
          "padding",
        ] as const;
        return [selector, Math.round(element.getBoundingClientRect().height), ...names.map((name) => style[name])];
      });
    });
  const writer = new Writer(page);
  await open(`<div style="width:1000px">${editor(policy)}</div>`);
  await expect(writer.cards).toHaveCount(1);
  const calm = await measure();
  await open({
    html: hostPage(
      `<div style="width:1000px;margin:0">${editor(policy, 'style="margin:0"')}</div><em id="theirs" class="cm-line pm-mark">theirs</em>`,
      hostile + script,
    ),
  });
  await expect(writer.cards.first()).toBeAttached();
  expect(await measure()).toEqual(calm);
  expect(
    await page.evaluate(() => document.adoptedStyleSheets.length + document.head.querySelectorAll("style").length),
  ).toBe(1);
});

for (const [name, use, lang] of looks) {
  test.describe(`in ${name}`, () => {
    test.use(use as object);
    test("nothing stands in anybody's way", async ({ page, open }) => {
      await open({
        html: hostPage(
          `<policymark-editor src="/examples/shop-zh.policymark.txt" panels="legend toolbar practices problems status"></policymark-editor>`,
          bothSchemes,
          lang,
        ),
      });
      const writer = new Writer(page);
      await expect(writer.cards.first()).toBeVisible();
      await check(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await writer.element.getByRole("tab").nth(1).click();
      await writer.text.click();
      await page.keyboard.type("(");
      await page.keyboard.press("F8");
      await expect(writer.element.locator(".card")).toBeInViewport({ ratio: 1 });
      await check(page);
    });
  });
}
