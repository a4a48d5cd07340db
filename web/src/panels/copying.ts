import { EngineError } from "../engine/engine-error.ts";
import type { Practice, PracticeFilter, PracticeSort } from "../engine/protocol.gen.ts";
import { desk } from "../services/desk.ts";
import { notices } from "../services/notices.ts";
import { of } from "../services/service.ts";
import { lang, sentence, words } from "../words/words.ts";

/** As many as the engine hands out at once. */
const window = 500;

/** allPractices asks for all practices that a filter chooses, window by window. */
export async function allPractices(
  filter: PracticeFilter,
  sort: PracticeSort = "text",
  descending = false,
): Promise<Practice[]> {
  await of(desk).analysis.upToDate();
  const { version } = of(desk).analysis;
  const all: Practice[] = [];
  for (let total = 1; all.length < total; ) {
    const answer = await of(desk).engine.practices({
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
export async function copy(text: () => Promise<string> | string, count: () => number): Promise<void> {
  try {
    await navigator.clipboard.writeText(await text());
    of(notices).say(words().panels.copy.done(count()));
  } catch (error) {
    const refused = error instanceof EngineError && error.code === "refused";
    of(notices).say(refused ? sentence(error.message) : words().panels.copy.failed, "refusal");
  }
}
