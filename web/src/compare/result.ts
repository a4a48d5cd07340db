import { EngineError } from "../engine/engine-error.ts";
import { keepBeside, type UnplacedMark } from "../files/beside.ts";
import { keeper } from "../files/keeper.ts";
import { openDocument, sayFailure } from "../files/workspace.ts";
import { desk } from "../services/desk.ts";
import { newId } from "../services/document.ts";
import { navigation } from "../services/navigation.ts";
import { notices } from "../services/notices.ts";
import { of } from "../services/service.ts";
import { session } from "../services/session.ts";
import { sayRefusal } from "../text/desk.ts";
import { lang, sentence, together, words } from "../words/words.ts";
import type { Other } from "./others.ts";

/** How many marks that found no place are kept with a document. */
const mostLeft = 5000;

/** openResult opens the document that the decisions of a comparison make, beside the
 * one that is open; other is the text that it was compared with. */
export async function openResult(kind: "annotators" | "carry", other: Other): Promise<void> {
  const w = words().compare;
  try {
    const { text, open, notes } = await of(desk).engine.compareResult({ kind, lang: lang() });
    const left = kind === "carry" ? await lost() : [];
    const id = newId();
    const name = kind === "carry" ? w.carriedName(bare(other.name)) : w.mergedName(bare(of(session).name));
    await of(keeper).store.keep(
      { id, name, reading: "markup", text, anchor: 0, head: 0, line: 1, dirty: true, updated: Date.now(), edition: 1 },
      { marks: null, edited: true, source: { id, original: new Uint8Array(), handle: null } },
    );
    await keepBeside(id, (beside) => ({
      ...beside,
      left,
      ...(kind === "carry" ? { base: { text: other.text, name: other.name } } : {}),
    }));
    if (!(await openDocument(id, name))) return;
    of(navigation).bring("compare");
    const told = [w.opened(name), open > 0 ? w.open(open) : "", ...notes.slice(0, 3).map((text) => sentence(text))];
    of(notices).say(together(told), notes.length > 0 ? "refusal" : "info");
  } catch (error) {
    if (error instanceof EngineError) sayRefusal(of(desk), error, w.failed);
    else sayFailure(error, of(session).name);
  }
}

/** The marks that the new document does not have. */
async function lost(): Promise<UnplacedMark[]> {
  const list: UnplacedMark[] = [];
  for (let first = 0; ; ) {
    const rows = await of(desk).engine.comparisonRows({
      kind: "carry",
      states: ["lost", "doubtful", "rejected"],
      rows: { first, count: 200 },
      lang: lang(),
    });
    for (const { state, sides } of rows.items) {
      const { before, after, marks } = sides[0]!;
      const mark = marks[0]!;
      list.push({ kind: mark.kind, text: mark.text, qualifiers: mark.qualifiers, before, after, state });
    }
    first += rows.items.length;
    if (rows.items.length === 0 || first >= rows.total || list.length >= mostLeft) return list;
  }
}

const bare = (name: string): string => name.replace(/(\.policymark)?\.(txt|md)$/i, "");
