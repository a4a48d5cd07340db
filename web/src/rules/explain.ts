import { bring } from "../services/loading.ts";
import { words } from "../words/words.ts";
import { loadPages } from "./pages.ts";
import type { Subject } from "./rule-page.ts";

/** explain opens the page of a rule. */
export async function explain(subject: Subject): Promise<void> {
  const shown = await bring(
    async () => (await Promise.all([import("./rule-page.ts"), loadPages()]))[0],
    words().problems.noPage,
  );
  await shown?.showRulePage(subject);
}

/** foresee loads what is likely to be needed when the browser has nothing better to
 * do: the pages, for cards to explain something, and others. */
export function foresee(...others: (() => Promise<unknown>)[]): void {
  const load = () => {
    for (const bring of [loadPages, ...others]) bring().catch(() => {});
  };
  if ("requestIdleCallback" in window) requestIdleCallback(load, { timeout: 5000 });
  else setTimeout(load, 2000);
}
