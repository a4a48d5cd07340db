import { readFile } from "node:fs/promises";
import { expect, type Download, type Locator, type Page } from "@playwright/test";
import { root } from "./server.ts";

/** The project's example policies. */
export const example = (name: string): string => `${root}web/examples/${name}`;

/** Person does in the page what a person would, with mouse and keyboard. */
export class Person {
  readonly text: Locator;
  readonly status: Locator;
  readonly said: Locator;
  readonly cards: Locator;
  readonly problems: Locator;
  readonly dialog: Locator;

  constructor(readonly page: Page) {
    this.text = page.locator(".cm-content");
    this.status = page.locator("pm-status");
    this.said = page.locator("pm-status [role=status]");
    this.cards = page.locator("pm-practice-card");
    this.problems = page.locator("pm-problems .problem");
    this.dialog = page.getByRole("dialog");
    // Taken from the start, for a chooser that opens just as one begins to wait for it
    // would go by.
    page.on("filechooser", () => {});
  }

  /** Comes to the page. Without pickers it opens by a file input and saves by
   * downloading, which is what a test can hold in its hands. */
  async come(address: string, pickers = false): Promise<void> {
    if (!pickers) {
      await this.page.addInitScript(() => {
        Reflect.deleteProperty(window, "showOpenFilePicker");
        Reflect.deleteProperty(window, "showSaveFilePicker");
      });
    }
    await this.page.goto(address);
    await expect(this.cards.first()).toBeVisible();
  }

  /** Starts an empty document. */
  async startEmpty(): Promise<void> {
    await this.text.click();
    await this.page.keyboard.press("Alt+n");
    await expect(this.page.locator(".cm-placeholder")).toBeVisible();
  }

  /** Chooses a file to open. */
  async open(file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    const chooser = this.page.waitForEvent("filechooser");
    await this.page.getByRole("button", { name: "Open…" }).click();
    await (await chooser).setFiles(file);
  }

  /** Opens bytes as a file. */
  async openBytes(name: string, buffer: Buffer): Promise<void> {
    await this.open({ name, mimeType: "text/plain", buffer });
  }

  /** Saves and returns the bytes of the file. */
  async save(): Promise<Buffer> {
    const coming = this.page.waitForEvent("download");
    await this.page.keyboard.press("ControlOrMeta+s");
    const download: Download = await coming;
    return await readFile(await download.path());
  }

  /** Waits until the browser keeps the document as it is. */
  async kept(): Promise<void> {
    await expect(this.status.locator(".state[title='Kept in this browser']")).toBeVisible();
  }

  /** Selects words by finding them: the first place behind the caret. */
  async select(words: string): Promise<void> {
    await this.text.focus();
    await this.page.keyboard.press("ControlOrMeta+f");
    const field = this.page.locator(".cm-search [main-field]");
    await field.fill(words);
    await field.press("Shift");
    await field.press("Enter");
    await expect(this.page.locator(".cm-searchMatch-selected").first()).toBeVisible();
    await field.press("Escape");
    await expect(this.text).toBeFocused();
  }

  /** Puts the caret between the characters before and after a bar. */
  async caretAt(place: string): Promise<void> {
    const [before, after] = place.split("|") as [string, string];
    await this.select(before + after);
    await this.page.keyboard.press("ArrowLeft");
    for (let i = 0; i < before.length; i++) await this.page.keyboard.press("ArrowRight");
  }

  /** Turns to a panel. */
  async turnTo(panel: "Practices" | "Problems" | "Data" | "Suggestions" | "Compare"): Promise<void> {
    await this.page.getByRole("tab", { name: panel }).first().click();
  }

  /** The number on a panel's tab. */
  count(panel: "Practices" | "Problems" | "Suggestions"): Locator {
    return this.page.getByRole("tab", { name: panel }).first().locator(".count");
  }

  /** The marks of a kind whose text is this, as they are coloured. */
  mark(kind: "actor" | "action" | "data" | "purpose", text: string): Locator {
    return this.page.locator(`.pm-mark.pm-${kind}`).filter({ hasText: text });
  }

  /** Opens the list of documents. */
  async list(): Promise<void> {
    await this.page.keyboard.press("Alt+p");
    await expect(this.page.locator("pm-documents [aria-selected=true]")).toBeVisible();
    await expect(this.page.locator("pm-documents input")).toBeFocused();
  }

  async press(key: string, times = 1): Promise<void> {
    for (let i = 0; i < times; i++) await this.page.keyboard.press(key);
  }
}
