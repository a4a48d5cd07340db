import { readFile } from "node:fs/promises";
import { engineMissing, expect, test } from "./fixtures.ts";
import { example, Person } from "./person.ts";

test("where the engine cannot run, text is opened, edited and saved as it is, and it says so", async ({
  page,
  address,
  where,
  expected,
}) => {
  test.skip(where === "file", "the engine is in the file");
  expected.push(...engineMissing);
  const person = new Person(page);
  let broken = true;
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, "showOpenFilePicker");
    Reflect.deleteProperty(window, "showSaveFilePicker");
  });
  await page.route("**/*.wasm", (route) => (broken ? route.abort() : route.continue()));
  await page.goto(address);
  await expect(page.getByRole("alert")).toContainText("The engine is not running");
  const file = example("shop-zh.policymark.txt");
  await person.open(file);
  await expect(person.status).toContainText("shop-zh");
  await expect(person.text).toContainText("隐私政策");
  expect(await person.save()).toEqual(await readFile(file));
  await person.text.focus();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type("x");
  expect((await person.save()).toString()).toBe(`x${(await readFile(file)).toString()}`);
  await page.keyboard.press("Alt+1");
  await expect(page.locator("pm-status .refusal")).toContainText("nothing was marked");

  broken = false;
  await page.getByRole("button", { name: "Start it again" }).click();
  await expect(person.status).toContainText("156 marks");
});
