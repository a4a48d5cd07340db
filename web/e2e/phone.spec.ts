import type { Locator, Page } from "@playwright/test";
import type { App } from "../src/app/app.ts";
import { expect, test } from "./fixtures.ts";
import { Person } from "./person.ts";

test.use({ isMobile: true, hasTouch: true });

for (const [width, height] of [
  [320, 640],
  [390, 844],
  [430, 932],
  [667, 375],
] as const) {
  for (const locale of ["en-GB", "zh-CN"]) {
    test.describe(`${width} by ${height} in ${locale}`, () => {
      test.use({ viewport: { width, height }, locale });

      test("everything fits and can be touched", async ({ page, address }) => {
        const person = new Person(page);
        await page.goto(address);
        await expect(page.locator(".pm-mark").first()).toBeVisible();
        for (const pane of ["text", "practices", "problems"]) {
          await page.locator(`[role=tab][data-pane=${pane}]:visible`).tap();
          const row = { text: person.text, practices: person.cards.first(), problems: person.problems.first() }[pane]!;
          await expect(row).toBeVisible();
          expect(await misfits(page), pane).toEqual([]);
        }
        // A word that fits on a line is not parted from its bracket.
        await page.locator("[role=tab][data-pane=practices]:visible").tap();
        const action = person.cards.first().locator(".action-chip .chip");
        await expect.poll(async () => (await action.boundingBox())?.height ?? Infinity).toBeLessThan(40);
        for (const item of [/^(Command palette…|命令面板…)$/, /^(How to mark…|怎样标注…)$/, /^(Keys…|按键…)$/]) {
          await page.getByRole("button", { name: /^(Help|帮助)$/ }).tap();
          await page.getByRole("menuitem", { name: item }).tap();
          await expect(page.getByRole("dialog")).toBeVisible();
          expect(await misfits(page), String(item)).toEqual([]);
          await page.keyboard.press("Escape");
          await expect(page.getByRole("dialog")).toBeHidden();
        }
        // The other language is a choice of a menu here.
        await page.getByRole("button", { name: /^(View|显示)$/ }).tap();
        await page.getByRole("menuitemradio", { name: locale === "zh-CN" ? "English" : "中文" }).tap();
        await expect(page.locator("html")).toHaveAttribute("lang", locale === "zh-CN" ? "en" : "zh-CN");
        expect(await misfits(page)).toEqual([]);
      });
    });
  }
}

/** A policy whose marks, problems and suggestions stand below what the screen shows. */
const policy = [
  "# Privacy policy",
  ...Array.from({ length: 60 }, (_, i) => `Paragraph ${i + 1} says nothing about data.`),
  "## What we do",
  "(We) [collect] <your email address> {to send you news}.",
  "We share your phone number with carriers.",
  "(We [use] <your address>.",
].join("\n\n");

test.describe("a tap on a row brings the text to the front, where its place is to be seen", () => {
  test.use({ viewport: { width: 390, height: 844 }, locale: "en-GB" });

  /** Comes to a page with the policy, at its beginning. */
  async function come(page: Page, address: string): Promise<Person> {
    await page.goto(address);
    await expect(page.locator(".pm-mark").first()).toBeVisible();
    await page.evaluate(async (policy) => {
      const { desk, session } = (document.querySelector("pm-app") as App).page;
      session.show({ ...session.document, id: "policy", name: "policy.txt" }, policy);
      await desk.analysis.settled();
    }, policy);
    return new Person(page);
  }

  const turnTo = (page: Page, pane: string) => page.locator(`[role=tab][data-pane=${pane}]:visible`).tap();

  /** Taps a row and sees the words of its place selected on the screen. */
  async function tap(page: Page, row: Locator, selected: RegExp): Promise<void> {
    await expect(row).toBeVisible();
    await expect(page.locator("#text")).toBeHidden();
    await row.tap();
    await seen(page, selected);
  }

  async function seen(page: Page, selected: RegExp): Promise<void> {
    await expect(page.locator("#text")).toBeVisible();
    await expect
      .poll(() =>
        page.evaluate(() => {
          const { view } = (document.querySelector("pm-app") as App).page.desk;
          const { from, to } = view.state.selection.main;
          const at = view.coordsAtPos(from);
          const port = view.scrollDOM.getBoundingClientRect();
          const isSeen = at !== null && at.top >= port.top && at.bottom <= Math.min(port.bottom, innerHeight);
          return isSeen ? view.state.sliceDoc(from, to) : "not to be seen";
        }),
      )
      .toMatch(selected);
  }

  test("of the practices", async ({ page, address }) => {
    const person = await come(page, address);
    await turnTo(page, "practices");
    await tap(page, person.cards.first().locator(".category"), /collect/);
    await turnTo(page, "practices");
    await tap(page, person.cards.first().getByRole("button", { name: "your email address", exact: true }), /email/);
  });

  test("of the problems, and the next problem", async ({ page, address }) => {
    const person = await come(page, address);
    await turnTo(page, "problems");
    await tap(page, person.problems.first().locator(".message"), /email/);
    await turnTo(page, "problems");
    await tap(
      page,
      page.locator("pm-problems").getByRole("button", { name: "Next problem" }),
      /^(?!.*email|not to be seen)/,
    );
  });

  test("of the problems that are ignored", async ({ page, address }) => {
    const person = await come(page, address);
    await turnTo(page, "problems");
    const problem = person.problems.first();
    await problem.getByRole("button", { name: /^Ignore/ }).tap();
    await turnTo(page, "problems");
    await page.getByRole("button", { name: "Rule settings…" }).tap();
    await page.getByRole("menuitem", { name: "Ignored (1)" }).tap();
    await tap(page, page.locator("pm-ignored .what"), /email/);
  });

  test("of the data", async ({ page, address }) => {
    await come(page, address);
    await turnTo(page, "data");
    await tap(page, page.locator("pm-data .row .chip").filter({ hasText: "email" }), /email/);
  });

  test("of the suggestions", async ({ page, address }) => {
    await come(page, address);
    await turnTo(page, "suggestions");
    await tap(
      page,
      page.locator("pm-suggestions .what").filter({ hasText: "phone" }).last(),
      /phone number|share|carriers/,
    );
  });

  test("of the outline", async ({ page, address }) => {
    await come(page, address);
    await page.locator("pm-outline-opener[phone]").tap();
    await page.locator("pm-outline[drawer] .row").filter({ hasText: "What we do" }).tap();
    await expect(page.locator("pm-outline[drawer]")).toHaveCount(0);
    await seen(page, /^$/);
    // The caret stands where the heading begins.
    const line = page.evaluate(() => {
      const { state } = (document.querySelector("pm-app") as App).page.desk.view;
      return state.doc.lineAt(state.selection.main.head).text;
    });
    expect(await line).toBe("## What we do");
  });

  test("of a comparison", async ({ page, address }) => {
    await come(page, address);
    await turnTo(page, "compare");
    await page.getByRole("button", { name: "Take this text as the base" }).tap();
    await page.evaluate(async () => {
      const { desk } = (document.querySelector("pm-app") as App).page;
      desk.view.dispatch({ changes: { from: desk.view.state.doc.length, insert: "It was added." } });
      await desk.analysis.settled();
    });
    await page.locator("pm-drift button").tap();
    await tap(page, page.locator("pm-compare .row").first().locator(".words").first(), /added/);
  });

  test("of the table", async ({ page, address }) => {
    await come(page, address);
    await turnTo(page, "practices");
    await page.getByRole("button", { name: "Table of practices" }).tap();
    await tap(page, page.locator("pm-practice-table .number button").first(), /collect/);
  });
});

/** What stands over the edge of the screen, or is too small to touch. */
async function misfits(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const found: string[] = [];
    // The page is laid out no wider than the screen, and cannot be moved sideways.
    if (innerWidth > screen.width || width > innerWidth) found.push(`page: ${innerWidth}`);
    const look = (root: Document | ShadowRoot) => {
      for (const element of root.querySelectorAll<HTMLElement>("*")) {
        if (element.shadowRoot) look(element.shadowRoot);
        const { left, right, width: w, height: h } = element.getBoundingClientRect();
        if (w === 0 || h === 0 || element.closest(".hidden, .skip, svg, [popover]")) continue;
        const name = `${element.localName}.${element.className}`;
        if (right > width + 0.5 || left < -0.5) found.push(`${name} over the edge: ${left} to ${right}`);
        // Chips within lines of text may be as high as their line.
        if (element.localName === "button" && !element.matches(".chip") && (w < 24 || h < 24)) {
          found.push(`${name} is ${Math.round(w)} by ${Math.round(h)}`);
        }
      }
    };
    look(document);
    return found;
  });
}
