import { expect, test } from "./fixtures.ts";
import { Person } from "./person.ts";

const kinds = ["actor", "action", "data", "purpose"] as const;

test("the kinds are told apart where the system chooses the colours", async ({ page, address }) => {
  const person = new Person(page);
  await page.emulateMedia({ forcedColors: "active" });
  await person.come(address);
  for (const place of [".cm-content .pm-", "pm-toolbar pm-kinds .chip."]) {
    const lines = await Promise.all(
      kinds.map((kind) =>
        page
          .locator(`${place}${kind}`)
          .first()
          .evaluate((chip) => getComputedStyle(chip).borderBottomStyle),
      ),
    );
    expect(lines).toEqual(["solid", "double", "dotted", "dashed"]);
  }
  // What is selected has another ground than the rest.
  await person.text.focus();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.press("Shift+ArrowRight");
  const ground = (of: string) =>
    page
      .locator(of)
      .first()
      .evaluate((part) => getComputedStyle(part).backgroundColor);
  await expect.poll(() => ground(".cm-selectionBackground")).not.toBe(await ground(".cm-editor"));
});

test("a chip says what its kind means, to the keyboard, the pointer and a finger", async ({ page, address }) => {
  const person = new Person(page);
  await person.come(address);
  const chip = page.locator("pm-toolbar pm-kinds [data-kind=purpose]");
  const card = page.locator("pm-toolbar pm-kind-card");
  await expect(card).toBeHidden();
  await chip.hover();
  await expect(card).toContainText("why, or under which condition");
  await page.mouse.move(5, 400);
  await expect(card).toBeHidden();
  await page.locator("pm-toolbar pm-kinds [data-kind=data]").focus();
  await page.keyboard.press("Tab");
  await expect(chip).toBeFocused();
  await expect(card).toContainText("{send you a parcel}");
  await expect(chip).toHaveAccessibleDescription(/Select text and type \{, or press Alt\+4/);
  await page.keyboard.press("Escape");
  await expect(card).toBeHidden();
  // A finger that stays asks, and does not mark when it leaves.
  const { length } = (await person.text.textContent())!;
  await chip.dispatchEvent("pointerdown", { pointerType: "touch" });
  await expect(card).toBeVisible();
  await chip.dispatchEvent("pointerup", { pointerType: "touch" });
  await chip.dispatchEvent("click");
  await expect(card).toBeHidden();
  await expect(person.said).toHaveText("");
  expect((await person.text.textContent())!.length).toBe(length);
});
