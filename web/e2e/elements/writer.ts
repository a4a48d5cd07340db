import { expect, type Locator, type Page } from "@playwright/test";

/** A text as an attribute holds it. */
export const attribute = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;").replaceAll("\n", "&#10;");

/** An editor with a text. */
export const editor = (text: string, attributes = ""): string =>
  `<policymark-editor value="${attribute(text)}" ${attributes}></policymark-editor>`;

/** Writer edits in an element as a person would, with mouse and keyboard. */
export class Writer {
  readonly element: Locator;
  readonly text: Locator;
  readonly cards: Locator;
  readonly said: Locator;
  constructor(
    readonly page: Page,
    selector = "policymark-editor",
  ) {
    this.element = page.locator(selector);
    this.text = this.element.locator(".cm-content");
    this.cards = this.element.locator("article");
    this.said = this.element.getByRole("status");
  }

  value(): Promise<string> {
    return this.element.evaluate((element: any) => element.value);
  }

  async press(key: string, times = 1): Promise<void> {
    for (let i = 0; i < times; i++) await this.page.keyboard.press(key);
  }

  /** Selects words of a text of one line, by the keyboard. */
  async select(words: string): Promise<void> {
    await this.text.click();
    const at = (await this.value()).indexOf(words);
    expect(at).toBeGreaterThanOrEqual(0);
    await this.press("ControlOrMeta+Home");
    await this.press("ArrowRight", at);
    await this.press("Shift+ArrowRight", words.length);
  }

  mark(kind: string, words: string): Locator {
    return this.element.locator(`.pm-mark.pm-${kind}`).filter({ hasText: words });
  }
}
