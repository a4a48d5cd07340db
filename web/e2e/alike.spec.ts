import { expect, rest, test } from "./fixtures.ts";
import { Person } from "./person.ts";

let person: Person;
test.beforeEach(async ({ page, address }) => {
  person = new Person(page);
  await person.come(address);
  await person.startEmpty();
});

const places = () => person.dialog.locator(".place");

test("all places alike are marked, by keyboard alone, in one step of undo", async ({ page }) => {
  const text = "收集手机号。\n\n[手机号]和{为手机号登录}。\n\n手机号、<手机号>。";
  await page.keyboard.insertText(text);
  await expect(person.status).toContainText("3 marks");
  await person.press("ControlOrMeta+Home");
  await person.select("手机号");
  await page.keyboard.press("ControlOrMeta+Shift+l");
  await expect(person.dialog).toBeVisible();
  await expect(person.dialog).toContainText("4 places, 2 chosen");
  await expect(person.dialog).toContainText("1 place is already like this");
  await expect(person.dialog.getByRole("button", { name: "Mark 2 places as Data" })).toBeFocused();
  await expect(places()).toHaveCount(4);
  await expect(places().nth(1)).toContainText("Marked as action");
  await expect(places().nth(2)).toContainText("Inside “为手机号登录” (purpose)");
  await expect(places().nth(1).getByRole("checkbox")).not.toBeChecked();
  // Up into the list, turn the one within the purpose on, and do it.
  for (
    let i = 0;
    i < 4 &&
    !(await places()
      .first()
      .getByRole("checkbox")
      .evaluate((e) => e.matches(":focus")));
    i++
  ) {
    await page.keyboard.press("Shift+Tab");
  }
  await person.press("ArrowDown", 2);
  await expect(places().nth(2).getByRole("checkbox")).toBeFocused();
  await page.keyboard.press("Space");
  await expect(person.dialog).toContainText("4 places, 3 chosen");
  await page.keyboard.press("Enter");
  await expect(person.dialog).toBeHidden();
  await expect(person.said).toHaveText("Marked 3 places: Data");
  await expect(person.text).toBeFocused();
  await expect(person.text).toHaveText("收集<手机号>。[手机号]和{为<手机号>登录}。<手机号>、<手机号>。");
  await person.press("ControlOrMeta+z");
  await expect(person.text).toHaveText("收集手机号。[手机号]和{为手机号登录}。手机号、<手机号>。");
});

test("a mark is changed or removed everywhere", async ({ page }) => {
  await page.keyboard.insertText("<手机号>、[手机号]、<手机号>、手机号。");
  await expect(person.status).toContainText("3 marks");
  await person.caretAt("手机|号");
  await page.keyboard.press("ControlOrMeta+Shift+l");
  await person.dialog.getByRole("radio", { name: "Purpose" }).check();
  await expect(person.dialog).toContainText("4 places, 3 chosen");
  await person.dialog.getByRole("button", { name: "Mark 3 places" }).click();
  await expect(person.text).toHaveText("{手机号}、[手机号]、{手机号}、{手机号}。");
  await page.keyboard.press("ControlOrMeta+Shift+l");
  await person.dialog.getByRole("radio", { name: "Remove marks" }).check();
  await person.dialog.getByRole("button", { name: "Remove 3 marks" }).click();
  await expect(person.said).toHaveText("Removed 3 marks");
  await expect(person.text).toHaveText("手机号、[手机号]、手机号、手机号。");
});

test("pronouns and single characters are off by themselves", async ({ page }) => {
  await page.keyboard.insertText("我们收集，我们使用。");
  await person.press("ControlOrMeta+Home");
  await person.select("我们");
  await page.keyboard.press("ControlOrMeta+Shift+l");
  await expect(person.dialog).toContainText("is a pronoun");
  await expect(person.dialog).toContainText("2 places, 0 chosen");
  await expect(person.dialog.getByRole("button", { name: "Mark 0 places" })).toBeDisabled();
  await person.dialog.getByRole("radio", { name: "Actor" }).check();
  await person.dialog.getByRole("button", { name: "Choose all" }).click();
  await places().nth(1).getByRole("checkbox").uncheck();
  await person.dialog.getByRole("button", { name: "Mark 1 place as Actor" }).click();
  await expect(person.text).toHaveText("(我们)收集，我们使用。");
});

test("the scope is the section or a selection", async ({ page }) => {
  await page.keyboard.insertText(
    "一、收集\n我们收集手机号。\n\n二、共享\n我们共享手机号，并保存手机号，还会为了安全删除手机号。\n\n三、其他\n手机号",
  );
  await person.press("ControlOrMeta+Home");
  await person.select("共享手机号");
  await person.press("ArrowRight");
  await person.press("Shift+ArrowLeft", 3);
  await page.keyboard.press("ControlOrMeta+Shift+l");
  await expect(person.dialog).toContainText("5 places");
  await person.dialog.getByRole("radio", { name: "Section" }).check();
  await expect(person.dialog).toContainText("3 places, 3 chosen");
  await page.keyboard.press("Escape");
  await expect(person.dialog).toBeHidden();
  // A selection of more than words is where to look.
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("ControlOrMeta+Shift+l");
  await expect(person.dialog.getByRole("radio", { name: "Selection" })).toBeChecked();
  await expect(person.dialog.getByLabel("Words")).toBeFocused();
  await page.keyboard.insertText("保存");
  await expect(person.dialog).toContainText("1 place, 1 chosen");
});

test("thousands of places are a list one can go through", rest, async ({ page }) => {
  await person.openBytes("many.txt", Buffer.from("收集手机号。\n\n".repeat(3000)));
  await expect(person.text).toContainText("收集手机号");
  await person.select("手机号");
  await page.keyboard.press("ControlOrMeta+Shift+l");
  await expect(person.dialog).toContainText("3,000 places, 3,000 chosen");
  expect(await places().count()).toBeLessThan(80);
  await places().first().getByRole("checkbox").focus();
  await page.keyboard.press("End");
  await expect(person.dialog.getByRole("checkbox", { name: "Place 3000 of 3000" })).toBeFocused();
  await page.keyboard.press("Space");
  await expect(person.dialog).toContainText("2,999 chosen");
  await page.keyboard.press("Enter");
  await expect(person.status).toContainText("2,999 marks");
  await person.press("ControlOrMeta+z");
  await expect(person.status).toContainText("0 marks");
});
