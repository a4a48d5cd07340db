import { isLink, openLink } from "../files/address.ts";
import { claim } from "../files/claims.ts";
import { keeper } from "../files/keeper.ts";
import { openExample } from "../files/opening.ts";
import { putBack } from "../files/rescue.ts";
import { tabs } from "../files/tabs.ts";
import { tidy } from "../files/workspace.ts";
import { of } from "../services/service.ts";
import { session } from "../services/session.ts";
import { lang } from "../words/words.ts";

/** enter opens what the address carries, or what was open when the page was left,
 * and on the first visit a short sample in the person's language. */
export async function enter(): Promise<void> {
  if (isLink(location.hash)) {
    await putBack(of(keeper));
    if (await openLink()) return;
  }
  const { opened, elsewhere } = await of(keeper).recover();
  if (elsewhere) of(tabs).offer(elsewhere.id, elsewhere.name || elsewhere.opening);
  if (opened) {
    // The person has been told already what the browser refused.
    tidy().catch(() => {});
    return;
  }
  // Who is already typing or has opened a file gets no sample.
  if (of(session).text.length > 0) {
    await claim(of(session).document.id);
    return;
  }
  await openExample(lang() === "zh" ? "first-zh" : "first-en");
}
