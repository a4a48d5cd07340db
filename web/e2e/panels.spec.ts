import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures.ts";
import { Person } from "./person.ts";

const policy = [
  "一、信息收集",
  "若{您报名}，(我们)可能会[收集]您的<联系方式>（包括<邮箱>、<电话>等），用于{发送通知}。",
  "（一）位置",
  "我们也会[使用]<位置信息>。",
  "二、信息共享",
  "(我们)不会向(广告公司)[出售]您的<姓名>。(我们)会向(配送公司)[提供]<地址>，以{完成配送}。",
].join("\n\n");

let person: Person;
test.beforeEach(async ({ page, address }) => {
  person = new Person(page);
  await person.come(address);
  await person.openBytes("panels.policymark.txt", Buffer.from(policy));
  await expect(person.count("Practices")).toHaveText("4");
});

const source = (person: Person) => person.save().then((bytes) => bytes.toString("utf8"));

test("the outline names the sections, follows the caret and leads there by keys", async ({ page }) => {
  const rows = page.getByRole("treeitem");
  await page.locator("pm-outline, pm-outline-opener").first().waitFor();
  if (await page.locator(".outline pm-outline-opener").isVisible()) await person.press("Alt+o");
  await expect(rows).toHaveText([/一、信息收集/, /（一）位置/, /二、信息共享/]);
  await expect(rows.nth(2)).toHaveAccessibleName(
    "二、信息共享: 9 marks, 2 practices, 2 of 2 sentences about data marked",
  );
  await person.caretAt("位置|信息");
  await expect(rows.nth(1)).toHaveAttribute("aria-current", "location");
  await page.getByRole("tree").focus();
  await person.press("ArrowDown");
  await person.press("Enter");
  await expect(person.text).toBeFocused();
  await expect(rows.nth(2)).toHaveAttribute("aria-current", "location");
  // It is closed and opened by its key, and stays so.
  await person.press("Alt+o");
  await expect(rows).toHaveCount(0);
  await page.reload();
  await expect(person.cards.first()).toBeVisible();
  await expect(rows).toHaveCount(0);
  await person.press("Alt+o");
  await expect(rows).toHaveCount(3);
});

test("practices are searched and filtered, and the number shown is told", async ({ page }) => {
  const search = page.getByRole("searchbox", { name: "Search practices" });
  await search.fill("配送");
  await expect(person.cards).toHaveCount(1);
  await expect(page.locator("pm-practice-filter .count")).toHaveText("1 of 4");
  await search.press("Escape");
  await expect(person.cards).toHaveCount(4);
  await page.getByRole("button", { name: "Filters" }).click();
  await page.getByRole("button", { name: "State" }).press("ArrowDown");
  await page.getByRole("menuitemradio", { name: "Denied (not done)" }).click();
  await expect(person.cards).toHaveCount(1);
  await expect(person.cards.first().locator(".tag.not")).toBeVisible();
  // Of the tab the number is that of all.
  await expect(person.count("Practices")).toHaveText("4");
  await page.getByRole("button", { name: "Remove filter: Denied (not done)" }).click();
  await page.getByRole("button", { name: "Section", exact: true }).click();
  await page.getByRole("menuitemradio", { name: "一、信息收集" }).click();
  await expect(person.cards).toHaveCount(2);
  await page.locator("pm-practice-filter").getByRole("button", { name: "Actor", exact: true }).click();
  await page.getByRole("menuitemradio", { name: "我们" }).click();
  await expect(person.cards).toHaveCount(2);
  // What is filtered follows the typing.
  await person.caretAt("您报名|");
  await page.keyboard.type("时");
  await expect(person.cards.first()).toContainText("您报名时");
  await page.getByRole("button", { name: "Clear all filters" }).click();
  await expect(person.cards).toHaveCount(4);
});

test("what is read wrongly is set right in the text, in one step of undo", async ({ page }) => {
  const card = person.cards.nth(3);
  await card.getByRole("button", { name: "Correct this practice" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitemradio", { name: "No, it is denied" }).click();
  await expect(person.said).toHaveText("Corrected in the text");
  await expect(card.locator("article")).toHaveClass("negated");
  await expect.poll(() => source(person)).toContain("[提供|not]<地址>");
  await person.text.focus();
  await person.press("ControlOrMeta+z");
  await expect(card.locator("article")).not.toHaveClass("negated");
  await expect.poll(() => source(person)).toBe(policy);

  // A recipient that was only a source; by the keyboard alone.
  const edit = card.getByRole("button", { name: "Correct: 配送公司" });
  await edit.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitemradio", { name: "Actor" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitemradio", { name: "Source" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect.poll(() => source(person)).toContain("(配送公司|source)");
  await expect(card.locator("dl")).toContainText("From");

  // Data that does not belong there; and words that are not marked yet.
  await card.getByRole("button", { name: "Correct: 地址" }).click({ force: true });
  await page.getByRole("menuitem", { name: "Not part of this practice" }).click();
  await expect(card).toContainText("no data named");
  await expect.poll(() => source(person)).toContain("<地址|@->");
  await person.cards.nth(1).getByRole("button", { name: "Correct: 我们" }).click({ force: true });
  await page.getByRole("menuitemradio", { name: "Source" }).click();
  await expect.poll(() => source(person)).toContain("(我们|source)也会[使用]");
});

test("the data panel lists what is handled and leads through its places", async ({ page }) => {
  await page.getByRole("tab", { name: "Data" }).first().click();
  const rows = page.locator("pm-data .row");
  await expect(rows.locator(".chip")).toHaveText(["联系方式", "邮箱", "电话", "位置信息", "姓名", "地址"]);
  // What is denied reaches nobody.
  await expect(rows.filter({ hasText: "姓名" })).not.toContainText("广告公司");
  await expect(rows.filter({ hasText: "地址" })).toContainText("配送公司");
  await page.getByRole("button", { name: "Hide the parts of 联系方式" }).click();
  await expect(rows).toHaveCount(4);
  await page.getByRole("button", { name: "Next place that names 地址" }).click();
  await expect(person.status).toContainText("2 selected");
  await page.getByRole("button", { name: /^Actors/ }).click();
  await expect(rows.locator(".chip")).toHaveText(["我们", "广告公司", "配送公司"]);
  await page.getByRole("searchbox", { name: "Search names" }).fill("配送");
  await expect(rows).toHaveCount(1);
  await page.getByRole("button", { name: "Show the practices with 配送公司" }).click();
  await expect(page.locator("pm-practice-filter .count")).toHaveText("1 of 4");
});

test("the table and the picture show the same, and denied is never taken for done", async ({ page }) => {
  await page.getByRole("button", { name: "Table of practices" }).click();
  const rows = page.locator("pm-practice-table .rows");
  await expect(rows).toHaveCount(4);
  await expect(rows.nth(2)).toContainText("NOT");
  await page.getByRole("button", { name: "To", exact: true }).click();
  await expect(rows.first()).toContainText("广告公司");
  await page.getByRole("button", { name: "Flow picture" }).last().click();
  const picture = page.locator("pm-flow svg.flow");
  await expect(picture).toContainText("配送公司");
  await expect(picture).not.toContainText("广告公司");
  await expect(page.locator("pm-flow .denied")).toContainText("1 practice is denied");
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as SVG" }).click();
  const file = await readFile(await (await coming).path(), "utf8");
  expect(file).toContain('xmlns="http://www.w3.org/2000/svg"');
  expect(file).toContain("配送公司");
  expect(file).not.toMatch(/var\(|class=/);
  // By keys to a name, and from there to its practices.
  await picture.locator("[tabindex='0']").focus();
  await page.keyboard.press("ArrowRight");
  await expect(picture.locator(".node:focus")).toHaveAttribute("data-index", /\d/);
  await page.keyboard.press("Enter");
  await expect(page.locator("pm-practice-filter .count")).toContainText("of 4");
});

test("rules have levels for all documents, and ignored problems can be taken up again", async ({ page }) => {
  await person.turnTo("Problems");
  const before = Number(await person.count("Problems").textContent());
  const menu = page.locator("pm-problems").getByRole("button", { name: "Rule settings…" });
  await page
    .getByRole("button", { name: /^Ignore it here/ })
    .first()
    .click();
  await expect(person.count("Problems")).toHaveText(String(before - 1));
  await menu.click();
  await page.getByRole("menuitem", { name: "Ignored (1)" }).click();
  await person.dialog.getByRole("button", { name: "Report again" }).click();
  await expect(person.dialog).toContainText("Nothing is ignored.");
  await person.dialog.getByRole("button", { name: "Close" }).click();
  await expect.poll(() => source(person)).toBe(policy);
  await expect(person.count("Problems")).toHaveText(String(before));

  const rule = await person.problems.first().getAttribute("data-rule");
  await menu.click();
  await page.getByRole("menuitem", { name: "Rule settings…" }).click();
  await person.dialog.getByRole("searchbox").fill(rule!);
  await person.dialog.getByRole("combobox").first().selectOption("off");
  await person.dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.locator(`pm-problems [data-rule=${rule}]`)).toHaveCount(0);
  await page.reload();
  await person.turnTo("Problems");
  await expect(person.count("Problems")).not.toHaveText(String(before));
});
