import { openExample } from "../files/opening.ts";
import { claim } from "../files/store.ts";
import { lang } from "../words/words.ts";
import type { Workbench } from "./workbench.ts";

/** enter opens what was open when the page was left, and on the first visit a
 * short sample in the person's language. */
export async function enter(bench: Workbench): Promise<void> {
  if (await bench.keeper.recover()) {
    // The browser's refusals were told of already.
    bench.keeper.store.prune(bench.document.id).catch(() => {});
    return;
  }
  // Who is already typing or has opened a file gets no sample.
  if (bench.view.state.doc.length > 0) {
    await claim(bench.document.id);
    return;
  }
  await openExample(bench, lang() === "zh" ? "first-zh" : "first-en");
}
