// Takes the pictures of the page for the documentation: node shots/take.mjs ADDRESS
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";

const address = process.argv[2];
if (!address) throw new Error("say the address of the page");
const browser = await chromium.launch({ executablePath: process.env["POLICYMARK_BROWSER"] ?? "/usr/bin/chromium" });
for (const [name, locale, menu, example, words] of [
  ["page-en", "en-GB", "File", "App, marked", "sign in through another service"],
  ["page-zh", "zh-CN", "文件", "网店，已标注", "选择用第三方账号登录"],
]) {
  const context = await browser.newContext({ locale, viewport: { width: 1280, height: 760 } });
  const page = await context.newPage();
  await page.goto(address);
  await page.locator("pm-practice-card").first().waitFor();
  await page.getByRole("button", { name: menu, exact: true }).click();
  await page.getByRole("menuitem", { name: example }).click();
  await page.locator("pm-practice-card").nth(3).waitFor();
  await page.keyboard.press("ControlOrMeta+f");
  const field = page.locator(".cm-search [main-field]");
  await field.fill(words);
  await field.press("Shift");
  await field.press("Enter");
  await field.press("Escape");
  await page.keyboard.press("ArrowRight");
  await page.locator("pm-practice-card[current]").waitFor();
  await page.waitForTimeout(500);
  await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, import.meta.url)) });
  await context.close();
}
await browser.close();
