// Takes a picture of every view in both languages, both themes, on a desktop and on
// a phone: node shots/take.mjs FOLDER [part of a picture's name ...]
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { handOn } from "./hand.mjs";
import { phoneViews, views } from "./views.mjs";

const [folder, ...wanted] = process.argv.slice(2);
if (!folder) throw new Error("say the folder for the pictures");
await mkdir(folder, { recursive: true });

const address = new URL("../../dist/policymark.html", import.meta.url).href;
const sizes = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };
const locales = { en: "en-GB", zh: "zh-CN" };
const themes = ["light", "dark"];
const isWanted = (picture) => wanted.length === 0 || wanted.some((part) => picture.includes(part));
const browsers = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

const browser = await chromium.launch({
  executablePath: process.env["POLICYMARK_BROWSER"] ?? browsers.find((path) => existsSync(path)),
  args: ["--disable-dev-shm-usage"],
});
for (const [size, viewport] of Object.entries(sizes)) {
  for (const [lang, locale] of Object.entries(locales)) {
    for (const [name, go] of Object.entries(size === "phone" ? { ...views, ...phoneViews } : views)) {
      const nameIn = (theme) => `${name}-${lang}-${theme}-${size}`;
      if (!themes.some((theme) => isWanted(nameIn(theme)))) continue;
      const context = await browser.newContext({
        locale,
        viewport,
        reducedMotion: "reduce",
        ...(size === "phone" ? { isMobile: true, hasTouch: true } : {}),
      });
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      // Without pickers the page takes files by an input, which a program can fill.
      await page.addInitScript(() => {
        Reflect.deleteProperty(window, "showOpenFilePicker");
        Reflect.deleteProperty(window, "showSaveFilePicker");
      });
      try {
        await page.goto(address);
        await page.locator(".pm-mark").first().waitFor();
        await go(handOn(page, lang));
        for (const theme of themes.filter((one) => isWanted(nameIn(one)))) {
          await page.emulateMedia({ colorScheme: theme });
          // What a view brings is there when the page has nothing left to do.
          for (let i = 0; i < 3; i++)
            await page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 500 })));
          await page.screenshot({ path: `${folder}/${nameIn(theme)}.png` });
          console.log(nameIn(theme));
        }
      } catch (error) {
        console.error(`${name}-${lang}-${size}: ${error.message.split("\n").slice(0, 4).join(" ")}`);
        process.exitCode = 1;
      }
      await context.close();
    }
  }
}
await browser.close();
