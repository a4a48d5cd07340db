import { claim } from "../files/claims.ts";
import { isLink } from "../files/link.ts";
import { openAddress } from "../files/linking.ts";
import { openExample } from "../files/opening.ts";
import { putBack } from "../files/rescue.ts";
import { tidy } from "../files/workspace.ts";
import { lang } from "../words/words.ts";
import type { Workbench } from "./workbench.ts";

/** enter opens what the address carries, or what was open when the page was left,
 * and on the first visit a short sample in the person's language. */
export async function enter(bench: Workbench): Promise<void> {
  if (isLink(location.hash)) {
    await putBack(bench);
    if (await openAddress(bench)) return;
  }
  if (await bench.keeper.recover()) {
    // The browser's refusals were told of already.
    tidy(bench).catch(() => {});
    return;
  }
  // Who is already typing or has opened a file gets no sample.
  if (bench.view.state.doc.length > 0) {
    await claim(bench.document.id);
    return;
  }
  await openExample(bench, lang() === "zh" ? "first-zh" : "first-en");
}
