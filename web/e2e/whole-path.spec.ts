import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures.ts";
import { example, Person } from "./person.ts";

test("open a marked policy, mark, break and repair a bracket, undo, save the file byte for byte", async ({
  page,
  address,
}) => {
  const person = new Person(page);
  await person.come(address);

  const file = example("shop-zh.policymark.txt");
  await person.open(file);
  await expect(person.status).toContainText("shop-zh.policymark.txt");
  await expect(person.status).toContainText("156 marks");
  await expect(person.count("Practices")).not.toHaveText("0");
  const practices = Number(await person.count("Practices").textContent());
  const problems = Number(await person.count("Problems").textContent());
  expect(practices).toBeGreaterThan(20);
  await expect(person.cards.first()).toBeVisible();

  // Select and type a bracket: a mark, and a new practice where it is a verb.
  await person.select("公司（以下简称");
  await page.keyboard.type("(");
  await expect(person.status).toContainText("157 marks");
  await expect(person.mark("actor", "公司（以下简称")).toBeVisible();
  await person.select("运营");
  await page.keyboard.type("[");
  await expect(person.status).toContainText("158 marks");
  await expect(person.count("Practices")).toHaveText(String(practices + 1));
  await expect(person.cards.filter({ hasText: "运营" }).first()).toBeVisible();
  await person.press("ControlOrMeta+z", 2);
  await expect(person.status).toContainText("156 marks");
  await expect(person.count("Practices")).toHaveText(String(practices));

  // Delete one bracket by hand: one problem more, whose fix repairs it.
  await person.caretAt("|<昵称>");
  await page.keyboard.press("Delete");
  await expect(person.status).toContainText("155 marks");
  await expect(person.count("Problems")).toHaveText(String(problems + 1));
  await person.turnTo("Problems");
  const stray = person.problems.filter({ hasText: ">" }).first();
  await stray.getByRole("button", { name: "Open the mark before “昵称”" }).click();
  await expect(person.status).toContainText("156 marks");
  await expect(person.count("Problems")).toHaveText(String(problems));

  // Back to the start: the file that is saved is the one that was opened.
  await person.text.focus();
  await person.press("ControlOrMeta+z", 2);
  await expect(person.status.locator("[data-saved=yes]")).toBeVisible();
  expect(await person.save()).toEqual(await readFile(file));
});

for (const [name, ends] of [
  ["Windows line ends and a byte order mark", "\r\n"],
  ["old Macintosh line ends and a byte order mark", "\r"],
] as const) {
  test(`a file with ${name} comes back byte for byte, and keeps them when it is changed`, async ({ page, address }) => {
    const person = new Person(page);
    await person.come(address);
    const bytes = Buffer.from(`\uFEFF一、说明${ends}(我们)会[收集]您的<姓名>。  ${ends}${ends}(我们)[共享]<电话>。`);
    await person.openBytes("windows.policymark.txt", bytes);
    await expect(person.status).toContainText("6 marks");
    expect(await person.save()).toEqual(bytes);

    await person.text.focus();
    await person.press("ControlOrMeta+End");
    await page.keyboard.press("Enter");
    await page.keyboard.type("end");
    const changed = Buffer.concat([bytes, Buffer.from(`${ends}end`)]);
    expect(await person.save()).toEqual(changed);

    await person.press("ControlOrMeta+z");
    await expect(person.text).not.toContainText("end");
    expect(await person.save()).toEqual(bytes);
  });
}
