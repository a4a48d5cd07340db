import { expect, type Page } from "@playwright/test";

/** Texts that would be something else where they are taken for markup: what they bring
 * in, or do, has "pwn" in its name. */
export const hostile: readonly string[] = [
  "<img src=pwn onerror=pwn`1`>",
  "\"'><script>pwn()</script><x-pwn onclick=pwn()>",
  "</textarea></style></title></svg><svg onload=pwn`2`><a xlink:href='javascript:pwn()'>x</a>",
  "javascript:pwn()//",
  "<iframe srcdoc='<script>pwn()</script>'></iframe><base href=pwn:>",
  "${pwn()} {{pwn()}} <!--pwn--> ]]>",
  "\u202Egnp.txt\u2066a\u200Bb\u2069\u0001\u00ADрaypal",
];

/** prose writes a text with its brackets escaped, so that it can stand within a mark. */
export const prose = (text: string): string => text.replace(/[()[\]<>{}|\\]/g, "\\$&");

/** Watches a page for what a text must never bring about: code that runs, dialogs,
 * requests. */
export function watchFor(page: Page): string[] {
  const done: string[] = [];
  page.on("dialog", (dialog) => {
    done.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (/pwn|javascript/i.test(request.url())) done.push(`request: ${request.url()}`);
  });
  page.on("framenavigated", (frame) => {
    if (/pwn|javascript/i.test(frame.url()) || frame.parentFrame()) done.push(`frame: ${frame.url()}`);
  });
  return done;
}

/** found lists what of hostile texts has become an element or an attribute of the page,
 * in whichever shadow root. */
export async function found(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const list: string[] = [];
    // The page has none of these by itself but its own script.
    const never =
      /^(?:img|iframe|object|embed|base|meta|link|script|frame|x-.*|foreignobject|animate|set|image|audio|video|marquee)$/;
    const own = new Set(document.head.querySelectorAll("*"));
    const look = (root: Document | ShadowRoot) => {
      for (const element of root.querySelectorAll("*")) {
        const name = element.localName.toLowerCase();
        // The editor puts pictures of nothing beside what is hidden.
        const isOwn = own.has(element) || element.matches("img.cm-widgetBuffer:not([src])");
        if (never.test(name) && !isOwn) list.push(`<${name}>`);
        for (const { name: attribute, value } of element.attributes) {
          if (/^on|pwn|^srcdoc$/i.test(attribute)) list.push(`<${name} ${attribute}>`);
          // What a text says may be told of in words, and in nothing that the browser acts on.
          const words = /^(?:aria-.*|title|alt|placeholder|label|value|data-.*|id|for|content)$/.test(attribute);
          if (!words && /pwn|javascript:/i.test(value)) list.push(`<${name} ${attribute}="${value}">`);
        }
        if (element.shadowRoot) look(element.shadowRoot);
      }
    };
    look(document);
    if ("pwned" in window) list.push("pwn() was called");
    return list;
  });
}

/** Lets pwn tell that it was called. */
export async function trap(page: Page): Promise<void> {
  await page.addInitScript(() => Object.assign(window, { pwn: () => Object.assign(window, { pwned: true }) }));
}

/** harmless fails when the page shows no hostile text in a place, or has made something
 * of one. */
export async function harmless(page: Page, place: string, text: string | RegExp = /pwn/): Promise<void> {
  await expect(page.locator(place).filter({ hasText: text }).first(), `${place} shows the texts`).toBeVisible();
  expect(await found(page), place).toEqual([]);
}
