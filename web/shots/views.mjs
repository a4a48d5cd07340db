/**
 * The views that `make shots` takes a picture of: a name, and how a person gets
 * there from the first sample. Add a line for each new one. Names in the other
 * language are given by pick(english, chinese).
 *
 * @typedef {{ page: import("@playwright/test").Page, pick: (en: string, zh: string) => string,
 *   tab: (id: string) => Promise<void>, menu: (name: string, item?: string) => Promise<void>,
 *   command: (id: string) => Promise<void> }} Hand
 * @type {Record<string, (hand: Hand) => Promise<unknown>>}
 */
export const views = {
  start: async () => {},
  practices: ({ tab }) => tab("practices"),
  problems: ({ tab }) => tab("problems"),
  "menu-file": ({ menu, pick }) => menu(pick("File", "文件")),
  "menu-view": ({ menu, pick }) => menu(pick("View", "显示")),
  "menu-help": ({ menu, pick }) => menu(pick("Help", "帮助")),
  shop: async ({ command, page }) => {
    await command("example-shop-zh");
    await page.locator("pm-status", { hasText: "shop-zh" }).waitFor();
  },
  app: async ({ command, page }) => {
    await command("example-app-en");
    await page.locator("pm-status", { hasText: "app-en" }).waitFor();
  },
  reading: ({ command, page }) => command("example-plain-zh").then(() => page.getByRole("dialog").waitFor()),
  find: ({ page }) => page.keyboard.press("ControlOrMeta+f"),
  card: async ({ page }) => {
    await page.locator(".cm-content").click();
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.insertText("(我们会[收集]您的<电话>。");
    await page.locator(".pm-squiggle").last().waitFor();
    await page.keyboard.press("F8");
    await page.locator("pm-problem-card").waitFor();
  },
  palette: ({ page }) => page.keyboard.press("ControlOrMeta+k"),
  "palette-found": async ({ page, pick }) => {
    await page.keyboard.press("ControlOrMeta+k");
    await page.getByRole("combobox").fill(pick("mark", "标注"));
  },
  "help-guideline": ({ command }) => command("help-guideline"),
  "help-language": ({ command }) => command("help-language"),
  "help-keys": ({ command }) => command("help-keys"),
  "help-rules": ({ command }) => command("help-rules"),
  "help-about": ({ command }) => command("help-about"),
};
