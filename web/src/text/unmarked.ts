import { sayRefusal, type Desk } from "./desk.ts";
import { reveal } from "./revealing.ts";

/** nextUnmarked selects the next, or the previous, sentence that handles data and has
 * no mark. */
export async function nextUnmarked(desk: Desk, backward: boolean): Promise<void> {
  const { view, analysis, engine } = desk;
  try {
    await analysis.upToDate();
    const { main } = view.state.selection;
    const found = await engine.nextUnmarked({ version: analysis.version, lang: desk.lang, from: main.from, backward });
    if (found.total === 0) {
      desk.say(desk.words.text.noneUnmarked);
      return;
    }
    reveal(desk, found.range);
    desk.say(desk.words.text.unmarkedAt(found.index + 1, found.total));
  } catch (error) {
    sayRefusal(desk, error);
  }
}
