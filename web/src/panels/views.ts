import { bring } from "../services/loading.ts";
import { words } from "../words/words.ts";
import type { ViewName } from "./views-dialog.ts";

/** openViews opens the practices that the panel lists as a table or as a picture,
 * which are loaded when they are first wanted. */
export async function openViews(view: ViewName): Promise<void> {
  await (await bring(() => import("./views-dialog.ts"), words().panels.views.failed))?.showViews(view);
}
