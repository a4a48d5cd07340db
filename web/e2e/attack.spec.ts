import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { found, harmless, hostile, prose, trap, watchFor } from "./hostile.ts";
import { Person } from "./person.ts";

/** A document that has a text in every place where one can stand. */
const everywhere = (text: string, i: number) => {
  const it = prose(text);
  return `# ${it}

(${it}) [collect] your <${it}> (including <phone>, <${it}>) to {${it}}, if {${it}|condition}.

We share <${it}|#n${i}> with (${it}|recipient). (We) do not [sell${i}|share not] <it|=n${i}|${it}>. ${it}

1. “${it}” means <email> and <address${i}>.
`;
};
const document = `---
title: ${JSON.stringify(hostile[0])}
source: "javascript:pwn()"
${JSON.stringify(hostile[1])}: ${JSON.stringify(hostile[2])}
policymark:
  rules:
    ${JSON.stringify(hostile[0])}: off
---
${hostile.map(everywhere).join("\n")}
# Raw

${hostile.join("\n\n")}

We collect your phone number and your <img src=pwn onerror=pwn()> to sign you in.
`;

const file = (name: string, text: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
const named = `${hostile[0]}.policymark.txt`;

let person: Person;
let done: string[];

test.beforeEach(async ({ page, address }) => {
  await trap(page);
  done = watchFor(page);
  person = new Person(page);
  await person.come(address);
});
test.afterEach(async ({ page }) => {
  expect(await found(page)).toEqual([]);
  expect(done, "what the texts have done").toEqual([]);
});

async function command(page: Page, id: string): Promise<void> {
  await page.keyboard.press("ControlOrMeta+k");
  await page.locator(`pm-palette [data-id="${id}"]`).click();
}

async function openMarked(name: string, text: string): Promise<void> {
  await person.open(file(name, text));
  const asked = person.dialog.getByRole("radio", { name: /^As markup/ });
  await expect(person.status.getByText(name).or(asked).first()).toBeVisible();
  if (await asked.isVisible()) {
    await harmless(person.page, "pm-dialogs dialog");
    await asked.check();
    await person.dialog.getByRole("button", { name: "Open" }).click();
  }
  await expect(person.status).toContainText(name);
  await expect(person.cards.first()).toBeVisible();
}

test("in the text, its panels and what hovers over it, markup of a text is text", async ({ page }) => {
  await openMarked(named, document);
  await harmless(page, ".cm-content");
  await harmless(page, "pm-status .name");
  await harmless(page, "pm-practices pm-practice-card");
  for (const why of await page.locator("pm-practice-card .why:visible").all()) await why.click();
  expect(await found(page)).toEqual([]);
  await page.locator("pm-practice-card .edit").first().focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("[role=menu]:popover-open")).toBeVisible();
  expect(await found(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await person.turnTo("Problems");
  await harmless(page, "pm-problems .problem");
  await page.locator("pm-problems .switch").click();
  await harmless(page, "pm-problems");
  await page.locator("pm-problems .explain").first().click();
  await expect(person.dialog).toBeVisible();
  expect(await found(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await person.turnTo("Data");
  await harmless(page, "pm-data .chip");
  for (const tab of await page.locator("pm-data [aria-pressed]").all()) {
    await tab.click();
    await expect(tab).toHaveAttribute("aria-pressed", "true");
    expect(await found(page)).toEqual([]);
  }
  await harmless(page, "pm-outline");
  await person.turnTo("Suggestions");
  await expect(page.locator("pm-suggestions")).toBeVisible();
  expect(await found(page)).toEqual([]);
  await person.text.focus();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.press("F8");
  await expect(page.locator("pm-problem-card")).toBeVisible();
  expect(await found(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.locator(".pm-squiggle").last().hover();
  await expect(page.locator(".cm-tooltip-hover pm-problem-card")).toBeVisible();
  expect(await found(page)).toEqual([]);
  await command(page, "view-reading");
  await expect(page.locator(".pm-reading")).toBeVisible();
  await harmless(page, ".pm-reading");
  expect((await person.save()).toString()).toBe(document);
});

test("in tables, pictures and files made of a text, markup of it is text", async ({ page, context }) => {
  await page.evaluate(() => {
    // What is printed is looked at between the browser's two events.
    window.print = () => dispatchEvent(new Event("beforeprint"));
  });
  await openMarked(named, document);
  await command(page, "practiceTable");
  await harmless(page, "pm-practice-table .rows");
  await page.keyboard.press("Escape");
  await command(page, "practiceFlow");
  await harmless(page, "pm-flow .node");
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as SVG" }).click();
  const svg = (await readFile(await (await coming).path())).toString();
  expect(svg).toContain("pwn");
  // A page without a policy reads it, as a program for pictures does.
  const reader = await context.newPage();
  const odd = await reader.evaluate((svg) => {
    const picture = new DOMParser().parseFromString(svg, "image/svg+xml");
    return [...picture.querySelectorAll("*")].flatMap((element) => [
      ...(/^(?:svg|title|rect|g|path|text|tspan|line)$/.test(element.localName)
        ? []
        : [`<${element.localName}> ${element.textContent}`]),
      ...[...element.attributes]
        .filter(({ name, value }) => /^on|href|pwn/i.test(name) || /pwn/.test(value))
        .map(({ name }) => `${element.localName} ${name}`),
    ]);
  }, svg);
  await reader.close();
  await page.bringToFront();
  expect(odd).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(page.locator("pm-flow")).toBeHidden();
  await person.text.focus();
  await page.keyboard.press("ControlOrMeta+p");
  await expect(page.locator("#print .text")).toContainText("pwn");
  await page.emulateMedia({ media: "print" });
  await harmless(page, "#print");
  expect(await found(page)).toEqual([]);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
});

test("in names, lists and dialogs, markup of a text is text", async ({ page }) => {
  await openMarked(named, document);
  await person.text.focus();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.insertText("More.");
  await command(page, "nameVersion");
  await expect(page.locator("pm-ask input")).toBeFocused();
  await page.keyboard.insertText(hostile[1]!);
  await page.keyboard.press("Enter");
  await expect(person.said).toContainText("pwn");
  await page.keyboard.press("Alt+h");
  await harmless(page, "pm-history .label");
  await page.keyboard.press("End");
  await harmless(page, "pm-history .text");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Alt+p");
  await expect(page.locator("pm-documents input")).toBeFocused();
  await page.keyboard.insertText("onerror");
  await harmless(page, "pm-documents [role=option] .name");
  await page.locator("pm-documents input").fill("sign you in");
  await harmless(page, "pm-documents [role=option] .words", "sign you in");
  await page.keyboard.press("F2");
  await expect(page.locator("pm-ask input")).toBeFocused();
  await harmless(page, "pm-ask h2");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "File", exact: true }).click();
  expect(await found(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.insertText(hostile[1]!);
  await expect(page.locator("pm-palette dialog")).toBeVisible();
  expect(await found(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("F1");
  await expect(person.dialog).toBeVisible();
  expect(await found(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await person.select("phone");
  await page.keyboard.press("ControlOrMeta+Shift+l");
  await harmless(page, "pm-alike .place");
  await page.keyboard.press("Escape");
  await person.openBytes(`${hostile[1]}.txt`.replaceAll("/", ":"), Buffer.from([0, 1, 2, 0, 255, 0]));
  await expect(page.locator("pm-dialogs dialog")).toContainText("pwn");
  expect(await found(page)).toEqual([]);
  await page.keyboard.press("Escape");
});

test("beside other texts, markup of a text is text", async ({ page }) => {
  await openMarked(named, document);
  const chooser = page.waitForEvent("filechooser");
  await command(page, "compareFile");
  await (await chooser).setFiles([
    file(`b ${named}`, document.replace("your <", "of <your ").replace("sign you in", `sign in ${hostile[0]}`)),
  ]);
  for (const mode of await page
    .locator("pm-compare select option")
    .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value))) {
    await page.locator("pm-compare select").first().selectOption(mode);
    await expect(page.locator("pm-compare .row .head, pm-compare .empty strong").first()).toBeVisible();
    for (const summary of await page.locator("pm-compare summary").all()) await summary.click();
    expect(await found(page), mode).toEqual([]);
  }
  await harmless(page, "pm-compare");
});

const keys = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "prototype", "__defineGetter__"];

test("names of what every object has are names like others", async ({ page }) => {
  const text = `---\ntitle: __proto__\n__proto__: constructor\npolicymark:\n  rules:\n    __proto__: off\n    toString: error\n---\n${keys
    .map(
      (key) =>
        `# ${key}\n\n(${key}) [collect] <${key}> to {${key}}, and [share] <${key}s|#${key}> with (${key}|recipient). “${key}” means <it|=${key}>.\n`,
    )
    .join("\n")}`;
  await openMarked("__proto__", text);
  await expect(person.count("Practices")).toHaveText("14");
  await person.turnTo("Data");
  // Each of the names, those with an s, and "it".
  await expect(page.locator("pm-data [aria-pressed=true]")).toHaveText(/15/);
  await expect(page.locator("pm-data .chip").first()).toHaveText("__proto__");
  await person.turnTo("Practices");
  await command(page, "practiceTable");
  await expect(page.locator("pm-practice-table .rows").first()).toContainText("__proto__");
  await page.keyboard.press("Escape");
  await command(page, "practiceFlow");
  for (const key of keys) await expect(page.locator("pm-flow .node").filter({ hasText: key }).first()).toBeAttached();
  await page.keyboard.press("Escape");
  await expect(page.locator("pm-outline")).toContainText("hasOwnProperty");
  await person.turnTo("Problems");
  await expect(page.locator("pm-problems")).toContainText("toString");
  await page.locator("pm-problems .switch").click();
  // They are learned, and what is kept of them comes back.
  await person.turnTo("Suggestions");
  await expect(page.locator("pm-suggestions")).toBeVisible();
  await person.text.focus();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.insertText("__proto__");
  await person.kept();
  await page.reload();
  await expect(person.text).toContainText("hasOwnProperty");
  await expect(person.status).toContainText("__proto__");
  expect((await person.save()).toString()).toBe(`${text}__proto__`);
});
