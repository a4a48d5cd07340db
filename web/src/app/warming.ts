import { warm } from "../analysis/warming.ts";
import { examples } from "../files/opening.ts";
import type { Desk } from "../text/desk.ts";
import { lang } from "../words/words.ts";

/** Makes the page's engine quick on two short examples, once it has reported. */
export async function warmUp({ analysis, engine }: Desk): Promise<void> {
  if (!analysis.report) await new Promise((reported) => analysis.addEventListener("report", reported, { once: true }));
  const texts = await Promise.all(["first-zh", "first-en"].map((name) => examples.get(name)!.load()));
  await warm(engine, () => analysis.idleFor(), texts.join("\n\n"), lang());
}
