import type { Workbench } from "../app/workbench.ts";
import { EngineError } from "../engine/engine-error.ts";
import type { PrintRun } from "../engine/protocol.gen.ts";
import { lang, words } from "../words/words.ts";
import { kinds } from "./kinds.ts";

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
function sheet(bench: Workbench): { dom: HTMLElement; text: HTMLElement } {
  const w = words();
  const dom = document.createElement("div");
  dom.id = "print";
  dom.lang = lang() === "zh" ? "zh-CN" : "en";
  const title = document.createElement("h1");
  title.textContent = bench.name;
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

let ready: HTMLElement | null = null;

/** printText prints the whole document as it reads, with a legend. */
export async function printText(bench: Workbench): Promise<void> {
  const { dom, text } = sheet(bench);
  try {
    await bench.analysis.upToDate();
    const { version } = bench.analysis;
    for (let from = 0; from >= 0; ) {
      const { runs, next } = await bench.engine.runs({ version, lang: lang(), from });
      drawRuns(text, runs);
      from = next;
    }
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    text.textContent = bench.view.state.doc.toString();
    bench.say(words().text.print.failed, "refusal");
  }
  ready = dom;
  window.print();
}

/** printing puts the whole text on the sheet while the browser prints: the editor has
 * only what is on the screen. A print that the browser's own menu starts cannot wait
 * for the engine, and has the text with its brackets. */
export function printing(bench: Workbench): void {
  addEventListener("beforeprint", () => {
    document.getElementById("print")?.remove();
    if (!ready) {
      const { dom, text } = sheet(bench);
      text.textContent = bench.view.state.doc.toString();
      ready = dom;
    }
    document.body.append(ready);
  });
  addEventListener("afterprint", () => {
    ready?.remove();
    ready = null;
  });
}
