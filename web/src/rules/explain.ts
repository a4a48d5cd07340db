import type { Workbench } from "../app/workbench.ts";
import { words } from "../words/words.ts";
import { loadPages } from "./pages.ts";
import type { Subject } from "./rule-page.ts";

/** explain opens the page of a rule. */
export async function explain(bench: Workbench, subject: Subject): Promise<void> {
  try {
    const [{ showRulePage }] = await Promise.all([import("./rule-page.ts"), loadPages()]);
    await showRulePage(subject);
  } catch {
    // The page was opened from a server that has gone since.
    bench.say(words().problems.noPage, "refusal");
  }
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
