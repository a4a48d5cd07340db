import { standsInNobodysWay } from "./accessibility.ts";
import { expect, rest, test } from "./fixtures.ts";
import { Person } from "./person.ts";

const policy =
  "一、信息收集\n\n我们会收集您的手机号、设备型号和IP地址。\n\n您需要向我们提供姓名。\n\n二、信息共享\n\n我们会将您的收货地址提供给物流公司。";
const marked =
  "一、信息收集\n\n(我们)会[收集]您的<手机号>、<设备型号>和<IP地址>。\n\n(您)需要向(我们)[提供]<姓名>。\n\n二、信息共享\n\n(我们)会将您的<收货地址>[提供]给(物流公司)。";

let person: Person;

test.beforeEach(async ({ page, address }) => {
  person = new Person(page);
  await person.come(address);
  await person.startEmpty();
  await page.keyboard.insertText(policy);
  await page.keyboard.press("ControlOrMeta+Home");
});

const lines = async () => (await person.text.locator(".cm-line").allTextContents()).join("\n");

test("one key for each mark: F7 starts, Tab accepts and goes on", async ({ page }) => {
  await page.keyboard.press("F7");
  await expect(page.locator(".pm-suggested-active")).toHaveText("我们");
  await expect(person.said).toContainText("Suggestion 1 of 13: Actor “我们”");
  await expect(person.said).toContainText("Tab accepts");
  for (let i = 0; i < 13; i++) await page.keyboard.press("Tab");
  await expect.poll(lines).toBe(marked);
  await expect(person.said).toContainText("no more suggestions");
  await expect(person.text).toBeFocused();
  // Tab is Tab again: it leaves the text.
  await page.keyboard.press("Tab");
  await expect(person.text).not.toBeFocused();
});

test("each accepted suggestion is one step of undo", async ({ page }) => {
  await page.keyboard.press("F7");
  await expect(page.locator(".pm-suggested-active")).toHaveText("我们");
  await person.press("Tab", 2);
  await expect(person.mark("action", "[收集]")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(person.mark("actor", "(我们)")).toBeVisible();
  await expect(person.mark("action", "[收集]")).toHaveCount(0);
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(lines).toBe(policy);
});

test("Escape skips for good, Shift+Tab goes back, an arrow key leaves", async ({ page }) => {
  await page.keyboard.press("F7");
  const active = page.locator(".pm-suggested-active");
  await expect(active).toHaveText("我们");
  await page.keyboard.press("Escape");
  await expect(active).toHaveText("收集");
  await page.keyboard.press("Tab");
  await expect(active).toHaveText("手机号");
  await page.keyboard.press("Tab");
  await expect(active).toHaveText("设备型号");
  await page.keyboard.press("Escape");
  await expect(active).toHaveText("IP地址");
  await page.keyboard.press("Shift+Tab");
  await expect(active).toHaveText("物流公司");
  await page.keyboard.press("ArrowRight");
  await expect(active).toHaveCount(0);
  await expect(page.locator(".pm-suggested")).toHaveCount(0);
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.press("F7");
  await expect(active).toHaveText("IP地址");
  // It is remembered past a reload.
  await page.reload();
  await expect(person.text).toContainText("[收集]");
  await person.text.focus();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.press("F7");
  await expect(active).toHaveText("IP地址");
});

test("suggestions are shown only when asked for, and are no marks", async ({ page }) => {
  await expect(page.locator(".pm-suggested")).toHaveCount(0);
  await page.keyboard.press("Alt+s");
  await expect(page.locator(".pm-suggested")).toHaveCount(13);
  await expect(page.locator(".pm-mark")).toHaveCount(0);
  await expect(person.count("Practices")).toHaveText("0");
  await expect.poll(lines).toBe(policy);
  await expect(person.count("Suggestions")).toHaveText("13");
  // Another visit finds the choice.
  await page.reload();
  await expect(page.locator(".pm-suggested")).toHaveCount(13);
  await person.text.focus();
  await page.keyboard.press("Alt+s");
  await expect(page.locator(".pm-suggested")).toHaveCount(0);
});

test("the panel accepts one, a section, all alike, and skips", async ({ page }) => {
  await person.turnTo("Suggestions");
  const panel = page.locator("pm-suggestions");
  await expect(panel.locator("h2")).toHaveText(["一、信息收集", "二、信息共享"]);
  await expect(panel.locator(".suggestion").first()).toContainText("85 % sure");
  await panel.getByRole("button", { name: "Accept Data: 设备型号" }).click();
  await expect(person.mark("data", "<设备型号>")).toBeVisible();
  await panel.getByRole("button", { name: "Skip Data: 手机号" }).click();
  await expect(panel.locator(".words", { hasText: "手机号" })).toHaveCount(0);
  await panel.getByRole("button", { name: "More actions for “我们”" }).first().click();
  await page.getByRole("menuitem", { name: "Accept all “我们”" }).click();
  await expect(person.mark("actor", "(我们)")).toHaveCount(3);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(person.mark("actor", "(我们)")).toHaveCount(0);
  await panel.getByRole("button", { name: "More actions for “收集”" }).click();
  await page.getByRole("menuitem", { name: "Accept all in this section" }).click();
  await expect
    .poll(lines)
    .toBe(
      policy
        .replace("我们会收集您的手机号、设备型号和IP地址", "(我们)会[收集]您的手机号、<设备型号>和<IP地址>")
        .replace("您需要向我们提供姓名", "(您)需要向(我们)[提供]<姓名>"),
    );
});

test("what is marked once is suggested wherever it stands", async ({ page }) => {
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText("您的芽点数属于您。\n\n我们会收集您的手机号，并收集老用户的旧芽点数。");
  await page.keyboard.press("ControlOrMeta+Home");
  await person.turnTo("Suggestions");
  await expect(page.locator("pm-suggestions .suggestion", { hasText: "手机号" }).first()).toBeVisible();
  await expect(page.locator(".pm-suggested-data")).toHaveText(["手机号"]);
  await person.select("芽点数");
  await page.keyboard.type("<");
  await expect(person.mark("data", "<芽点数>")).toHaveCount(1);
  await expect(page.locator(".pm-suggested-data")).toHaveText(["手机号", "芽点数"]);
  await expect(page.locator("pm-suggestions .suggestion", { hasText: "marked like this elsewhere" })).toHaveCount(1);
});

test("what was marked in one document is suggested in another, until it is forgotten", async ({ page }) => {
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText("我们会收集您的芽点数。");
  await person.select("芽点数");
  await page.keyboard.type("<");
  await expect(person.mark("data", "<芽点数>")).toBeVisible();
  await person.startEmpty();
  await page.keyboard.insertText("我们会收集您的手机号，并收集老用户的旧芽点数。");
  await page.keyboard.press("Alt+s");
  await expect(page.locator(".pm-suggested-data")).toHaveText(["手机号", "芽点数"]);
  await person.turnTo("Suggestions");
  await expect(page.locator("pm-suggestions .suggestion", { hasText: "marked it like this before" })).toHaveCount(1);
  await page.getByRole("button", { name: "More about suggestions" }).click();
  await page.getByRole("menuitem", { name: "Forget what was learned" }).click();
  await expect(page.locator(".pm-suggested-data")).toHaveText(["手机号"]);
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, colorScheme === "dark" ? rest : {}, () => {
    test.use({ colorScheme });
    test("the panel and the signs stand in nobody's way", async ({ page }) => {
      await person.turnTo("Suggestions");
      await expect(page.locator("pm-suggestions .suggestion").first()).toBeVisible();
      await expect(page.locator(".pm-suggested").first()).toBeVisible();
      await standsInNobodysWay(page);
    });
  });
}

test("an input method composes undisturbed while a suggestion is active", async ({ page, context }) => {
  await page.keyboard.press("F7");
  await expect(page.locator(".pm-suggested-active")).toHaveText("我们");
  const session = await context.newCDPSession(page);
  await page.keyboard.press("ArrowLeft");
  await session.send("Input.imeSetComposition", { text: "ni", selectionStart: 2, selectionEnd: 2 });
  await expect(person.text).toContainText("ni");
  await session.send("Input.insertText", { text: "你" });
  await expect.poll(lines).toContain("你我们会收集");
});
