/**
 * The views that `make shots` takes pictures of: a name, and how a person gets there
 * from the first sample. Add a line for each new one. pick chooses a name by the
 * language of the interface; command runs a command by its id.
 *
 * @typedef {{ page: import("@playwright/test").Page, pick: (en: string, zh: string) => string,
 *   tab: (id: string) => Promise<void>, menu: (name: string) => Promise<void>,
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
  readme: async ({ command, page }) => {
    await command("example-app-en");
    await page.locator("pm-status", { hasText: "app-en" }).waitFor();
    await page.keyboard.press("ControlOrMeta+f");
    const field = page.locator(".cm-search [main-field]");
    await field.fill("sign in through another service");
    for (const key of ["Shift", "Enter", "Escape", "ArrowRight"]) await page.keyboard.press(key);
    await page.locator("pm-practice-card[current]").waitFor({ state: "attached" });
  },
  shop: async ({ command, page }) => {
    await command("example-shop-zh");
    await page.locator("pm-status", { hasText: "shop-zh" }).waitFor();
    await page.locator(".pm-mark", { hasText: "手机号码" }).first().waitFor();
  },
  reading: async ({ command, page }) => {
    await command("example-plain-zh");
    await page.getByRole("dialog").waitFor();
  },
  find: ({ page }) => page.keyboard.press("ControlOrMeta+f"),
  card: async ({ page }) => {
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.insertText("(我们会[收集]您的<电话>。");
    await page.locator(".pm-squiggle-error").last().waitFor();
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
