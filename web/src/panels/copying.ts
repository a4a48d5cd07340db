import type { Workbench } from "../app/workbench.ts";
import { EngineError } from "../engine/engine-error.ts";
import type { Practice, PracticeFilter, PracticeSort } from "../engine/protocol.gen.ts";
import { lang, sentence, words } from "../words/words.ts";

/** As many as the engine hands out at once. */
const window = 500;

/** allPractices asks for all practices that a filter chooses, window by window. */
export async function allPractices(
  bench: Workbench,
  filter: PracticeFilter,
  sort: PracticeSort = "text",
  descending = false,
): Promise<Practice[]> {
  await bench.analysis.upToDate();
  const { version } = bench.analysis;
  const all: Practice[] = [];
  for (let total = 1; all.length < total; ) {
    const answer = await bench.engine.practices({
      version,
      lang: lang(),
      filter,
      sort,
      descending,
      window: { first: all.length, count: window },
    });
    total = answer.total;
    if (answer.items.length === 0) break;
    all.push(...answer.items);
  }
  return all;
}

/** copy puts text on the clipboard and says so. */
export async function copy(bench: Workbench, text: () => Promise<string> | string, count: () => number): Promise<void> {
  try {
    await navigator.clipboard.writeText(await text());
    bench.say(words().panels.copy.done(count()));
  } catch (error) {
    const refused = error instanceof EngineError && error.code === "refused";
    bench.say(refused ? sentence(error.message) : words().panels.copy.failed, "refusal");
  }
}
