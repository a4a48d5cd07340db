import { expect, hostPage, test } from "./fixtures.ts";
import { editor, Writer } from "./writer.ts";

test("a form sends the text, and brings back the one it began with", async ({ page, open, site }) => {
  site.pages.set("/sent", { html: hostPage("Sent") });
  await open(`<form action="/sent" method="get">
      <label>Policy ${editor("We [collect] data.\n", 'name="policy"')}</label>
      <button>Send</button> <button type="reset">Start over</button>
    </form>
    <policymark-editor name="other" form="none" value="x"></policymark-editor>`);
  const writer = new Writer(page, "form policymark-editor");
  const entries = () => page.evaluate(() => [...new FormData(document.querySelector("form")!)]);
  await expect(writer.mark("action", "collect")).toBeVisible();
  expect(await entries()).toEqual([["policy", "We [collect] data.\n"]]);
  expect(await page.evaluate(() => (document.querySelector("form")!.elements.namedItem("policy") as any).value)).toBe(
    "We [collect] data.\n",
  );
  // The label names the text, and leads to it.
  await expect(writer.element.getByRole("textbox", { name: "Policy" })).toBeVisible();
  await writer.select("data");
  await page.keyboard.press("Alt+3");
  await expect(writer.mark("data", "data")).toBeVisible();
  expect(await entries()).toEqual([["policy", "We [collect] <data>.\n"]]);
  await page.getByRole("button", { name: "Start over" }).click();
  expect(await writer.value()).toBe("We [collect] data.\n");
  expect(await entries()).toEqual([["policy", "We [collect] data.\n"]]);
  await writer.text.click();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type("Now ");
  await page.getByRole("button", { name: "Send" }).click();
  await page.waitForURL(/\/sent/);
  expect(new URL(page.url()).searchParams.get("policy")).toBe("Now We [collect] data.\r\n");
});

test("a click on its label puts the keyboard into the text", async ({ page, open }) => {
  await open(`<label for="policy">Policy</label>${editor("Text.\n", 'id="policy"')}`);
  const writer = new Writer(page);
  await expect(writer.text).toBeVisible();
  await page.getByText("Policy", { exact: true }).click();
  await expect(writer.text).toBeFocused();
});

test("one that is required is not sent empty, and says so", async ({ page, open, site }) => {
  site.pages.set("/sent", { html: hostPage("Sent") });
  await open(`<form action="/sent">${editor("", 'name="policy" required')}<button>Send</button></form>`);
  const writer = new Writer(page);
  await expect(writer.text).toBeVisible();
  await page.getByRole("button", { name: "Send" }).click();
  await expect(writer.text).toBeFocused();
  await expect(writer.text).toHaveAttribute("aria-invalid", "true");
  expect(
    await writer.element.evaluate((element: any) => [element.validity.valueMissing, element.validationMessage]),
  ).toEqual([true, "Please fill in the policy."]);
  expect(page.url()).not.toContain("/sent");
  await page.keyboard.type("We ask.");
  await expect(writer.text).toHaveAttribute("aria-invalid", "false");
  await page.getByRole("button", { name: "Send" }).click();
  await page.waitForURL(/\/sent\?policy=We\+ask\./);
});

test("a text that can only be read is sent, one that is switched off is not", async ({ page, open }) => {
  await open(`<form>
      ${editor("(We) [collect] data.\n", 'id="read" name="read" readonly')}
      <fieldset disabled>${editor("(We) [collect] data.\n", 'id="off" name="off"')}</fieldset>
    </form>`);
  for (const id of ["#read", "#off"]) {
    const writer = new Writer(page, id);
    await expect(writer.mark("action", "collect")).toBeVisible();
    await writer.text.click({ force: true });
    await page.keyboard.type("x");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.press("Alt+3");
    await page.keyboard.type("(");
    await page.keyboard.press("Delete");
    await expect(writer.element.getByRole("button", { name: "Data", exact: true })).toBeDisabled();
    await writer.element.evaluate((element: any) => element.mark("data"));
    expect(await writer.value()).toBe("(We) [collect] data.\n");
    // The page itself still can.
    await writer.element.evaluate((element: any) => (element.value = "(They) [sell] it.\n"));
    await expect(writer.mark("actor", "They")).toBeVisible();
  }
  await expect(page.locator("#read .cm-content")).toHaveAttribute("aria-readonly", "true");
  await page.locator("#read .cm-content").click();
  await expect(page.locator("#read .cm-content")).toBeFocused();
  await page.keyboard.press("Alt+8");
  await expect(page.locator("#read .cm-content")).toHaveText("They sell it.");
  expect(await page.evaluate(() => [...new FormData(document.querySelector("form")!).keys()])).toEqual(["read"]);
  await page.evaluate(() => {
    document.querySelector("fieldset")!.disabled = false;
    document.querySelector("#read")!.removeAttribute("readonly");
  });
  const off = new Writer(page, "#off");
  await off.select("it");
  await page.keyboard.type("<");
  await expect(off.mark("data", "it")).toBeVisible();
});

test("a text in a form is sent although nobody has come to it", async ({ page, open }) => {
  await open(`<form>
      <div style="height:5000px"></div>
      ${editor("Far below.\n", 'name="value"')}
      <policymark-editor name="child"><pre>In a child.</pre></policymark-editor>
      <policymark-editor name="src" src="/examples/first-en.policymark.txt"></policymark-editor>
    </form>`);
  await page.waitForFunction(() =>
    String(new FormData(document.querySelector("form")!).get("src")).includes("Quillmere"),
  );
  const sent = await page.evaluate(() => Object.fromEntries(new FormData(document.querySelector("form")!)));
  expect(sent).toMatchObject({ value: "Far below.\n", child: "In a child." });
});

test("what was typed is there again when one comes back to the page", async ({ page, open, site }) => {
  const body = `<form>${editor("Begun.\n", 'name="policy"')}</form>`;
  await open({ html: hostPage(body) });
  site.pages.set("/elsewhere", { html: hostPage("Elsewhere") });
  const writer = new Writer(page);
  await writer.text.click();
  await page.keyboard.type("Typed. ");
  const typed = await writer.value();
  await page.goto(`${site.address}/elsewhere`);
  await page.goBack();
  await expect(writer.text).toBeVisible();
  await expect.poll(() => writer.value()).toBe(typed);
  await page.evaluate(() => document.querySelector("form")!.reset());
  expect(await writer.value()).toBe("Begun.\n");
});
