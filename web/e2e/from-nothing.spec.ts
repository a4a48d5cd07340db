import { readFile } from "node:fs/promises";
import type { EditorView } from "@codemirror/view";
import { expect, rest, test } from "./fixtures.ts";
import { example, Person } from "./person.ts";

/** The sample as a careful analyst marks it. */
const complete = new URL("complete-zh.txt", import.meta.url);

interface Marked {
  bracket: string;
  /** In UTF-16 units of the plain text. */
  from: number;
  to: number;
}

/** Reads markup without qualifiers: its plain text, its marks, and for each place of
 * the plain text where it stands in the source. */
function read(source: string): { plain: string; marks: Marked[]; places: number[] } {
  let plain = "";
  const marks: Marked[] = [];
  const places: number[] = [];
  const open: Marked[] = [];
  for (let i = 0; i < source.length; i++) {
    const c = source[i]!;
    if (c === "\\" && "()[]<>{}\\".includes(source[i + 1] ?? "")) {
      places.push(i);
      plain += source[++i];
    } else if ("([<{".includes(c)) {
      const mark = { bracket: c, from: plain.length, to: -1 };
      marks.push(mark);
      open.push(mark);
    } else if (")]>}".includes(c)) {
      open.pop()!.to = plain.length;
    } else {
      places.push(i);
      plain += c;
    }
  }
  places.push(source.length);
  return { plain, marks, places };
}

const median = (list: number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!;

test(
  "the sample is marked from nothing to complete by keyboard, one key for most marks",
  rest,
  async ({ page, address }) => {
    test.setTimeout(900_000);
    const person = new Person(page);
    await person.come(address);
    await person.open(example("plain-zh.txt"));
    await expect(person.dialog).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(person.status).toContainText("plain-zh");
    await person.text.focus();
    await page.keyboard.press("ControlOrMeta+Home");

    const wanted = read(await readFile(complete, "utf8"));
    const state = () =>
      page.evaluate(() => {
        const app = document.querySelector("pm-app") as HTMLElement & { page: { desk: { view: EditorView } } };
        const { doc, selection } = app.page.desk.view.state;
        return {
          text: doc.toString(),
          from: selection.main.from,
          to: selection.main.to,
          said: app.shadowRoot!.querySelector("pm-status")!.shadowRoot!.querySelector("[role=status]")!.textContent!,
        };
      });
    const start = await state();
    expect(read(start.text).marks, "nothing is marked at first").toEqual([]);
    expect(read(start.text).plain).toBe(wanted.plain);

    // What each mark cost: the keys pressed for it, without those that select words.
    const costs: number[] = [];
    const key = ({ from, to }: { from: number; to: number }) => `${from}-${to}`;
    const missing = new Map(wanted.marks.map((mark) => [key(mark), mark]));
    let skipped = 0;
    let before = "";
    await page.keyboard.press("F7");
    for (;;) {
      let now = await state();
      await expect(async () => {
        now = await state();
        expect(now.said).not.toBe(before);
        expect(now.said).toMatch(/^\s*(Suggestion \d+ of|There are no more)/);
      }).toPass({ intervals: [5, 10, 20, 50] });
      if (/no more/.test(now.said)) break;
      before = now.said;
      const { places } = read(now.text);
      const span = {
        from: places.findIndex((place) => place >= now.from),
        to: places.findIndex((place) => place >= now.to),
      };
      const right = wanted.marks.find((mark) => mark.from === span.from && mark.to === span.to);
      if (right && missing.delete(key(right))) {
        await page.keyboard.press("Tab");
        costs.push(1 + skipped);
        skipped = 0;
      } else {
        await page.keyboard.press("Escape");
        skipped++;
      }
    }
    const accepted = costs.length;

    // The rest by hand: the caret goes to the words, they are selected and marked.
    const digits: Record<string, string> = { "(": "1", "[": "2", "<": "3", "{": "4" };
    for (const mark of missing.values()) {
      const { text } = await state();
      const at = read(text).places;
      const from = at[mark.from]!;
      const to = at[mark.to - 1]! + 1;
      await goTo(text, from);
      if (mark.bracket === "[") {
        await page.keyboard.press("Alt+2");
        const done = await expect
          .poll(async () => (await state()).text.length)
          .toBeGreaterThan(text.length)
          .then(() => state());
        const made = read(done.text).marks.find((m) => m.from === mark.from && m.to === mark.to && m.bracket === "[");
        if (made) {
          costs.push(1);
          continue;
        }
        // The word at the caret is another: it is taken back and selected instead.
        await page.keyboard.press("ControlOrMeta+z");
        await expect.poll(async () => (await state()).text).toBe(text);
        await goTo(text, from);
      }
      await person.press("Shift+ArrowRight", to - from);
      await page.keyboard.press(`Alt+${digits[mark.bracket]!}`);
      costs.push(1);
      await expect.poll(async () => (await state()).text.length).toBeGreaterThan(text.length);
    }

    /** Finds the place by words around it that stand nowhere else. */
    async function goTo(text: string, place: number): Promise<void> {
      const unique = (words: string) =>
        words !== "" && !/[\\\n]/.test(words) && text.indexOf(words) === text.lastIndexOf(words);
      for (let n = 1; n < 40; n++) {
        const behind = text.slice(place, place + n);
        const ahead = text.slice(Math.max(0, place - n), place);
        if (!unique(behind) && !unique(ahead)) continue;
        await person.select(unique(behind) ? behind : ahead);
        await page.keyboard.press(unique(behind) ? "ArrowLeft" : "ArrowRight");
        await expect.poll(async () => (await state()).from).toBe(place);
        return;
      }
      throw new Error(`no words around ${place} stand only there`);
    }

    const result = await state();
    console.log(
      `${costs.length} marks: ${accepted} suggested and accepted, ${costs.length - accepted} by hand; keys for each, without selecting: ` +
        `median ${median(costs)}, most ${Math.max(...costs)}, mean ${(costs.reduce((a, b) => a + b, 0) / costs.length).toFixed(2)}`,
    );
    const sort = (marks: Marked[]) =>
      marks.map((m) => `${m.from}-${m.to} ${m.bracket} ${wanted.plain.slice(m.from, m.to)}`).sort();
    expect(sort(read(result.text).marks)).toEqual(sort(wanted.marks));
    expect(read(result.text).plain).toBe(wanted.plain);
    expect(costs.length).toBe(wanted.marks.length);
    expect(median(costs)).toBeLessThanOrEqual(1);
    // Suggestions do most of the work.
    expect(accepted).toBeGreaterThan(wanted.marks.length * 0.6);
  },
);
