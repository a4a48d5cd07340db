import type { Page } from "@playwright/test";
import type { App } from "../src/app/app.ts";
import { expect, test } from "./fixtures.ts";
import { example, Person } from "./person.ts";
import { readByCommand } from "./oracle.ts";

/** How many things are done; a working day has some thousands. */
const actions = Number(process.env["POLICYMARK_ACTIONS"] ?? 100);
/** The same number does the same things. */
const seed = Number(process.env["POLICYMARK_SEED"] ?? 7);

/** A generator of numbers from 0 up to 1, the same for the same seed (mulberry32). */
function chances(from: number): () => number {
  let state = from >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface State {
  text: string;
  marks: number;
  practices: number;
  problems: number;
  /** The first practices that the panel has, and from which number on. */
  first: number;
  shown: string[];
}

/** What the page holds once the engine has caught up with the text. */
async function stateOf(page: Page): Promise<State> {
  return await page.evaluate(async () => {
    const { bench } = document.querySelector("pm-app") as App;
    await bench.analysis.settled();
    const report = bench.analysis.report!;
    return {
      text: bench.view.state.doc.toString(),
      marks: report.counts.marks,
      practices: report.practices.total,
      problems: report.problems.errors + report.problems.warnings + report.problems.infos,
      first: report.practices.first,
      shown: report.practices.items.map(({ action }) => action.text),
    };
  });
}

/** Puts the selection where a person would have clicked or dragged. */
async function select(page: Page, from: number, to: number): Promise<void> {
  await page.evaluate(
    ([anchor, head]) => {
      const { view } = (document.querySelector("pm-app") as App).bench;
      const within = (at: number) => {
        const cut = Math.min(at, view.state.doc.length);
        // Never between the halves of a character.
        const code = view.state.doc.sliceString(cut, cut + 1).charCodeAt(0);
        return code >= 0xdc00 && code < 0xe000 ? cut - 1 : cut;
      };
      view.dispatch({ selection: { anchor: within(anchor), head: within(head) }, scrollIntoView: true });
      view.focus();
    },
    [from, to] as const,
  );
}

const typed = [
  "我们还会收集您的生日，",
  "，以便为您推荐课程。",
  "除非您同意，",
  "and we share it with partners. ",
  "(合作方)",
  "[共享]<位置>",
  "{发送账单}",
  "（含附件）",
  "😀",
  "\\(1\\)",
  "<",
  "]",
  " ",
  "为此，",
];

test("a day of editing: text, marks, panels, undo and what is kept agree after each step", async ({ page, address }) => {
  test.setTimeout(60_000 + actions * 2_000);
  const person = new Person(page);
  await person.come(address);
  await person.open(example("shop-zh.policymark.txt"));
  await expect(person.status).toContainText("156 marks");
  const start = (await stateOf(page)).text;

  const chance = chances(seed);
  const below = (n: number) => Math.floor(chance() * n);
  const one = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const press = (key: string) => page.keyboard.press(key);
  const length = async () => (await stateOf(page)).text.length;
  const somewhere = async () => {
    const at = below((await length()) + 1);
    await select(page, at, at);
  };
  const someWords = async () => {
    const at = below(await length());
    await select(page, at, at + 1 + below(12));
  };

  const things: [weight: number, name: string, thing: () => Promise<unknown>][] = [
    [20, "type", async () => (await somewhere(), await page.keyboard.insertText(one(typed)))],
    [6, "type letters", async () => (await somewhere(), await page.keyboard.type("data "))],
    [6, "break a line", async () => (await somewhere(), await press("Enter"))],
    [8, "delete", async () => (await somewhere(), await press(one(["Backspace", "Delete", "ControlOrMeta+Backspace"])))],
    [4, "delete words", async () => (await someWords(), await press("Delete"))],
    [12, "mark by bracket", async () => (await someWords(), await page.keyboard.type(one(["(", "[", "<", "{"])))],
    [8, "mark by key", async () => (await someWords(), await press(one(["Alt+1", "Alt+2", "Alt+3", "Alt+4"])))],
    [8, "mark or retype at the caret", async () => (await somewhere(), await press(one(["Alt+1", "Alt+2", "Alt+3", "Alt+4"])))],
    [6, "unmark", async () => (await somewhere(), await press("Alt+0"))],
    [3, "next problem", async () => (await somewhere(), await press(one(["F8", "Shift+F8"])))],
    [8, "undo", async () => await press("ControlOrMeta+z")],
    [5, "redo", async () => await press("ControlOrMeta+y")],
    [3, "move a paragraph", async () => (await somewhere(), await press(one(["Alt+ArrowUp", "Alt+ArrowDown"])))],
    [2, "cut and paste", async () => {
      await someWords();
      await press("ControlOrMeta+x");
      await somewhere();
      await press("ControlOrMeta+v");
    }],
    [2, "turn to a panel", async () => {
      await person.turnTo(one(["Practices", "Problems"]));
      await person.text.focus();
    }],
  ];
  const weight = things.reduce((sum, [w]) => sum + w, 0);
  const pick = () => {
    let left = chance() * weight;
    return things.find(([w]) => (left -= w) < 0) ?? things[0]!;
  };

  const done: string[] = [];
  for (let n = 1; n <= actions; n++) {
    const before = (await stateOf(page)).text;
    const [, name, thing] = pick();
    done.push(name);
    const story = `after ${n} steps, the last ${done.slice(-4).join(", ")}`;
    await thing();

    // What the page shows is what the text says, read apart from the page.
    const now = await stateOf(page);
    const read = await readByCommand(now.text);
    expect({ marks: now.marks, practices: now.practices, problems: now.problems }, story).toEqual({
      marks: read.marks,
      practices: read.practices.length,
      problems: read.problems,
    });
    expect(now.shown, story).toEqual(read.practices.slice(now.first, now.first + now.shown.length));
    await expect(person.count("Practices"), story).toHaveText(now.practices.toLocaleString("en-GB"));

    // Undo and redo lead there and back.
    if (now.text !== before && name !== "undo" && name !== "redo") {
      await press("ControlOrMeta+z");
      expect((await stateOf(page)).text, `${story}: undone`).not.toBe(now.text);
      await press("ControlOrMeta+y");
      expect((await stateOf(page)).text, `${story}: done again`).toBe(now.text);
    }

    // What the browser keeps is the text.
    if (n % 10 === 0) {
      await expect
        .poll(
          () =>
            page.evaluate(async () => {
              const { bench } = document.querySelector("pm-app") as App;
              return (await bench.keeper.store.find(bench.document.id))?.kept.text === bench.view.state.doc.toString();
            }),
          { message: `${story}: kept` },
        )
        .toBe(true);
    }
  }

  // All of it can be taken back and done again, as often as it was taken back.
  const end = (await stateOf(page)).text;
  const undo = page.getByRole("button", { name: "Undo", exact: true });
  await person.text.focus();
  let steps = 0;
  for (; await undo.isEnabled(); steps++) await press("ControlOrMeta+z");
  expect((await stateOf(page)).text).toBe(start);
  await expect(person.status).toContainText("156 marks");
  await person.press("ControlOrMeta+y", steps);
  expect((await stateOf(page)).text).toBe(end);
});
