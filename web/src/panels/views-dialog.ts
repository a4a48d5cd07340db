import type { Workbench } from "../app/workbench.ts";
import type { ViewName } from "./views.ts";
export async function showViews(_bench: Workbench, _view: ViewName): Promise<void> {}
