import { go } from "fuzzysort";
import type { Command } from "../services/commands.ts";
import { catalogues, words, type Words } from "../words/words.ts";

/** Hit is a command that was found: its name, in parts of which some match. */
export interface Hit {
  command: Command;
  name: readonly { text: string; matches: boolean }[];
}

/** What a name in the other language, or the id, counts beside the name that shows. */
const otherName = 0.9;
const idName = 0.8;
/** How much a command used lately is put forward. */
const lately = 0.05;

/** The id as words: "nextProblem" is "next problem". */
const idWords = (id: string): string =>
  id.replaceAll("-", " ").replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);

const titleIn = (command: Command, catalogue: Words): string => command.title(catalogue);

/** search finds commands by their name in the interface's language, in the other, or
 * by their id, best first. Nothing to look for finds all, in their order. */
export function search(query: string, commands: readonly Command[], recent: readonly string[]): Hit[] {
  const current = words();
  const other = current === catalogues.zh ? catalogues.en : catalogues.zh;
  if (query.trim() === "") {
    return commands.map((command) => ({ command, name: [{ text: titleIn(command, current), matches: false }] }));
  }
  const found = go(query, commands, {
    keys: [
      (command) => titleIn(command, current),
      (command) => titleIn(command, other),
      (command) => idWords(command.id),
    ],
    limit: 0,
    threshold: 0.25,
    scoreFn: (result) => {
      const [name, foreign, id] = result.map(({ score }) => score) as [number, number, number];
      const best = Math.max(name, foreign * otherName, id * idName);
      return best > 0 && recent.includes(result.obj.id) ? best + lately : best;
    },
  });
  return found.map((result) => {
    const title = titleIn(result.obj, current);
    const indexes = result[0]!.score > 0 ? result[0]!.indexes : [];
    return { command: result.obj, name: parts(title, new Set(indexes)) };
  });
}

/** A text in runs of characters that match and that do not. */
function parts(text: string, matching: ReadonlySet<number>): Hit["name"] {
  const runs: { text: string; matches: boolean }[] = [];
  for (let i = 0; i < text.length; i++) {
    const matches = matching.has(i);
    const last = runs.at(-1);
    if (last && last.matches === matches) last.text += text[i];
    else runs.push({ text: text[i]!, matches });
  }
  return runs;
}
