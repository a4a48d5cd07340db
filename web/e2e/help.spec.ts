import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { Person } from "./person.ts";

let person: Person;
test.beforeEach(async ({ page, address }) => {
  person = new Person(page);
  await person.come(address);
});

const row = (page: Page, id: string) => page.locator(`pm-keys-list li[data-id=${id}]`);

/** Opens the help at the keys and presses a key for a command. */
async function record(page: Page, id: string, key: string): Promise<void> {
  const change = row(page, id).getByRole("button").first();
  await change.focus();
  await page.keyboard.press("Enter");
  await expect(change).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press(key);
}

test("the menu opens the guideline, the markup, the keys, the rules and the rest, and gives the focus back", async ({
  page,
}) => {
  const button = page.getByRole("button", { name: "Help", exact: true });
  for (const [item, shown] of [
    ["How to mark…", "Marks answer one question"],
    ["The markup in one screen…", "Only these ASCII brackets are markup"],
    ["Keys…", "Click the pencil"],
    ["All rules…", "Words that point at nothing"],
    ["About Policymark…", "Your text never leaves this page"],
  ] as const) {
    await button.click();
    await page.getByRole("menuitem", { name: item }).click();
    await expect(person.dialog.getByRole("tabpanel")).toContainText(shown);
    await expect(person.dialog.getByRole("tabpanel")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(person.dialog).toBeHidden();
    await expect(button).toBeFocused();
  }
});

test("the help is read by keyboard, in both languages, down to the page of a rule", async ({ page }) => {
  await page.keyboard.press("F1");
  await expect(person.dialog.getByRole("tabpanel")).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(page.getByRole("tab", { name: "Keys" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("tab", { name: "Rules" })).toHaveAttribute("aria-selected", "true");
  await page.getByRole("button", { name: /undefined-term/ }).press("Enter");
  await expect(page.getByRole("dialog", { name: "A term that is not defined" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /undefined-term/ })).toBeFocused();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "界面换成中文" }).click();
  await page.getByRole("button", { name: "帮助", exact: true }).click();
  await page.getByRole("menuitem", { name: "怎样标注…" }).click();
  await expect(person.dialog.getByRole("tabpanel")).toContainText("标注要回答一个问题");
});

test("a question mark lists the keys, but in the text it is a question mark", async ({ page }) => {
  await person.startEmpty();
  await page.keyboard.type("Why?");
  await expect(person.text).toHaveText("Why?");
  await page.keyboard.press("ControlOrMeta+f");
  await page.locator(".cm-search [main-field]").fill("");
  await page.keyboard.type("?");
  await expect(page.locator(".cm-search [main-field]")).toHaveValue("?");
  await expect(person.dialog).toBeHidden();
  await page.getByRole("button", { name: "File", exact: true }).focus();
  await page.keyboard.type("?");
  await expect(page.locator("pm-keys-list")).toBeVisible();
});

test("a key is changed at once, everywhere, and kept", async ({ page }) => {
  await person.startEmpty();
  await page.keyboard.insertText("We collect your name.");
  await page.keyboard.press("F1");
  await record(page, "data", "F9");
  await expect(row(page, "data").locator("kbd")).toHaveText("F9");
  await page.keyboard.press("Escape");
  const chip = page.locator("pm-toolbar pm-kinds [data-kind=data]");
  await expect(chip).toHaveAttribute("aria-keyshortcuts", "F9");
  await expect(chip.locator("kbd")).toHaveText("F9");
  await person.select("name");
  await page.keyboard.press("Alt+3");
  await page.keyboard.press("F9");
  await expect(person.mark("data", "name")).toBeVisible();
  await expect(person.status).toContainText("1 mark");
  await page.reload();
  await expect(person.mark("data", "name")).toBeVisible();
  await person.text.focus();
  await person.select("collect");
  await page.keyboard.press("F9");
  await expect(person.mark("data", "collect")).toBeVisible();
  // The standard key again, from the same place.
  await page.keyboard.press("F1");
  await page.getByRole("button", { name: "Reset the key of “Mark: Data”" }).click();
  await expect(row(page, "data").locator("kbd")).toHaveText("Alt+3");
  await page.keyboard.press("Escape");
  await page.keyboard.press("ControlOrMeta+z");
  await person.select("collect");
  await page.keyboard.press("Alt+3");
  await expect(person.mark("data", "collect")).toBeVisible();
});

test("a key that another has, or that the browser or the text keeps, is said", async ({ page }) => {
  await page.keyboard.press("F1");
  await record(page, "find", "ControlOrMeta+o");
  const ask = row(page, "find").locator(".ask");
  await expect(ask).toContainText("Ctrl+O is the key of “Open…”.");
  await page.getByRole("button", { name: "Leave it" }).click();
  await expect(row(page, "find").locator("kbd")).toHaveText("Ctrl+F");
  await expect(row(page, "find").getByRole("button").first()).toBeFocused();
  await record(page, "find", "ControlOrMeta+o");
  await page.getByRole("button", { name: "Use it here instead" }).click();
  await expect(row(page, "find").locator("kbd")).toHaveText("Ctrl+O");
  await expect(row(page, "open")).toContainText("no key");
  await record(page, "open", "x");
  await expect(row(page, "open").locator(".ask")).toContainText("X types or moves in the text");
  await page.keyboard.press("F5");
  await expect(row(page, "open").locator(".ask")).toContainText("The browser keeps F5 to itself");
  await page.keyboard.press("Escape");
  await expect(row(page, "open").locator(".ask")).toBeHidden();
  await expect(person.dialog).toBeVisible();
  await page.getByRole("button", { name: "Reset all" }).click();
  await expect(row(page, "open").locator("kbd")).toHaveText("Ctrl+O");
  await expect(row(page, "find").locator("kbd")).toHaveText("Ctrl+F");
});

test("a key may be taken away", async ({ page }) => {
  await page.keyboard.press("F1");
  await page.getByRole("button", { name: "Remove the key of “Mark: Actor”" }).click();
  await expect(row(page, "actor")).toContainText("no key");
  await page.keyboard.press("Escape");
  const chip = page.locator("pm-toolbar pm-kinds [data-kind=actor]");
  await expect(chip).not.toHaveAttribute("aria-keyshortcuts");
  await person.startEmpty();
  await page.keyboard.insertText("name");
  await person.select("name");
  await page.keyboard.press("Alt+1");
  await page.keyboard.press("Alt+2");
  await expect(person.mark("action", "name")).toBeVisible();
});

test("on a Mac, Alt with a digit marks although it types a sign", async ({ page, address }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "platform", { get: () => "MacIntel" }));
  await page.goto(address);
  await person.text.click();
  await expect(person.cards.first()).toBeVisible();
  const press = (key: string, code: string) =>
    page.evaluate(
      ([key, code]) => {
        const at = document.querySelector("pm-app")!.shadowRoot!.activeElement!;
        const pressed = { key: key!, code: code!, altKey: true };
        return !at.dispatchEvent(
          new KeyboardEvent("keydown", { bubbles: true, composed: true, cancelable: true, ...pressed }),
        );
      },
      [key, code],
    );
  expect(await press("Dead", "KeyN")).toBe(true);
  await expect(page.locator(".cm-placeholder")).toBeVisible();
  await page.keyboard.insertText("name");
  await page.keyboard.press("Shift+Home");
  expect(await press("£", "Digit3")).toBe(true);
  await expect(person.mark("data", "name")).toBeVisible();
  await expect(page.locator("pm-toolbar pm-kinds [data-kind=data] kbd")).toHaveText("⌥3");
});
