// Takes a picture of every view in both languages, both themes, on a desktop and on
// a phone: node shots/take.mjs ADDRESS FOLDER [part of a picture's name ...]
import { mkdir } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { views } from "./views.mjs";

const [address, folder, ...wanted] = process.argv.slice(2);
if (!address || !folder) throw new Error("say the address of the page and the folder for the pictures");
await mkdir(folder, { recursive: true });

const sizes = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };
const locales = { en: "en-GB", zh: "zh-CN" };

/** What the views do things with. */
const hand = (page, lang) => {
  const pick = (en, zh) => (lang === "zh" ? zh : en);
  return {
    page,
    pick,
    tab: (id) => page.locator(`[role=tab][data-pane=${id}]:visible`).click(),
    async menu(name, item) {
      await page.getByRole("button", { name, exact: true }).click();
      await page.getByRole("menu", { name, exact: true }).waitFor();
      if (item) await page.getByRole("menuitem", { name: item }).click();
    },
    async command(id) {
      await page.keyboard.press("ControlOrMeta+k");
      await page.locator(`pm-palette [data-id=${id}]`).click();
    },
  };
};

const browser = await chromium.launch({
  executablePath: process.env["POLICYMARK_BROWSER"] ?? "/usr/bin/chromium",
  args: ["--disable-dev-shm-usage"],
});
for (const [size, viewport] of Object.entries(sizes)) {
  for (const [lang, locale] of Object.entries(locales)) {
    for (const colorScheme of ["light", "dark"]) {
      for (const [name, go] of Object.entries(views)) {
        const picture = `${name}-${lang}-${colorScheme}-${size}`;
        if (wanted.length > 0 && !wanted.some((part) => picture.includes(part))) continue;
        const context = await browser.newContext({
          locale,
          colorScheme,
          viewport,
          reducedMotion: "reduce",
          serviceWorkers: "block",
          ...(size === "phone" ? { isMobile: true, hasTouch: true } : {}),
        });
        const page = await context.newPage();
        await page.goto(address);
        await page.locator(".pm-mark").first().waitFor();
        try {
          await go(hand(page, lang));
          // What a view brings is there when the page has nothing left to do.
          await page.evaluate(() => new Promise((done) => requestIdleCallback(() => requestAnimationFrame(done))));
          await page.screenshot({ path: `${folder}/${picture}.png` });
          console.log(picture);
        } catch (error) {
          console.error(`${picture}: ${error.message.split("\n")[0]}`);
          process.exitCode = 1;
        }
        await context.close();
      }
    }
  }
}
await browser.close();
