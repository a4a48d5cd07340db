import { desk } from "../services/desk.ts";
import { of } from "../services/service.ts";
import { markMeant } from "../text/adjust.ts";
import { sayRefusal } from "../text/desk.ts";
import type { PlacedMark } from "../text/marks.ts";
import { lang } from "../words/words.ts";
import type { AlikeStart } from "./request.ts";

/** More than this, or more than a line, is no word to look for but a place to look. */
const longest = 80;

/** openAlike opens the dialog of everything alike for the selected words, or for the
 * mark at the caret. A selection of many words is taken for the scope. */
export async function openAlike(): Promise<void> {
  try {
    const start = await startFrom();
    const { showAlike } = await import("./alike-dialog.ts");
    await showAlike(start);
  } catch (error) {
    sayRefusal(of(desk), error);
  }
}

async function startFrom(): Promise<AlikeStart> {
  // What was just changed must be known as it is now.
  await of(desk).analysis.settled();
  const { state } = of(desk).view;
  const { main } = state.selection;
  const target = markMeant(of(desk));
  const mark = target && (main.empty || covers(target, main.from, main.to)) ? target : undefined;
  const range = mark ? { from: mark.innerFrom, to: mark.innerTo } : main;
  const region = !mark && (range.to - range.from > longest || state.doc.lineAt(range.from).to < range.to);
  let text = "";
  if (!region && range.from < range.to) {
    text = (
      await of(desk).engine.plain({ version: of(desk).analysis.version, lang: lang(), from: range.from, to: range.to })
    ).text;
  }
  return {
    text,
    kind: mark?.kind ?? "data",
    was: mark?.kind ?? "",
    scope: region ? "range" : "document",
    from: main.from,
    to: main.to,
  };
}

const covers = (m: PlacedMark, from: number, to: number) => from <= m.innerFrom && m.innerTo <= to;
