import type { Page } from "@playwright/test";
import { standsInNobodysWay } from "./accessibility.ts";
import { expect, rest, test } from "./fixtures.ts";
import { Person } from "./person.ts";

const a =
  "一、收集\n\n(我们)会[收集]您的<手机号>和<邮箱>。\n\n二、共享\n\n(我们)会向(广告公司)[提供]<设备信息>，用于{投放广告}。\n";
const b =
  "一、收集\n\n(我们)会[收集]<您的手机号>和邮箱。\n\n二、共享\n\n(我们)会向(广告公司)[提供]<设备信息>，用于投放[广告]。\n";
const merged =
  "一、收集\n\n(我们)会[收集]<您的手机号>和<邮箱>。\n\n二、共享\n\n(我们)会向(广告公司)[提供]<设备信息>，用于投放广告。\n";

const file = (name: string, text: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
const current = (page: Page) => page.locator("pm-compare .row[aria-current]");

let person: Person;

test.beforeEach(async ({ page, address }) => {
  person = new Person(page);
  await person.come(address);
});

/** Runs a command by the palette, and chooses files where it asks for them. */
async function compareWith(page: Page, ...files: ReturnType<typeof file>[]): Promise<void> {
  await page.keyboard.press("ControlOrMeta+k");
  const palette = page.locator("pm-palette");
  await expect(palette.getByRole("combobox")).toBeFocused();
  await page.keyboard.insertText("Compare with a file");
  await expect(palette.getByRole("option").first()).toContainText("Compare with a file");
  const chooser = page.waitForEvent("filechooser");
  await page.keyboard.press("Enter");
  await (await chooser).setFiles(files);
}

test("two annotators become one adjudicated file by the keyboard alone", async ({ page }) => {
  await person.text.focus();
  const opening = page.waitForEvent("filechooser");
  await page.keyboard.press("ControlOrMeta+o");
  await (await opening).setFiles(file("a.txt", a));
  await expect(person.text).toContainText("广告公司");
  await compareWith(page, file("b.txt", b));
  await expect(current(page)).toContainText("Differ");
  await expect(current(page)).toBeFocused();
  await page.keyboard.press("2");
  await expect(current(page)).toContainText("邮箱");
  await page.keyboard.press("2");
  await expect(current(page)).toContainText("广告");
  // Not meant: back, and the other way.
  await page.keyboard.press("u");
  await expect(current(page)).toContainText("邮箱");
  await expect(current(page).locator(".state")).toHaveText("Only one");
  await page.keyboard.press("1");
  await expect(current(page)).toContainText("投放广告");
  await page.keyboard.press("0");
  await expect(page.locator("pm-compare .filter")).toContainText("Settled 3");
  const button = page.getByRole("button", { name: "Open result" });
  for (let i = 0; i < 12 && !(await button.evaluate((one) => one.matches(":focus"))); i++)
    await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(person.status).toContainText("a settled.txt");
  await expect(person.said).toContainText("Opened");
  expect((await person.save()).toString()).toBe(merged);
  // The other two are as they were, and what was decided is still there.
  await page.keyboard.press("Alt+Shift+P");
  await expect(person.status).toContainText("a.txt");
  await compareWith(page, file("b.txt", b));
  await expect(page.locator("pm-compare .filter")).toContainText("Settled 3");
});

test("agreement is told with its units, and different texts are refused", async ({ page }) => {
  await person.openBytes("a.txt", Buffer.from(a));
  await expect(person.text).toContainText("广告公司");
  await compareWith(page, file("b.txt", b));
  await expect(current(page)).toContainText("Differ");
  await page.locator("pm-compare summary").click();
  const row = page.locator("pm-compare tr").filter({ hasText: "Span F1, exact" });
  await expect(row).toContainText("0.706");
  await expect(row).toContainText("17 units");
  await expect(page.locator("pm-compare table")).toContainText("1 unit");
  await compareWith(page, file("b.txt", `(别的)${b}`));
  // Until the other file is there, the choice is that of the one before.
  await expect(page.locator("pm-compare option", { hasText: "Annotators" })).not.toContainText("recommended");
  await page.getByLabel("How to compare").selectOption("annotators");
  await expect(page.locator("pm-compare [role=alert]")).toContainText("line 1, column 1");
  await page.getByRole("button", { name: "Carry the marks over" }).click();
  await expect(page.locator("pm-compare .filter")).toContainText("As it was");
});

test("three annotators are compared at once", async ({ page }) => {
  await person.openBytes("a.txt", Buffer.from(a));
  await expect(person.text).toContainText("广告公司");
  await compareWith(page, file("b.txt", b), file("c.txt", merged));
  await expect(current(page)).toContainText("Differ");
  for (const name of ["a.txt", "b.txt", "c.txt"]) await expect(page.locator("pm-compare")).toContainText(name);
  await page.locator("pm-compare summary").click();
  await expect(page.locator("pm-compare tr").filter({ hasText: "Krippendorff" }).first()).toBeVisible();
});

test("a text that leaves its base is said, shown and restored in one step", async ({ page }) => {
  await person.openBytes("policy.txt", Buffer.from("我们会收集您的手机号。\n\n我们会共享邮箱。\n"));
  await expect(person.text).toContainText("共享邮箱");
  await person.select("手机号");
  await page.keyboard.press("Alt+3");
  await expect(person.mark("data", "<手机号>")).toBeVisible();
  await person.select("共享");
  await page.keyboard.insertText("提供");
  await person.select("收集");
  await page.keyboard.insertText("采集");
  await expect(page.locator("pm-drift")).toContainText("2 places differ");
  await page.locator("pm-drift button").click();
  await expect(current(page)).toContainText("采集");
  await expect(page.locator("pm-compare .row")).toHaveCount(2);
  await expect(page.locator("pm-compare .row").nth(1)).toContainText("共享");
  await current(page).focus();
  await page.keyboard.press("r");
  await expect(page.locator("pm-drift")).toContainText("1 place differs");
  await page.getByRole("button", { name: "Restore all" }).click();
  await expect(page.locator("pm-compare")).toContainText("The text is the same as published.");
  await expect(page.locator("pm-drift button")).toHaveCount(0);
  await expect(person.mark("data", "<手机号>")).toBeVisible();
  // It is there after a reload.
  await person.select("共享");
  await page.keyboard.insertText("披露");
  await expect(page.locator("pm-drift")).toContainText("1 place differs");
  await page.reload();
  await expect(page.locator("pm-drift")).toContainText("1 place differs");
});

test("marks are carried into a newer version, and the lost ones are never forgotten", async ({ page }) => {
  await person.openBytes(
    "old.txt",
    Buffer.from(
      "(我们)会[收集]您的<手机号>，用于{联系您并为您配送商品}。\n\n(我们)还会[读取]<通讯录>，以便{推荐好友}。\n",
    ),
  );
  await expect(person.text).toContainText("通讯录");
  await compareWith(
    page,
    file("new.txt", "我们会收集您的电话，用于联系您并为您配送商品。\n\n本政策自二〇二六年起施行。\n"),
  );
  await expect(current(page)).toContainText("Doubtful");
  await expect(current(page)).toContainText("电话");
  await page.keyboard.press("1");
  await expect(page.locator("pm-compare .filter")).toContainText("Accepted 1");
  await page.getByRole("button", { name: "Open result" }).click();
  await expect(person.status).toContainText("new.policymark.txt");
  await expect(person.text).toContainText("(我们)会[收集]您的<电话>，用于{联系您并为您配送商品}。");
  const left = page.locator("pm-compare .left");
  await expect(left).toContainText("通讯录");
  await page.reload();
  await person.turnTo("Compare");
  await expect(left).toContainText("通讯录");
  await left.getByRole("button", { name: "Dismiss all" }).click();
  await expect(left).toHaveCount(0);
  await page.keyboard.press("Alt+Shift+P");
  await expect(person.text).toContainText("<通讯录>");
});

test("what stands around a difference ends with its line", async ({ page }) => {
  await person.openBytes("a.txt", Buffer.from(a));
  await expect(person.text).toContainText("广告公司");
  await compareWith(page, file("b.txt", b));
  await expect(current(page).locator(".words").first()).toHaveText(/手机号\s+我们会收集您的手机号和邮箱。$/);
});

test("without a text there is nothing to compare", async ({ page }) => {
  await person.startEmpty();
  await person.turnTo("Compare");
  const choose = page.getByRole("button", { name: "Choose a file…" });
  await expect(choose).toBeDisabled();
  await expect(page.getByRole("button", { name: "Take this text as the base" })).toBeDisabled();
  await expect(page.locator("pm-compare")).toContainText("There is no text here yet.");
  await person.text.focus();
  await page.keyboard.insertText("我们");
  await expect(choose).toBeEnabled();
  await person.press("ControlOrMeta+z");
  await expect(choose).toBeDisabled();
});

test("a document that is deleted for good takes its base along", async ({ page }) => {
  const kept = () =>
    page.evaluate(
      () =>
        new Promise<number>((answer, refuse) => {
          const opening = indexedDB.open("policymark-beside");
          opening.onerror = refuse;
          opening.onsuccess = () => {
            const counting = opening.result.transaction("beside").objectStore("beside").count();
            counting.onsuccess = () => (opening.result.close(), answer(counting.result));
          };
        }),
    );
  await person.openBytes("policy.txt", Buffer.from("我们会收集您的手机号。\n"));
  await expect(person.text).toContainText("手机号");
  await expect.poll(kept).toBe(1);
  await person.list();
  await person.press("Home");
  const list = page.locator("pm-documents");
  await list.locator("[role=option]", { hasText: "policy.txt" }).click();
  await list.getByRole("button", { name: "Delete", exact: true }).click();
  await list.getByLabel("Shown").selectOption("bin");
  expect(await kept()).toBe(1);
  await list.getByRole("button", { name: "Delete for good" }).click();
  await page.locator("pm-ask").getByRole("button", { name: "Delete for good" }).click();
  await expect(list.locator("[role=option]")).toHaveCount(0);
  await expect.poll(kept).toBe(0);
});

test("what changed in practice is told before what changed in the text", async ({ page }) => {
  await person.openBytes("old.txt", Buffer.from("(我们)会[收集]您的<姓名>，并且[存储]<邮箱>。\n"));
  await expect(person.text).toContainText("姓名");
  await compareWith(page, file("new.txt", "(我们)会[收集]您的<姓名>和<电话>，并且[存储]<邮箱>。\n"));
  await expect(current(page)).toContainText("Now also collects “电话”");
  await page.getByRole("button", { name: "In the text" }).click();
  await expect(page.locator("pm-compare ins")).toHaveText("和电话");
});

test("two long texts are compared beside the work on one of them", rest, async ({ page }) => {
  // A megabyte each, in which every fifth paragraph differs.
  const paragraphs = Array.from(
    { length: 6000 },
    (_, i) =>
      `第${i}段：(我们)会[收集]您的<手机号${i}>，用于{提供第${i}项服务}，以及法律法规要求的其他情形；其余信息(我们)不会[收集]。`,
  );
  const long = paragraphs.join("\n\n");
  const other = paragraphs.map((one, i) => (i % 5 ? one : one.replace("{提供", "提供{"))).join("\n\n");
  await person.openBytes("long.policymark.txt", Buffer.from(long));
  await expect(person.status).toContainText("36,000 marks", { timeout: 60_000 });
  await compareWith(page, file("other.policymark.txt", other));
  // A mark comes and goes while the other text is still on its way to the engine; what
  // it is when that is there counts.
  await person.text.focus();
  await page.keyboard.press("ControlOrMeta+Home");
  await person.press("ArrowRight", 6);
  for (let i = 0; i < 4; i++) {
    await person.press("Alt+0");
    await person.press("ControlOrMeta+z");
  }
  // The text is edited while the comparison is under way: it is said to be of the
  // text before.
  const begun = page.locator("pm-compare progress");
  await expect
    .poll(
      async () =>
        (await current(page).count()) > 0 ||
        (await begun.evaluate((bar: HTMLProgressElement) => bar.value, null, { timeout: 1000 }).catch(() => 0)) > 0,
    )
    .toBe(true);
  await person.text.focus();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type("新");
  await expect(person.text).toContainText("新第0段");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.locator("pm-compare .filter")).toContainText(/Differ 1,20[01]/, { timeout: 60_000 });
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the panel stands in nobody's way in ${colorScheme}`, colorScheme === "dark" ? rest : {}, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const check = () => standsInNobodysWay(page);
    await person.openBytes("a.txt", Buffer.from(a));
    await expect(person.text).toContainText("广告公司");
    await person.turnTo("Compare");
    await expect(page.getByRole("button", { name: "Choose a file…" })).toBeVisible();
    await check();
    await compareWith(page, file("b.txt", b));
    await expect(current(page)).toContainText("Differ");
    await page.locator("pm-compare summary").click();
    await check();
    await page.getByLabel("How to compare").selectOption("text");
    await expect(page.locator("pm-compare .empty")).toContainText("No differences");
    await check();
  });
}
