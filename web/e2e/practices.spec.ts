import { expect, test } from "./fixtures.ts";
import { Person } from "./person.ts";

let person: Person;
test.beforeEach(async ({ page, address }) => {
  person = new Person(page);
  await person.come(address);
  await person.openBytes(
    "cards.policymark.txt",
    Buffer.from(
      [
        "一、信息收集",
        "若{您报名}，(我们)可能会[收集]您的<联系方式>（包括<邮箱>、<电话>等），用于{发送通知}。",
        "二、信息共享",
        "(我们)不会向(广告公司)[出售]您的<姓名>。",
      ].join("\n\n"),
    ),
  );
  await expect(person.count("Practices")).toHaveText("2");
});

test("a card says who does what with which data, why, when and with whom", async () => {
  const [first, second] = [person.cards.nth(0), person.cards.nth(1)];
  await expect(first).toContainText("Collection");
  await expect(first.locator(".chip.actor").first()).toHaveText("(我们)");
  await expect(first.locator(".chip.action")).toHaveText("[收集]");
  await expect(first.locator(".chip.data")).toHaveText(["<联系方式>", "<邮箱>", "<电话>"]);
  await expect(first.locator("dl")).toContainText("Purpose");
  await expect(first.locator("dl")).toContainText("{发送通知}");
  await expect(first.locator("dl")).toContainText("Condition");
  await expect(first.locator("dl")).toContainText("{您报名}");
  await expect(first.locator(".tag.may")).toContainText("可能");

  await expect(second.locator("article")).toHaveClass("negated");
  await expect(second.locator(".tag.not")).toContainText("不会");
  await expect(second.locator("dl")).toContainText("(广告公司)");
  await expect(person.page.locator("pm-practices .section")).toHaveText([/一、信息收集/, /二、信息共享/]);
});

test("pointing at a card lights up its words, at a value that value", async ({ page }) => {
  await person.cards
    .nth(1)
    .locator("article")
    .hover({ position: { x: 200, y: 8 } });
  const lit = page.locator(".pm-lit");
  await expect.poll(async () => (await lit.allTextContents()).join("|")).toContain("出售");
  await expect.poll(async () => (await lit.allTextContents()).join("|")).toContain("广告公司");
  await person.cards.nth(1).locator(".chip.data").hover();
  await expect.poll(async () => (await lit.allTextContents()).join("")).toBe("姓名");
  await page.mouse.move(300, 700);
  await expect(lit).toHaveCount(0);
});

test("a click goes to the words, the caret in the text selects the card", async ({ page }) => {
  await person.cards.nth(1).locator(".chip.data").click();
  await expect(person.text).toBeFocused();
  await expect(person.status).toContainText("2 selected");
  await expect(person.cards.nth(1)).toHaveAttribute("current", "");
  await page.keyboard.type("<");
  await expect(person.said).toContainText("already");
  await person.caretAt("收|集]");
  await expect(person.cards.nth(0)).toHaveAttribute("current", "");
  await expect(person.cards.nth(1)).not.toHaveAttribute("current", "");
});

test("what is inferred is faint and says why", async () => {
  await person.startEmpty();
  await person.page.keyboard.insertText("我们需要您[提供]<姓名>。");
  await expect(person.count("Practices")).toHaveText("1");
  const card = person.cards.first();
  const inferred = card.locator(".chip.inferred").first();
  await expect(inferred).toBeVisible();
  const why = card.locator(".why").first();
  await expect(why).toHaveAttribute("aria-expanded", "false");
  await why.click();
  await expect(why).toHaveAttribute("aria-expanded", "true");
  await expect(card.locator(".reason")).toContainText("Rule:");
  await why.click();
  await expect(card.locator(".reason")).toBeHidden();
});

test("the cards follow the typing", async ({ page }) => {
  await person.caretAt("发送|通知");
  await page.keyboard.insertText("每周");
  await expect(person.cards.nth(0)).toContainText("{发送每周通知}");
  await person.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
  await expect(page.locator("pm-practices")).toContainText("No practices yet");
  await person.press("ControlOrMeta+z");
  await expect(person.count("Practices")).toHaveText("2");
});
