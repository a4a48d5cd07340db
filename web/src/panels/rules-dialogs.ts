import type { Workbench } from "../app/workbench.ts";
import { EngineError } from "../engine/engine-error.ts";
import { lang, words } from "../words/words.ts";

/** countIgnored returns how many problems the document passes over. */
export async function countIgnored(bench: Workbench): Promise<number> {
  try {
    await bench.analysis.upToDate();
    const window = { first: 0, count: 0 };
    return (await bench.engine.ignored({ version: bench.analysis.version, lang: lang(), window })).total;
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return 0;
  }
}

/** openLevels opens the settings of the rules. */
export const openLevels = (bench: Workbench): Promise<void> =>
  open(bench, async () => (await import("./levels-dialog.ts")).showLevels(bench));

/** openIgnored opens the list of problems that the document passes over. */
export const openIgnored = (bench: Workbench): Promise<void> =>
  open(bench, async () => (await import("./ignored-dialog.ts")).showIgnored(bench));

async function open(bench: Workbench, show: () => Promise<void>): Promise<void> {
  try {
    await show();
  } catch (error) {
    console.warn(error);
    bench.say(words().panels.views.failed, "refusal");
  }
}
