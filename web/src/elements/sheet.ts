import type { Kind, Paragraph, PlacedMark, Range } from "../engine/protocol.gen.ts";
import { faceOf } from "../text/kinds.ts";
import type { en } from "../words/elements.ts";

interface Placed {
  element: HTMLElement;
  kind: Kind;
  from: number;
  to: number;
}

/** How paragraphs are drawn. */
export interface Look {
  words: typeof en;
  /** The level of the outermost headings, from 1. */
  heading: number;
  /** The address of a place in the page, for the link beside a heading. */
  href: (address: string) => string;
}

/**
 * The text as elements, and where its places are. Nothing of the text is ever read
 * as HTML: all of it goes in as text nodes.
 */
export class Sheet {
  private readonly marks: Placed[] = [];
  private readonly runs: { node: Text; from: number }[] = [];
  private readonly places = new Map<string, HTMLElement>();

  constructor(private readonly look: Look) {}

  /** draw makes the elements of some paragraphs. */
  draw(paragraphs: readonly Paragraph[]): HTMLElement {
    const chunk = document.createElement("div");
    chunk.className = "chunk";
    chunk.append(...paragraphs.map((one) => this.paragraph(one)));
    return chunk;
  }

  private paragraph(one: Paragraph): HTMLElement {
    const isHeading = one.kind === "heading";
    const level = Math.min(6, Math.max(1, this.look.heading - 1 + one.level));
    const element = document.createElement(isHeading ? `h${level}` : "p");
    element.className = one.kind;
    element.part.add(one.kind);
    const marks = one.marks.map((mark) => this.mark(mark));
    let open: number[] = [];
    for (const run of one.runs) {
      let shared = 0;
      while (shared < open.length && open[shared] === run.marks[shared]) shared++;
      for (const i of open.slice(shared).reverse()) marks[i]!.append(this.bracket(one.marks[i]!, "close"));
      open = open.slice(0, shared);
      for (const i of run.marks.slice(shared)) {
        (open.length > 0 ? marks[open.at(-1)!]! : element).append(marks[i]!);
        open.push(i);
      }
      const node = document.createTextNode(run.text);
      this.runs.push({ node, from: run.from });
      (open.length > 0 ? marks[open.at(-1)!]! : element).append(node);
    }
    for (const i of open.reverse()) marks[i]!.append(this.bracket(one.marks[i]!, "close"));
    if (isHeading) {
      this.places.set(one.address, element);
      element.append(this.link(one.address, element.textContent ?? ""));
    }
    return element;
  }

  private link(address: string, title: string): HTMLElement {
    const link = document.createElement("a");
    link.href = this.look.href(address);
    link.className = "anchor";
    link.part.add("anchor");
    link.textContent = "#";
    link.setAttribute("aria-label", this.look.words.link(title));
    return link;
  }

  private mark(mark: PlacedMark): HTMLElement {
    const element = document.createElement("span");
    element.className = `mark ${mark.kind}`;
    element.part.add("mark", mark.kind);
    element.title = this.look.words.kinds[mark.kind];
    const kind = document.createElement("span");
    kind.className = "hidden";
    kind.textContent = `${this.look.words.kinds[mark.kind]} `;
    element.append(kind, this.bracket(mark, "open"));
    this.marks.push({ element, kind: mark.kind, from: mark.from, to: mark.to });
    if (!this.places.has(mark.address)) this.places.set(mark.address, element);
    return element;
  }

  private bracket({ kind }: PlacedMark, side: "open" | "close"): HTMLElement {
    const element = document.createElement("span");
    element.className = `bracket ${side}`;
    element.part.add("bracket");
    element.ariaHidden = "true";
    element.textContent = faceOf(kind)[side];
    return element;
  }

  /** The element with an address, undefined when it is not drawn or not there. */
  place(address: string): HTMLElement | undefined {
    return this.places.get(address);
  }

  /** The mark of a kind at a range of the source, undefined when there is none. */
  markAt({ from, to }: Range, kind: Kind): HTMLElement | undefined {
    return this.marks.find((mark) => mark.from === from && mark.to === to && mark.kind === kind)?.element;
  }

  /** The place in the source of the mark that an element is or stands in. */
  rangeOf(element: Element): Range | undefined {
    return this.marks.findLast((mark) => mark.element.contains(element));
  }

  /** The range of the page where a range of the source is, undefined when that is
   * not drawn. */
  rangeAt({ from, to }: Range): globalThis.Range | undefined {
    const first = this.runs.findLast((run) => run.from <= from);
    const last = this.runs.findLast((run) => run.from < to);
    if (!first || !last || to <= from) return undefined;
    const range = document.createRange();
    range.setStart(first.node, Math.min(from - first.from, first.node.length));
    range.setEnd(last.node, Math.min(to - last.from, last.node.length));
    return range;
  }
}
