import { EngineError } from "../engine/engine-error.ts";
import { desk } from "../services/desk.ts";
import { bring } from "../services/loading.ts";
import { of } from "../services/service.ts";
import { lang, words } from "../words/words.ts";

/** countIgnored returns how many problems the document passes over. */
export async function countIgnored(): Promise<number> {
  try {
    await of(desk).analysis.upToDate();
    const window = { first: 0, count: 0 };
    return (await of(desk).engine.ignored({ version: of(desk).analysis.version, lang: lang(), window })).total;
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return 0;
  }
}

/** openLevels opens the settings of the rules. */
export async function openLevels(): Promise<void> {
  await (await bring(() => import("./levels-dialog.ts"), words().panels.views.failed))?.showLevels();
}

/** openIgnored opens the list of problems that the document passes over. */
export async function openIgnored(): Promise<void> {
  await (await bring(() => import("./ignored-dialog.ts"), words().panels.views.failed))?.showIgnored();
}
