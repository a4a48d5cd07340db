import { drawn, expect, test } from "./fixtures.ts";
import { Person } from "./person.ts";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

async function choose(person: Person, name: string): Promise<string> {
  await person.page.getByRole("button", { name: "File", exact: true }).click();
  await person.page.getByRole("menuitem", { name }).click();
  await expect(person.said).toContainText("clipboard");
  return await person.page.evaluate(() => navigator.clipboard.readText());
}

test("a link carries the document and the place, and opens as a document of its own", async ({
  page,
  address,
  context,
}) => {
  const person = new Person(page);
  await person.come(address);
  await person.startEmpty();
  const text = `(我们)会[收集]您的<手机号>。\n\n${"中间的一段。\n\n".repeat(60)}最后(我们)[删除]<它>。😀`;
  await page.keyboard.insertText(text);
  await person.select("最后(我们)[删除]");
  const link = await choose(person, "Copy link to this place");
  expect(link).toMatch(/#v1\.deflate:[A-Za-z0-9_-]+$/);

  const other = new Person(await context.newPage());
  await other.page.goto(link);
  await expect(other.status).toContainText("selected");
  await expect(other.mark("action", "[删除]")).toBeInViewport();
  await expect(other.said).toContainText("from the link");
  expect(other.page.url()).not.toContain("#v1");
  // What was open is among the documents as before, and a reload stays here.
  await other.page.keyboard.press("ControlOrMeta+End");
  await other.page.keyboard.insertText("改过");
  await other.kept();
  await other.page.reload();
  await expect(other.text).toContainText("改过");
  expect(await person.text.textContent()).not.toContain("改过");

  // Into the address of an open page.
  const whole = await choose(person, "Copy link to this document");
  await other.page.evaluate((hash) => (location.hash = hash), new URL(whole).hash);
  await expect(other.said).toContainText("from the link");
  await expect(other.text).not.toContainText("改过");
});

test("links that cannot be opened say why and change nothing", async ({ page, address }) => {
  const person = new Person(page);
  await person.come(address);
  for (const [hash, words] of [
    ["#v2.zstd:abcd", "newer version"],
    ["#v1.deflate:AAAA", "incomplete"],
    ["#v1.deflate:", "incomplete"],
  ] as const) {
    await page.evaluate((to) => (location.hash = to), hash);
    await expect(person.dialog).toContainText(words);
    await page.keyboard.press("Escape");
    await expect(person.dialog).toBeHidden();
    await expect(person.text).toContainText("Quillmere");
  }
});

test("a link that cannot be opened is told of when the one before is closed", async ({ page, address }) => {
  const person = new Person(page);
  await person.come(address);
  await page.evaluate(() => (location.hash = "#v1.deflate:AAAA"));
  await expect(person.dialog).toContainText("incomplete");
  await person.dialog.evaluate(async (dialog: HTMLDialogElement) => {
    const dialogs = (dialog.getRootNode() as ShadowRoot).host as unknown as {
      refuse(name: string, reason: string): Promise<void>;
    };
    // The second comes in the very task in which the first is closed; of that the dialog
    // tells a moment later.
    const closed = new Promise((done) => dialog.addEventListener("close", done, { once: true }));
    dialog.close();
    void dialogs.refuse("second.txt", "it is the second");
    await closed;
  });
  await drawn(page);
  await expect(person.dialog).toContainText("second.txt");
  await page.keyboard.press("Escape");
  await expect(person.dialog).toBeHidden();
});

test("a document that is too long for a link is offered as a file; a link to a place in it still works here", async ({
  page,
  address,
}) => {
  const person = new Person(page);
  await person.come(address);
  const noise = Array.from({ length: 9000 }, (_, i) => `${i} ${Math.sin(i).toString(36).slice(2, 12)}`).join("\n");
  await person.openBytes("long.txt", Buffer.from(noise));
  await expect(person.status).toContainText("long.txt");
  await page.getByRole("button", { name: "File", exact: true }).click();
  await page.getByRole("menuitem", { name: "Copy link to this document" }).click();
  await expect(person.said).toContainText("too long for a link");
  await expect(page.locator("pm-status").getByRole("button", { name: "Download a copy" })).toBeVisible();
  await person.caretAt("777| ");
  const link = await choose(person, "Copy link to this place");
  await person.text.focus();
  await person.press("ControlOrMeta+Home");
  await page.keyboard.insertText("something new before it\n");
  await page.evaluate((hash) => (location.hash = hash), new URL(link).hash);
  await expect(person.said).toContainText("found by its words");
  await expect(person.status).toContainText("selected");
  await person.startEmpty();
  await page.keyboard.insertText("another");
  await page.evaluate((hash) => (location.hash = hash), new URL(link).hash);
  await expect(person.text).toContainText("777");
});
