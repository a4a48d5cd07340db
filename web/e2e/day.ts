import { expect, type Page } from "@playwright/test";
import type { App } from "../src/app/app.ts";
import { readByCommand } from "./oracle.ts";
import type { Person } from "./person.ts";

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
export async function stateOf(page: Page): Promise<State> {
  return await page.evaluate(async () => {
    const { desk } = (document.querySelector("pm-app") as App).page;
    await desk.analysis.settled();
    const report = desk.analysis.report!;
    return {
      text: desk.view.state.doc.toString(),
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
      const { view } = (document.querySelector("pm-app") as App).page.desk;
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

/** A person who edits a text as people do, one thing after the other, and looks after
 * each whether text, marks, panels and undo agree. */
export class Day {
  /** What was done, for the story of a fault. */
  private readonly done: string[] = [];
  private readonly chance: () => number;

  /** The same seed does the same things. */
  constructor(
    private readonly person: Person,
    seed: number,
  ) {
    this.chance = chances(seed);
  }

  private below = (n: number) => Math.floor(this.chance() * n);
  private one = <T>(list: readonly T[]): T => list[this.below(list.length)]!;
  private press = (key: string) => this.person.page.keyboard.press(key);
  private length = async () => (await this.text()).length;

  private somewhere = async () => {
    const at = this.below((await this.length()) + 1);
    await select(this.person.page, at, at);
  };

  private someWords = async () => {
    const at = this.below(await this.length());
    await select(this.person.page, at, at + 1 + this.below(12));
  };

  private readonly things: readonly [weight: number, name: string, thing: () => Promise<unknown>][] = [
    [20, "type", async () => (await this.somewhere(), await this.person.page.keyboard.insertText(this.one(typed)))],
    [6, "type letters", async () => (await this.somewhere(), await this.person.page.keyboard.type("data "))],
    [6, "break a line", async () => (await this.somewhere(), await this.press("Enter"))],
    [
      8,
      "delete",
      async () => (
        await this.somewhere(), await this.press(this.one(["Backspace", "Delete", "ControlOrMeta+Backspace"]))
      ),
    ],
    [4, "delete words", async () => (await this.someWords(), await this.press("Delete"))],
    [
      12,
      "mark by bracket",
      async () => (await this.someWords(), await this.person.page.keyboard.type(this.one(["(", "[", "<", "{"]))),
    ],
    [
      8,
      "mark by key",
      async () => (await this.someWords(), await this.press(this.one(["Alt+1", "Alt+2", "Alt+3", "Alt+4"]))),
    ],
    [
      8,
      "mark or retype at the caret",
      async () => (await this.somewhere(), await this.press(this.one(["Alt+1", "Alt+2", "Alt+3", "Alt+4"]))),
    ],
    [6, "unmark", async () => (await this.somewhere(), await this.press("Alt+0"))],
    [3, "next problem", async () => (await this.somewhere(), await this.press(this.one(["F8", "Shift+F8"])))],
    [8, "undo", async () => await this.press("ControlOrMeta+z")],
    [5, "redo", async () => await this.press("ControlOrMeta+y")],
    [
      3,
      "move a paragraph",
      async () => (await this.somewhere(), await this.press(this.one(["Alt+ArrowUp", "Alt+ArrowDown"]))),
    ],
    [
      2,
      "cut and paste",
      async () => {
        await this.someWords();
        await this.press("ControlOrMeta+x");
        await this.somewhere();
        await this.press("ControlOrMeta+v");
      },
    ],
    [
      2,
      "turn to a panel",
      async () => {
        await this.person.turnTo(this.one(["Practices", "Problems"]));
        await this.person.text.focus();
      },
    ],
  ];

  private pick() {
    let left = this.chance() * this.things.reduce((sum, [weight]) => sum + weight, 0);
    return this.things.find(([weight]) => (left -= weight) < 0) ?? this.things[0]!;
  }

  private get story(): string {
    return `after ${this.done.length} steps, the last ${this.done.slice(-4).join(", ")}`;
  }

  /** The text as the page has it. */
  async text(): Promise<string> {
    return (await stateOf(this.person.page)).text;
  }

  /** Does one thing. */
  async step(): Promise<void> {
    const { page } = this.person;
    const before = (await stateOf(page)).text;
    const [, name, thing] = this.pick();
    this.done.push(name);
    const { story } = this;
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
    await expect(this.person.count("Practices"), story).toHaveText(now.practices.toLocaleString("en-GB"));

    // Undo and redo lead there and back.
    if (now.text !== before && name !== "undo" && name !== "redo") {
      await this.press("ControlOrMeta+z");
      expect((await stateOf(page)).text, `${story}: undone`).not.toBe(now.text);
      await this.press("ControlOrMeta+y");
      expect((await stateOf(page)).text, `${story}: done again`).toBe(now.text);
    }
  }

  /** Waits until the browser keeps what the page shows. */
  async kept(): Promise<void> {
    const { page } = this.person;
    await expect
      .poll(
        () =>
          page.evaluate(async () => {
            const { session, keeper } = (document.querySelector("pm-app") as App).page;
            return (await keeper.store.find(session.document.id))?.kept.text === session.text.toString();
          }),
        { message: `${this.story}: kept` },
      )
      .toBe(true);
  }
}
