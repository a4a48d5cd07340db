import { expect, test as inFirefox } from "../e2e/firefox/fixtures.ts";
import { serve } from "./fixtures.ts";

/** Each site in Firefox: its first page has this many elements, which all come alive. */
const pages = [
  ["build/sites", "/vitepress/index.html", "article", 1],
  ["build/sites", "/docusaurus/", "article", 1],
  ["build/sites", "/hugo/guide/", "article", 1],
  ["build/sites", "/plain/alive.html", "article", 2],
  ["build/site", "/en/", "article", 1],
  ["build/site", "/editor/", "pm-practice-card", 1],
] as const;

for (const [folder, path, what, least] of pages) {
  inFirefox(`${folder}${path} in Firefox`, async ({ tab }) => {
    const { address, stop } = await serve(folder);
    try {
      await tab.page.goto(address + path);
      await expect.poll(() => tab.count(what)).toBeGreaterThanOrEqual(least);
    } finally {
      stop();
    }
  });
}
