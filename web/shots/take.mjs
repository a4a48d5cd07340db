// Takes a picture of every view in both languages, both themes, on a desktop and on
// a phone: node shots/take.mjs FOLDER [part of a picture's name ...]
import { mkdir } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { views } from "./views.mjs";

const [folder, ...wanted] = process.argv.slice(2);
if (!folder) throw new Error("say the folder for the pictures");
await mkdir(folder, { recursive: true });

const address = new URL("../../dist/policymark.html", import.meta.url).href;
const sizes = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };
const locales = { en: "en-GB", zh: "zh-CN" };
const themes = ["light", "dark"];
const isWanted = (picture) => wanted.length === 0 || wanted.some((part) => picture.includes(part));

/** What the views do things with. */
const hand = (page, lang) => ({
  page,
  pick: (en, zh) => (lang === "zh" ? zh : en),
  tab: (id) => page.locator(`[role=tab][data-pane=${id}]:visible`).click(),
  async menu(name) {
    await page.getByRole("button", { name, exact: true }).click();
    await page.getByRole("menu", { name, exact: true }).waitFor();
  },
  async command(id) {
    await page.keyboard.press("ControlOrMeta+k");
    await page.locator(`pm-palette [data-id=${id}]`).click();
  },
});

const browser = await chromium.launch({
  executablePath: process.env["POLICYMARK_BROWSER"] ?? "/usr/bin/chromium",
  args: ["--disable-dev-shm-usage"],
});
for (const [size, viewport] of Object.entries(sizes)) {
  for (const [lang, locale] of Object.entries(locales)) {
    for (const [name, go] of Object.entries(views)) {
      const nameIn = (theme) => `${name}-${lang}-${theme}-${size}`;
      if (!themes.some((theme) => isWanted(nameIn(theme)))) continue;
      const context = await browser.newContext({
        locale,
        viewport,
        reducedMotion: "reduce",
        ...(size === "phone" ? { isMobile: true, hasTouch: true } : {}),
      });
      const page = await context.newPage();
      try {
        await page.goto(address);
        await page.locator(".pm-mark").first().waitFor();
        await go(hand(page, lang));
        for (const theme of themes.filter((one) => isWanted(nameIn(one)))) {
          await page.emulateMedia({ colorScheme: theme });
          // What a view brings is there when the page has nothing left to do.
          await page.evaluate(() => new Promise((done) => requestIdleCallback(() => requestAnimationFrame(done))));
          await page.screenshot({ path: `${folder}/${nameIn(theme)}.png` });
          console.log(nameIn(theme));
        }
      } catch (error) {
        console.error(`${name}-${lang}-${size}: ${error.message.split("\n")[0]}`);
        process.exitCode = 1;
      }
      await context.close();
    }
  }
}
await browser.close();
