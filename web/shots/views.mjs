import { large, texts } from "./texts.mjs";

/** @typedef {ReturnType<typeof import("./hand.mjs").handOn>} Hand */

const caretIn = async ({ page, select }, words) => {
  await select(words);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowRight");
};
const faulty = async ({ open, tab, lang }) => {
  await open("faulty.txt", texts[lang].faulty);
  await tab("problems");
};
const compared =
  (files, rest = async () => {}) =>
  async (hand) => {
    const { page, open, files: choose, lang } = hand;
    const [first, ...others] = files(texts[lang]);
    await open(...first);
    await choose("compareFile", ...others);
    await page.locator("pm-compare .row .head").first().waitFor();
    await rest(hand);
  };
const two = ({ annotators: [a, b] }) => [
  ["a.txt", a],
  ["b.txt", b],
];
const mode =
  (kind) =>
  async ({ page }) => {
    await page.locator("pm-compare select").selectOption(kind);
    await page.locator("pm-compare .row .head, pm-compare .empty strong").first().waitFor();
  };
/** A document that has left the text it was published as. */
const drifted = async ({ page, open, select, lang }) => {
  await open("policy.txt", texts[lang].publish);
  for (const [from, to] of texts[lang].changes) {
    await select(from);
    await page.keyboard.insertText(to);
  }
  await page.locator("pm-drift button").waitFor({ state: "attached" });
};
const hostPage = (lang, panels, example) => `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1"><title>A page</title>
  <style>:root{color-scheme:light dark;font-family:system-ui,sans-serif}body{max-width:46rem;margin:1rem auto;padding:0 1rem}</style>
  <script type="module" src="/policymark/policymark.js"></script></head><body>
  <policymark-view loading="eager" src="/examples/${example}" ${panels ? `panels="${panels}"` : ""}></policymark-view></body></html>`;
const viewer =
  (panels, far) =>
  async ({ host, page, pick }) => {
    await host(hostPage(pick("en", "zh-CN"), panels, pick("app-en.policymark.txt", "shop-zh.policymark.txt")));
    await page.locator("policymark-view article").first().waitFor();
    if (far)
      await page
        .locator("policymark-view article")
        .first()
        .evaluate((card) => card.scrollIntoView());
  };

/**
 * The views that `make shots` takes pictures of: a name, and how a person gets there
 * from the first sample. Add a line for each new one.
 *
 * @type {Record<string, (hand: Hand) => Promise<unknown>>}
 */
export const views = {
  start: async () => {},
  readme: async ({ command, page, select }) => {
    await command("example-app-en");
    await page.locator("pm-status", { hasText: "app-en" }).waitFor();
    await select("sign in through another service");
    await page.keyboard.press("ArrowRight");
    await page.locator(".pm-at-caret-purpose").first().waitFor();
  },
  shop: async ({ command, page }) => {
    await command("example-shop-zh");
    await page.locator("pm-status", { hasText: "shop-zh" }).waitFor();
    await page.locator(".pm-mark", { hasText: "手机号码" }).first().waitFor();
  },
  "view-reading": ({ command, page }) => command("view-reading").then(() => page.locator(".pm-reading").waitFor()),
  "view-adjusting": async (hand) => {
    await hand.command("view-reading");
    await caretIn(hand, hand.pick("postal carrier", "口味偏好"));
  },
  empty: async ({ page }) => {
    await page.keyboard.press("Alt+n");
    await page.locator(".cm-placeholder").waitFor();
  },
  selected: ({ select, pick }) => select(pick("delivery address", "手机号码")),
  card: async ({ page }) => {
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.insertText("(我们会[收集]您的<电话>。");
    await page.locator(".pm-squiggle-error").last().waitFor();
    await page.keyboard.press("F8");
    await page.locator("pm-problem-card").waitFor();
  },
  find: ({ page }) => page.keyboard.press("ControlOrMeta+f"),
  alike: async (hand) => {
    const { page, open, select, lang } = hand;
    await open("alike.txt", texts[lang].alike);
    await select(texts[lang].words);
    await page.keyboard.press("ControlOrMeta+Shift+l");
    await page.locator("pm-alike .place").first().waitFor();
  },
  "alike-none": async ({ page, open }) => {
    await open("alike.txt", "(x) [use] <y>.\n");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.press("ControlOrMeta+Shift+l");
    await page.locator("pm-alike dialog[open]").waitFor();
  },
  print: async ({ page, command }) => {
    await page.evaluate(() => (window.print = () => dispatchEvent(new Event("beforeprint"))));
    await command("print");
    await page.locator("#print").waitFor({ state: "attached" });
    await page.emulateMedia({ media: "print" });
  },

  practices: ({ tab }) => tab("practices"),
  "practices-filter": async ({ tab, page }) => {
    await tab("practices");
    await page.locator("pm-practice-filter [aria-controls=fields]").click();
    await page.locator("pm-practice-filter pm-menu button").last().click();
    await page.locator("[role=menuitemradio]:visible").nth(2).click();
  },
  "practices-none": async ({ tab, page }) => {
    await tab("practices");
    await page.locator("pm-practice-filter input").fill("xyzzy");
    await page.locator("pm-practices .empty").waitFor();
  },
  "practices-empty": async ({ open, tab, pick }) => {
    await open("empty.txt", pick("Nothing is marked here.\n", "这里没有标注。\n"));
    await tab("practices");
  },
  "practices-why": async ({ open, tab, page, lang }) => {
    await open("policy.txt", texts[lang].inferred);
    await tab("practices");
    await page.locator("pm-practice-card .why:visible").first().click();
  },
  "practices-correct": async ({ tab, page }) => {
    await tab("practices");
    await page.locator("pm-practice-card .edit").first().click({ force: true });
    await page.locator("[role=menu]:popover-open").waitFor();
  },
  "practices-many": async ({ open, tab, lang }) => {
    await open("large.txt", large(lang));
    await tab("practices");
  },
  table: ({ command, page }) =>
    command("practiceTable").then(() => page.locator("pm-practice-table .rows").first().waitFor()),
  "table-many": async ({ open, command, page, lang }) => {
    await open("large.txt", large(lang));
    await command("practiceTable");
    await page.locator("pm-practice-table .rows").first().waitFor();
  },
  flow: ({ command, page }) => command("practiceFlow").then(() => page.locator("pm-flow .node").first().waitFor()),
  "flow-many": async ({ open, command, page, lang }) => {
    await open("large.txt", large(lang));
    await command("practiceFlow");
    await page.locator("pm-flow .node").first().waitFor();
  },
  data: ({ tab, page }) => tab("data").then(() => page.locator("pm-data .chip").first().waitFor()),
  "data-actors": async ({ tab, page }) => {
    await tab("data");
    await page.locator("pm-data .chip").first().waitFor();
    await page.locator("pm-data [aria-pressed]").nth(1).click();
  },
  "data-empty": async ({ page, open, tab, pick }) => {
    await open("empty.txt", pick("Nothing is marked here.\n", "这里没有标注。\n"));
    await tab("data");
    await page.locator("pm-data .empty").waitFor();
  },

  problems: ({ tab }) => tab("problems"),
  "problems-many": (hand) => faulty(hand),
  "problems-grouped": async (hand) => {
    await faulty(hand);
    await hand.page.locator("pm-problems .switch").click();
    await hand.page.locator("pm-problems .group").first().waitFor();
  },
  "problems-rule-menu": async (hand) => {
    await faulty(hand);
    await hand.page.getByRole("button", { name: hand.pick("Show one rule", "只看一条规则") }).click();
  },
  "problems-rule": async (hand) => {
    await faulty(hand);
    await hand.page.getByRole("button", { name: hand.pick("Show one rule", "只看一条规则") }).click();
    await hand.page.locator("[role=menuitemradio]:visible").nth(1).click();
    await hand.page.locator("pm-problems .only").waitFor();
  },
  "problems-ignored": async (hand) => {
    const { page, pick } = hand;
    await faulty(hand);
    await page
      .getByRole("button", { name: pick(/^Ignore it here/, /^在此忽略|^此处不再提示|忽略/) })
      .first()
      .click();
    await page
      .locator("pm-problems")
      .getByRole("button", { name: pick("Rule settings…", "规则设置…") })
      .click();
    await page.getByRole("menuitem", { name: pick("Ignored (1)", "不再提示的（1）") }).click();
    await page.getByRole("dialog").waitFor();
  },
  "problems-levels": async (hand) => {
    const { page, pick } = hand;
    await faulty(hand);
    await page
      .locator("pm-problems")
      .getByRole("button", { name: pick("Rule settings…", "规则设置…") })
      .click();
    await page.getByRole("menuitem", { name: pick("Rule settings…", "规则设置…") }).click();
    await page.getByRole("dialog").waitFor();
  },
  "problems-explain": async (hand) => {
    await faulty(hand);
    await hand.page.locator("pm-problems .explain").first().click();
    await hand.page.getByRole("dialog").waitFor();
  },

  suggestions: async ({ command, page, tab }) => {
    await command("example-plain-zh");
    await page.locator("pm-dialogs .button.primary").click();
    await tab("suggestions");
    await page.locator("pm-suggestions .suggestion").first().waitFor();
  },
  "suggestions-going": async ({ command, page, tab }) => {
    await command("example-plain-zh");
    await page.locator("pm-dialogs .button.primary").click();
    await tab("suggestions");
    await page.locator("pm-suggestions .suggestion").first().waitFor();
    await page.locator("pm-suggestions .bar .button").click();
  },
  "suggestions-none": async ({ tab, page, open, pick }) => {
    await open("empty.txt", pick("Nothing to mark.\n", "没有可标注的。\n"));
    await tab("suggestions");
    await page.locator("pm-suggestions .empty strong").waitFor();
  },

  "compare-start": ({ tab, page }) => tab("compare").then(() => page.locator("pm-compare .start").waitFor()),
  "compare-empty": async ({ page, tab }) => {
    await page.keyboard.press("Alt+n");
    await page.locator(".cm-placeholder").waitFor();
    await tab("compare");
    await page.locator("pm-compare .start").waitFor();
  },
  "compare-annotators": compared(two),
  "compare-decided": compared(two, async ({ page }) => {
    const current = page.locator("pm-compare .row[aria-current]");
    await current.locator(".do button").first().click();
    await page.locator("pm-compare .filter button").first().waitFor();
  }),
  "compare-agreement": compared(two, ({ page }) => page.locator("pm-compare summary").click()),
  "compare-carry": compared(({ old, newer }) => [
    ["old.txt", old],
    ["new.txt", newer],
  ]),
  "compare-left": compared(
    ({ old, newer }) => [
      ["old.txt", old],
      ["new.txt", newer],
    ],
    async ({ page, tab }) => {
      await page.locator("pm-compare .button.primary").click();
      await page
        .locator("pm-status", { hasText: "policymark.txt" })
        .or(page.locator("pm-compare .left"))
        .first()
        .waitFor({ state: "attached" });
      await tab("compare");
      await page.locator("pm-compare .left").waitFor();
    },
  ),
  "compare-practices": compared(
    ({ old, newerMarked }) => [
      ["old.txt", old],
      ["new.txt", newerMarked],
    ],
    mode("practices"),
  ),
  "compare-text": compared(
    ({ old, newerMarked }) => [
      ["old.txt", old],
      ["new.txt", newerMarked],
    ],
    mode("text"),
  ),
  "compare-same": compared(
    ({ old }) => [
      ["old.txt", old],
      ["new.txt", old],
    ],
    mode("text"),
  ),
  "compare-refused": compared(
    ({ old, newer }) => [
      ["old.txt", old],
      ["new.txt", newer],
    ],
    async ({ page }) => {
      await page.locator("pm-compare select").selectOption("annotators");
      await page.locator("pm-compare [role=alert]").waitFor();
    },
  ),
  "compare-drift-sign": drifted,
  "compare-drift": async (hand) => {
    await drifted(hand);
    await hand.command("compareBase");
    await hand.page.locator("pm-compare .row .head").first().waitFor();
  },

  documents: async ({ open, page, lang }) => {
    await open("policy.txt", texts[lang].publish);
    await open("old version of the policy of the shop.txt", texts[lang].old);
    await page.keyboard.press("Alt+p");
    await page.locator("pm-documents [aria-selected=true]").waitFor();
  },
  "documents-found": async ({ open, page, lang, pick }) => {
    await open("policy.txt", texts[lang].publish);
    await open("old.txt", texts[lang].old);
    await page.keyboard.press("Alt+p");
    await page.locator("pm-documents input").fill(pick("order", "订单"));
    await page.locator("pm-documents mark").first().waitFor();
  },
  "documents-bin": async ({ open, page, lang }) => {
    await open("policy.txt", texts[lang].publish);
    await open("old.txt", texts[lang].old);
    await page.keyboard.press("Alt+p");
    await page.locator("pm-documents [aria-selected=true]").waitFor();
    await page.keyboard.press("Delete");
    await page.locator("pm-documents .said:not(:empty)").waitFor();
    await page.locator("pm-documents select").last().selectOption("bin");
  },
  "documents-erase": async ({ open, page, lang }) => {
    await open("policy.txt", texts[lang].publish);
    await page.keyboard.press("Alt+p");
    await page.locator("pm-documents [aria-selected=true]").waitFor();
    await page.keyboard.press("Delete");
    await page.locator("pm-documents select").last().selectOption("bin");
    await page.locator("pm-documents [role=option]").first().click();
    await page.locator("pm-documents .actions button").last().click();
    await page.locator("pm-ask dialog[open]").waitFor();
  },
  "documents-rename": async ({ open, page, lang }) => {
    await open("policy.txt", texts[lang].publish);
    await page.keyboard.press("Alt+p");
    await page.locator("pm-documents [aria-selected=true]").waitFor();
    await page.keyboard.press("F2");
    await page.locator("pm-ask dialog[open]").waitFor();
  },
  history: async (hand) => {
    const { page } = hand;
    await drifted(hand);
    await hand.command("nameVersion");
    await page.locator("pm-ask input").fill(hand.pick("sent to the lawyers", "送审稿"));
    await page.keyboard.press("Enter");
    await page.locator(".cm-content").focus();
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.insertText(hand.pick("\nAnd one line more.\n", "\n再加一行。\n"));
    await page.keyboard.press("Alt+h");
    await page.locator("pm-history [role=option]").first().waitFor();
    await page.keyboard.press("End");
    await page.locator("pm-history .text").waitFor();
  },
  "history-empty": async ({ page }) => {
    await page.keyboard.press("Alt+n");
    await page.locator(".cm-placeholder").waitFor();
    await page.keyboard.press("Alt+h");
    await page.locator("pm-history dialog[open]").waitFor();
  },
  "file-plain": async ({ command, page }) => {
    await command("example-plain-zh");
    await page.getByRole("dialog").waitFor();
  },
  "file-markup": async ({ files, page, lang }) => {
    await files("open", ["faulty.txt", texts[lang].faulty]);
    await page.locator("pm-dialogs dialog[open]").waitFor();
  },
  "file-refused": async ({ page, command }) => {
    const chooser = page.waitForEvent("filechooser");
    await command("open");
    await (await chooser).setFiles([
      { name: "picture.png", mimeType: "image/png", buffer: Buffer.from([137, 80, 78, 71, 0, 0, 0, 1, 255, 254]) },
    ]);
    await page.locator("pm-dialogs dialog[open]").waitFor();
  },

  "menu-file": ({ menu, pick }) => menu(pick("File", "文件")),
  "menu-view": ({ menu, pick }) => menu(pick("View", "显示")),
  "menu-help": ({ menu, pick }) => menu(pick("Help", "帮助")),
  palette: ({ page }) => page.keyboard.press("ControlOrMeta+k"),
  "palette-found": async ({ page, pick }) => {
    await page.keyboard.press("ControlOrMeta+k");
    await page.getByRole("combobox").fill(pick("mark", "标注"));
  },
  "palette-none": async ({ page }) => {
    await page.keyboard.press("ControlOrMeta+k");
    await page.getByRole("combobox").fill("xqxq");
  },
  "help-guideline": ({ command }) => command("help-guideline"),
  "help-language": ({ command }) => command("help-language"),
  "help-keys": ({ command }) => command("help-keys"),
  "help-keys-recording": async ({ command, page }) => {
    await command("help-keys");
    await page.locator("pm-keys-list .record").first().click();
  },
  "help-rules": ({ command }) => command("help-rules"),
  "help-rule": async ({ command, page }) => {
    await command("help-rules");
    await page.locator("pm-help .rules button, pm-help li button").first().click();
  },
  "help-about": ({ command }) => command("help-about"),

  viewer: viewer(""),
  "viewer-practices": viewer("legend text practices problems", true),
};

/** The views that there are on a phone alone.
 *
 * @type {Record<string, (hand: Hand) => Promise<unknown>>} */
export const phoneViews = {
  "touch-bar": async ({ page }) => {
    await page.locator(".cm-content").tap();
    await page.keyboard.press("ControlOrMeta+Home");
    for (let i = 0; i < 5; i++) await page.keyboard.press("Shift+ArrowRight");
    await page.locator("pm-touch-bar[shown]").waitFor();
  },
  outline: async ({ page, pick }) => {
    await page.getByRole("button", { name: pick("Show the outline", "显示大纲") }).click();
    await page.locator(".drawer[open]").waitFor();
  },
};
