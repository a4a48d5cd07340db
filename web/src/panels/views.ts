import type { Workbench } from "../app/workbench.ts";
import { words } from "../words/words.ts";

export type ViewName = "table" | "flow";

/** openViews opens the practices that the panel lists as a table or as a picture,
 * which are loaded when they are first wanted. */
export async function openViews(bench: Workbench, view: ViewName): Promise<void> {
  try {
    const { showViews } = await import("./views-dialog.ts");
    await showViews(bench, view);
  } catch (error) {
    console.warn(error);
    bench.say(words().panels.views.failed, "refusal");
  }
}
