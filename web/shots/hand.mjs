import { readFile } from "node:fs/promises";

const root = new URL("../../", import.meta.url);

/** What the views do things with. pick chooses by the language of the interface;
 * command runs a command by its id, files one that asks for files; open opens a text
 * and host a page of somebody else that embeds elements. */
export function handOn(page, lang) {
  async function command(id) {
    await page.keyboard.press("ControlOrMeta+k");
    await page.locator(`pm-palette [data-id="${id}"]`).click();
  }
  async function files(id, ...files) {
    const chooser = page.waitForEvent("filechooser");
    await command(id);
    await (await chooser).setFiles(
      files.map(([name, text]) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) })),
    );
  }
  return {
    page,
    lang,
    pick: (en, zh) => (lang === "zh" ? zh : en),
    tab: (id) => page.locator(`[role=tab][data-pane=${id}]:visible`).click(),
    async menu(name) {
      await page.getByRole("button", { name, exact: true }).click();
      await page.getByRole("menu", { name, exact: true }).waitFor();
    },
    command,
    files,
    async open(name, text) {
      await files("open", [name, text]);
      const status = page.locator("pm-status", { hasText: name.split(".")[0] });
      const dialog = page.locator("pm-dialogs dialog[open]");
      await status.or(dialog).first().waitFor({ state: "attached" });
      if (await dialog.isVisible()) await page.locator("pm-dialogs .button.primary").click();
      await status.waitFor({ state: "attached" });
      // The engine has read it.
      await page.evaluate(() => document.querySelector("pm-app").page.desk.analysis.upToDate());
    },
    async select(words) {
      await page.locator(".cm-content").focus();
      await page.keyboard.press("ControlOrMeta+f");
      const field = page.locator(".cm-search [main-field]");
      await field.fill(words);
      for (const key of ["Shift", "Enter", "Escape"]) await field.press(key);
    },
    async host(body) {
      await page.route("http://localhost:1/**", async (route) => {
        const { pathname } = new URL(route.request().url());
        if (pathname === "/") return await route.fulfill({ contentType: "text/html; charset=utf-8", body });
        const file = pathname.startsWith("/policymark/") ? `dist/package/${pathname.slice(12)}` : `web${pathname}`;
        const type = { js: "text/javascript", wasm: "application/wasm" }[file.split(".").at(-1)];
        await route.fulfill({
          contentType: type ?? "text/plain; charset=utf-8",
          body: await readFile(new URL(file, root)),
        });
      });
      await page.goto("http://localhost:1/");
    },
  };
}
