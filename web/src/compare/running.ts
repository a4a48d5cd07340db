import type { Comparing, ComparingEngine, WeighedText } from "../engine/protocol.gen.ts";
import type { Desk } from "../text/desk.ts";
import { lang } from "../words/words.ts";

/** A text goes to the engine in pieces of so many UTF-16 units, so that no single call
 * holds up what is typed. */
const piece = 262_144;

/** The engine holds the texts that it was given until a comparison of them has begun, so
 * only one comparison at a time gives its texts and begins. */
let line: Promise<unknown> = Promise.resolve();
function alone<T>(work: () => Promise<T>): Promise<T> {
  const mine = line.then(work);
  line = mine.catch(() => {});
  return mine;
}

/** give brings texts to the engine. */
async function give(engine: ComparingEngine, texts: readonly string[]): Promise<void> {
  for (const [place, text] of texts.entries()) {
    for (let at = 0; at === 0 || at < text.length; ) {
      let end = Math.min(text.length, at + piece);
      // No character is cut in two.
      if (end < text.length && /[\uD800-\uDBFF]/.test(text[end - 1]!)) end++;
      await engine.giveText({ lang: lang(), place, text: text.slice(at, end), add: at > 0 });
      at = end;
      if (text.length === 0) break;
    }
  }
}

/** A document and the engine that has it. */
type Compared = Pick<Desk, "engine" | "analysis">;

/** The document may be edited while the other texts are on their way: what counts is
 * its version when they are there. */
async function versionOf({ analysis }: Compared): Promise<number> {
  await analysis.upToDate();
  return analysis.version;
}

/** weigh asks how the document and a text stand to each other. */
export const weigh = (desk: Compared, text: string): Promise<WeighedText> =>
  alone(async () => {
    await give(desk.engine, [text]);
    return await desk.engine.weighText({ version: await versionOf(desk), place: 0, lang: lang() });
  });

/** kindFor chooses how the document is compared with texts, of which the first was weighed. */
export function kindFor({ recommended }: WeighedText, texts: readonly { older: boolean }[]): Comparing {
  if (texts.length > 1) return "annotators";
  if (texts[0]!.older && recommended === "carry") return "practices";
  return recommended === "drift" ? "text" : recommended;
}

/** Run says what to compare. */
export interface Run {
  kind: Comparing;
  /** Called when the document as it then is begins to be compared. */
  begins?: () => void;
  older: boolean;
  texts: readonly string[];
}

/** run compares to the end, step by step; false when the signal ended it. Rejects with
 * an EngineError. */
export async function run(
  desk: Compared,
  { kind, begins, older, texts }: Run,
  step: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<boolean> {
  const { engine } = desk;
  await alone(async () => {
    if (signal.aborted) return;
    await give(engine, texts);
    const version = await versionOf(desk);
    if (signal.aborted) return;
    begins?.();
    await engine.compare({ kind, version, older, others: texts.length, lang: lang() });
  });
  for (;;) {
    if (signal.aborted) return false;
    const { done, total, ended } = await engine.stepComparison({ kind, lang: lang() });
    if (ended) return true;
    step(done, total);
  }
}
