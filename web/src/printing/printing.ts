import { EngineError } from "../engine/engine-error.ts";
import type { PrintRun } from "../engine/protocol.gen.ts";
import { service } from "../services/service.ts";
import type { Session } from "../services/session.ts";
import type { Desk } from "../text/desk.ts";
import { kinds } from "../text/kinds.ts";
import { lang, words } from "../words/words.ts";

/** drawRuns puts runs into an element as text with an element for each mark. open are
 * the elements that are open from one part of a document to the next. */
function drawRuns(place: HTMLElement, runs: readonly PrintRun[]): void {
  const open: HTMLElement[] = [place];
  for (const run of runs) {
    for (const kind of run.open) {
      const mark = document.createElement("span");
      mark.className = `mark ${kind}`;
      open.at(-1)!.append(mark);
      open.push(mark);
    }
    open.at(-1)!.append(run.text);
    for (let i = 0; i < run.close; i++) open.pop();
  }
}

/** A sheet is what is printed: the name, the legend, the whole text. */
function sheet(name: string): { dom: HTMLElement; text: HTMLElement } {
  const w = words();
  const dom = document.createElement("div");
  dom.id = "print";
  dom.lang = lang() === "zh" ? "zh-CN" : "en";
  const title = document.createElement("h1");
  title.textContent = name;
  const legend = document.createElement("p");
  legend.className = "legend";
  legend.append(`${w.text.print.legend}${w.panels.copy.colon}`);
  for (const { kind } of kinds) {
    const name = document.createElement("span");
    name.className = `mark ${kind}`;
    name.textContent = w.kinds[kind];
    const meaning = document.createElement("span");
    meaning.className = "meaning";
    meaning.append(name, ` ${w.kindMeans[kind]}`);
    legend.append(meaning, " ");
  }
  const text = document.createElement("div");
  text.className = "text";
  dom.append(title, legend, text);
  return { dom, text };
}

/** Printing puts the whole text on a sheet while the browser prints: the editor has only
 * what is on the screen. A print that the browser's own menu starts cannot wait for the
 * engine, and has the text with its brackets. */
export class Printing {
  private ready: HTMLElement | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly session: Pick<Session, "name" | "text">,
  ) {
    addEventListener("beforeprint", () => {
      document.getElementById("print")?.remove();
      if (!this.ready) {
        const { dom, text } = sheet(session.name);
        text.textContent = session.text.toString();
        this.ready = dom;
      }
      document.body.append(this.ready);
    });
    addEventListener("afterprint", () => {
      this.ready?.remove();
      this.ready = null;
    });
  }

  /** print prints the whole document as it reads, with a legend. */
  async print(): Promise<void> {
    const { analysis, engine } = this.desk;
    const { dom, text } = sheet(this.session.name);
    try {
      await analysis.upToDate();
      const { version } = analysis;
      for (let from = 0; from >= 0; ) {
        const { runs, next } = await engine.runs({ version, lang: lang(), from });
        drawRuns(text, runs);
        from = next;
      }
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      text.textContent = this.session.text.toString();
      this.desk.say(words().text.print.failed, "refusal");
    }
    this.ready = dom;
    window.print();
  }
}

export const printing = service<Printing>("printing");
