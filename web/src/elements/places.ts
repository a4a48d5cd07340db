import { textOf } from "../analysis/long-text.ts";
import type { Range } from "../engine/protocol.gen.ts";
import { rowsAtOnce, type SideDesk } from "./editing-side.ts";

const none = { first: 0, count: 0 };
const paragraphsAtOnce = 200;

/** placeOf finds the place in the text of an address: of a heading, a mark or a
 * practice, which it brings to the front. null when there is no such place. */
export async function placeOf(editing: SideDesk, address: string): Promise<Range | null> {
  return /^p[0-9a-z]/.test(address)
    ? ((await practiceOf(editing, address)) ?? (await laidOut(editing, address)))
    : laidOut(editing, address);
}

async function practiceOf(editing: SideDesk, id: string): Promise<Range | null> {
  const { analysis } = editing;
  for (;;) {
    const practices = analysis.report?.practices;
    const found = practices?.items.find((practice) => practice.id === id);
    if (found) {
      editing.front = "practices";
      return found.action.from >= 0 ? found.action : found;
    }
    if (!practices || practices.items.length >= practices.total || practices.items.length < editing.rows) return null;
    editing.list(editing.rows + rowsAtOnce);
    await new Promise((done) => analysis.addEventListener("report", done, { once: true }));
  }
}

/** The addresses of headings and marks are those of the text laid out for reading. */
async function laidOut({ engine, view, lang }: SideDesk, address: string): Promise<Range | null> {
  const text = textOf(view.state.doc);
  for (let first = 0; ; ) {
    const { paragraphs } = await engine.render({
      text,
      lang,
      paragraphs: { first, count: paragraphsAtOnce },
      practices: none,
      problems: none,
    });
    for (const { address: own, runs, marks } of paragraphs.items) {
      const mark = marks.find((one) => one.address === address);
      if (mark) return { from: mark.from, to: mark.to };
      const [start] = runs;
      const end = runs.at(-1);
      if (own === address && start && end) return { from: start.from, to: end.from + end.text.length };
    }
    first += paragraphs.items.length;
    if (paragraphs.items.length === 0 || first >= paragraphs.total) return null;
  }
}
