import { expect, hostPage, script, test } from "./fixtures.ts";
import { editor, Writer } from "./writer.ts";

const policy = "We may collect your email address to send you letters.\n";

test("a policy is typed and marked: colours, practices, problems, events", async ({ page, open, site }) => {
  site.pages.set("/listen.js", {
    html: `for (const name of ["input", "change", "ready", "practices", "problems"])
      document.addEventListener(name, (event) => (window.told ??= []).push(name), true);`,
  });
  await open({
    html: hostPage(
      `<policymark-editor lang="en"></policymark-editor><button>Next</button>`,
      `<script type="module" src="/listen.js"></script>${script}`,
    ),
  });
  const writer = new Writer(page);
  const told = () => page.evaluate(() => (window as any).told as string[]);
  await writer.text.click();
  await page.keyboard.type("We may collect your email address to send you letters.");
  await expect.poll(() => writer.value()).toBe(policy.trimEnd());
  // By the brackets over a selection, also those of an input method; by keys; by chips.
  await writer.select("We");
  await page.keyboard.type("(");
  await expect(writer.mark("actor", "We")).toBeVisible();
  await expect(writer.said).toHaveText("Marked: Actor");
  await writer.select("collect");
  await page.keyboard.insertText("【");
  await expect(writer.mark("action", "collect")).toBeVisible();
  await writer.select("email address");
  await page.keyboard.press("Alt+3");
  await expect(writer.mark("data", "email address")).toBeVisible();
  await writer.select("send you letters");
  await writer.element.getByRole("button", { name: "Purpose" }).click();
  await expect(writer.mark("purpose", "send you letters")).toBeVisible();
  await expect(writer.text).toBeFocused();
  expect(await writer.value()).toBe("(We) may [collect] your <email address> to {send you letters}.");
  await expect(writer.cards).toHaveCount(1);
  await expect(writer.cards).toContainText("email address");
  await expect(writer.element.locator(".counts")).toHaveText("4 marks");
  expect(await writer.element.evaluate((element: any) => element.plain())).toBe(
    "We may collect your email address to send you letters.",
  );
  expect(await writer.element.evaluate((element: any) => element.practices.length)).toBe(1);
  // The element tells of it as any other field.
  expect(new Set(await told())).toEqual(new Set(["ready", "practices", "problems", "input"]));
  await page.getByRole("button", { name: "Next" }).click();
  expect((await told()).at(-1)).toBe("change");
  expect((await told()).filter((name) => name === "change")).toHaveLength(1);
});

test("marks are taken away, their edges moved, and every step undone", async ({ page, open }) => {
  await open(editor("(We) may [collect] your <email> address.\n"));
  const writer = new Writer(page);
  await expect(writer.mark("data", "email")).toBeVisible();
  const before = await writer.value();
  await writer.select("email");
  await writer.press("ArrowLeft");
  await writer.press("Alt+Control+Shift+ArrowRight");
  await expect(writer.mark("data", "email address")).toBeVisible();
  await writer.press("Alt+0");
  await expect(writer.mark("data", "email")).toHaveCount(0);
  expect(await writer.value()).toBe("(We) may [collect] your email address.\n");
  await writer.press("ControlOrMeta+z", 2);
  expect(await writer.value()).toBe(before);
  await writer.element.getByRole("button", { name: "Redo" }).click();
  await expect(writer.mark("data", "email address")).toBeVisible();
  await writer.element.getByRole("button", { name: "Undo" }).click();
  expect(await writer.value()).toBe(before);
  await writer.element.evaluate((element: any) => element.redo());
  await expect(writer.mark("data", "email address")).toBeVisible();
  await writer.element.evaluate((element: any) => (element.undo(), element.mark("purpose")));
  await expect(writer.mark("purpose", "email")).toBeVisible();
});

test("the reading view hides the brackets, and a bracket typed there is prose", async ({ page, open }) => {
  await open(editor("(We) may [collect] your <email>.\n"));
  const writer = new Writer(page);
  await expect(writer.mark("data", "email")).toBeVisible();
  await writer.element.getByRole("button", { name: "Reading view" }).click();
  await expect(writer.text).toHaveText("We may collect your email.");
  await writer.press("ControlOrMeta+End");
  await page.keyboard.type("(");
  expect(await writer.value()).toBe("(We) may [collect] your <email>.\n\\(");
  await writer.press("Alt+8");
  await expect(writer.text).toContainText("(We)");
});

test("a problem shows in the text, with its fixes", async ({ page, open }) => {
  await open(editor("(We) may [collect] your <email .\n"));
  const writer = new Writer(page);
  const squiggle = writer.element.locator(".pm-squiggle").first();
  await expect(squiggle).toBeVisible();
  await squiggle.hover();
  const card = writer.element.locator(".card");
  await expect(card).toBeVisible();
  await expect(card).toBeInViewport();
  await page.mouse.move(0, 0);
  await expect(card).toHaveCount(0);
  await writer.text.click();
  await writer.press("F8");
  await expect(card).toBeVisible();
  await writer.press("ControlOrMeta+.");
  await expect(card.getByRole("button").first()).toBeFocused();
  await writer.press("Escape");
  await expect(writer.text).toBeFocused();
  await writer.element.getByRole("tab", { name: "Problems" }).click();
  const before = await writer.value();
  await writer.element.locator(".fixes button").first().click();
  await expect.poll(() => writer.value()).not.toBe(before);
  await writer.text.click();
  await writer.press("ControlOrMeta+z");
  expect(await writer.value()).toBe(before);
});

test("cards and addresses lead to the text", async ({ page, open }) => {
  await open(`<policymark-editor src="/examples/shop-zh.policymark.txt" lang="en"></policymark-editor>`);
  const writer = new Writer(page);
  await expect(writer.cards).toHaveCount(28);
  const selected = () => page.evaluate(() => getSelection()!.toString());
  const chip = writer.cards.nth(20).locator("button.chip.data").first();
  await chip.click();
  await expect(writer.text).toBeFocused();
  expect((await chip.textContent())!).toContain(await selected());
  await expect(writer.element.locator("article.current")).toHaveCount(1);
  await expect(writer.element.locator("article.current")).toBeInViewport();
  const show = (address: string) => writer.element.evaluate((element: any, address) => element.show(address), address);
  expect(await show("data:手机号码")).toBe(true);
  expect(await selected()).toContain("手机号码");
  const { id, action } = (await writer.element.evaluate((element: any) => element.practices[3])) as any;
  expect(await show(id)).toBe(true);
  expect(await selected()).toContain(action.text);
  expect(await show("data:no-such")).toBe(false);
});

test("text comes from a value, a child, an address; what is set is one step of undo", async ({ page, open }) => {
  await open(`<policymark-editor id="child"><script type="text/plain">
      (We) [store] your <name>.
    </script></policymark-editor>
    <policymark-editor id="src" src="/examples/first-en.policymark.txt"></policymark-editor>`);
  const child = new Writer(page, "#child");
  await expect(child.mark("data", "name")).toBeVisible();
  expect(await child.value()).toBe("(We) [store] your <name>.\n");
  const src = new Writer(page, "#src");
  await expect(src.cards.first()).toBeVisible();
  await src.element.evaluate((element: any) => (element.value = "(They) [sell] <it>."));
  expect(await src.value()).toBe("(They) [sell] <it>.");
  await expect(src.mark("actor", "They")).toBeVisible();
  await src.text.click();
  await src.press("ControlOrMeta+z");
  await expect.poll(() => src.value()).toContain("Quillmere");
  // What was typed stays where the element is moved to, in another language too.
  await child.text.click();
  await page.keyboard.type("Typed. ");
  const typed = await child.value();
  await page.evaluate(() => document.querySelector("h1")!.after(document.getElementById("child")!));
  await child.element.evaluate((element) => element.setAttribute("lang", "zh"));
  await expect(child.element.getByRole("button", { name: "数据" })).toBeVisible();
  expect(await child.value()).toBe(typed);
  await child.text.click();
  await child.press("ControlOrMeta+z");
  expect(await child.value()).toBe("(We) [store] your <name>.\n");
});
