import { createTextAnnotator, type TextAnnotation } from "@recogito/text-annotator";
import "@recogito/text-annotator/text-annotator.css";

/** A mark in a paragraph, in UTF-16 units of that paragraph. */
export interface Stretch {
  paragraph: number;
  from: number;
  to: number;
}

/** What the bench asks of the page that the peer is in. All times are milliseconds. */
export interface Peer {
  /** Lays out the paragraphs with their annotations; says what it took until they were painted. */
  show(paragraphs: readonly string[], stretches: readonly Stretch[]): Promise<number>;
  /** Adds one annotation that is on the screen and takes it away again; what adding took. */
  add(stretch: Stretch): Promise<number>;
}

declare global {
  var peer: Peer;
}

let annotator: ReturnType<typeof createTextAnnotator> | undefined;

let texts: Text[] = [];
/** Where each paragraph starts in the text of all. */
let starts: number[] = [];

/** An annotation with its range at hand: to look for the place from the start of the page
 * would be most of what Recogito does. */
function annotation(id: string, { paragraph, from, to }: Stretch): TextAnnotation {
  const text = texts[paragraph]!;
  const range = document.createRange();
  range.setStart(text, from);
  range.setEnd(text, to);
  const start = starts[paragraph]!;
  const selector = { start: start + from, end: start + to, quote: text.data.slice(from, to), range };
  return { id, bodies: [], target: { annotation: id, selector: [selector] } };
}

const drawn = () => document.querySelectorAll(".r6o-annotation").length;

/** Waits for a frame in which as many pieces of annotations are drawn as is wanted, and
 * says when it was painted. */
async function painted(wanted: (count: number) => boolean): Promise<number> {
  const start = performance.now();
  do {
    if (performance.now() - start > 60_000) throw new Error(`${drawn()} pieces of annotations are drawn`);
    await new Promise(requestAnimationFrame);
  } while (!wanted(drawn()));
  // The next task after a frame's callbacks comes when it was painted.
  const { port1, port2 } = new MessageChannel();
  const next = new Promise((resolve) => (port1.onmessage = resolve));
  port2.postMessage(null);
  await next;
  return performance.now();
}

globalThis.peer = {
  async show(paragraphs, stretches) {
    const content = document.querySelector<HTMLElement>("#content")!;
    const start = performance.now();
    texts = paragraphs.map((text) => document.createTextNode(text));
    starts = [];
    let length = 0;
    for (const text of paragraphs) {
      starts.push(length);
      length += text.length;
    }
    content.replaceChildren(
      ...texts.map((text) => {
        const paragraph = document.createElement("p");
        paragraph.append(text);
        return paragraph;
      }),
    );
    annotator = createTextAnnotator(content, {});
    annotator.setAnnotations(stretches.map((stretch, i) => annotation(`a${i}`, stretch)));
    return (await painted((count) => count > 0)) - start;
  },
  async add(stretch) {
    const before = drawn();
    const start = performance.now();
    annotator!.addAnnotation(annotation("added", stretch));
    const took = (await painted((count) => count > before)) - start;
    annotator!.removeAnnotation("added");
    await painted((count) => count === before);
    return took;
  },
};
