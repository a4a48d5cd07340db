import type { EngineClient } from "../engine/contract.ts";
import type { EditRequest, Lang, LoadRequest, Report } from "../engine/protocol.gen.ts";
import { viewOf } from "./looking.ts";

/** Milliseconds for which nothing was asked before the engine counts as idle. */
const pause = 300;
/** Milliseconds of the engine's work after which it is taken to be warm. */
const enough = 3000;
/** The number of the document that is typed into; the page's own is 0. */
const scratch = -1;

/** What warming needs of an engine. */
interface Engine extends Pick<EngineClient, "place" | "state"> {
  beside(document: number): Typed;
}
interface Typed {
  load(request: LoadRequest): Promise<Pick<Report, "serial">>;
  edit(request: EditRequest): Promise<Pick<Report, "serial">>;
}

/**
 * A browser compiles well only what has run often, so an engine's first keystrokes take
 * many times as long as later ones. warm types into a document of its own, one letter at
 * a time, while nobody needs the engine: the first keys of a person are then as quick as
 * the later ones. idleFor says for how many milliseconds the page has not needed the
 * engine. Ends when it has done enough or the engine is replaced. In the page itself an
 * engine would be in the way, and is left cold.
 */
export async function warm(engine: Engine, idleFor: () => number, text: string, lang: Lang): Promise<void> {
  if (engine.place !== "worker") return;
  const document = engine.beside(scratch);
  const view = viewOf(text, lang);
  let version = 0;
  let work = 0;
  let known = 0;
  const asked = async (question: () => Promise<Pick<Report, "serial">>): Promise<void> => {
    for (let idle = idleFor(); idle < pause; idle = idleFor()) {
      await rest(pause - idle);
      if (engine.state === "failed") throw new Error("there is no engine");
    }
    const start = performance.now();
    known = (await question()).serial;
    work += performance.now() - start;
  };
  try {
    while (work < enough) {
      await asked(() => document.load({ version: ++version, text, view, levels: [] }));
      for (let at = 0; at < text.length && work < enough; at += Math.ceil(text.length / 9)) {
        for (const change of [
          { from: at, to: at, insert: "x" },
          { from: at, to: at + 1, insert: "" },
        ]) {
          const base = version++;
          await asked(() => document.edit({ base, version, changes: [change], view: { ...view, caret: at, known } }));
        }
      }
    }
    await document.load({ version: ++version, text: "", view, levels: [] });
  } catch {
    // The engine has gone, and what was warm with it.
  }
}

const rest = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));
