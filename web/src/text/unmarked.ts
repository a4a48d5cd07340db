import type { EngineClient } from "../engine/contract.ts";
import { EngineError } from "../engine/engine-error.ts";
import { sentence } from "../words/words.ts";
import type { Desk } from "./marking.ts";
import { goTo } from "./problems.ts";

/** nextUnmarked selects the next, or the previous, sentence that handles data and has
 * no mark. */
export async function nextUnmarked(desk: Desk, engine: EngineClient, backward: boolean): Promise<void> {
  const { view, analysis } = desk;
  try {
    await analysis.upToDate();
    const { main } = view.state.selection;
    const found = await engine.nextUnmarked({ version: analysis.version, lang: desk.lang, from: main.from, backward });
    if (found.total === 0) {
      desk.say(desk.words.text.noneUnmarked);
      return;
    }
    goTo(desk, found.range);
    desk.say(desk.words.text.unmarkedAt(found.index + 1, found.total));
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    desk.say(error.code === "refused" ? sentence(error.message, desk.lang) : desk.words.done.notNow, "refusal");
  }
}
