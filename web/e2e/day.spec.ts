import { Day, stateOf } from "./day.ts";
import { expect, rest, test } from "./fixtures.ts";
import { example, Person } from "./person.ts";

/** How many things are done; a working day has some thousands. */
const actions = Number(process.env["POLICYMARK_ACTIONS"] ?? 100);
/** The same number does the same things. */
const seed = Number(process.env["POLICYMARK_SEED"] ?? 7);

test(
  "a day of editing: text, marks, panels, undo and what is kept agree after each step",
  rest,
  async ({ page, address }) => {
    test.setTimeout(60_000 + actions * 2_000);
    const person = new Person(page);
    await person.come(address);
    await person.open(example("shop-zh.policymark.txt"));
    await expect(person.status).toContainText("156 marks");
    const start = (await stateOf(page)).text;

    const day = new Day(person, seed);
    for (let n = 1; n <= actions; n++) {
      await day.step();
      if (n % 10 === 0) await day.kept();
    }

    // All of it can be taken back and done again, as often as it was taken back.
    const end = (await stateOf(page)).text;
    const undo = page.getByRole("button", { name: "Undo", exact: true });
    await person.text.focus();
    let steps = 0;
    for (; await undo.isEnabled(); steps++) await person.press("ControlOrMeta+z");
    expect((await stateOf(page)).text).toBe(start);
    await expect(person.status).toContainText("156 marks");
    await person.press("ControlOrMeta+y", steps);
    expect((await stateOf(page)).text).toBe(end);
  },
);
