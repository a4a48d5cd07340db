import { AsyncDirective, directive } from "lit/async-directive.js";
import { noChange, type ElementPart } from "lit";
import { PartType, type PartInfo } from "lit/directive.js";
import type { WindowedList } from "./windowed.ts";

/** Places a row of a windowed list and has it measured. The place is set through
 * the style object: the page's content security policy forbids style attributes. */
class Row extends AsyncDirective {
  constructor(info: PartInfo) {
    super(info);
    if (info.type !== PartType.ELEMENT) throw new Error("row belongs on an element");
  }
  render(_list: WindowedList, _index: number, _start: number) {
    return noChange;
  }
  override update(part: ElementPart, [list, index, start]: [WindowedList, number, number]) {
    const element = part.element as HTMLElement;
    element.dataset["index"] = String(index);
    element.style.transform = `translateY(${start}px)`;
    list.measure(element);
    return noChange;
  }
}

export const row = directive(Row);

/** Sets an element's height, as row does the place. */
class Tall extends AsyncDirective {
  render(_height: number) {
    return noChange;
  }
  override update(part: ElementPart, [height]: [number]) {
    (part.element as HTMLElement).style.height = `${height}px`;
    return noChange;
  }
}

export const tall = directive(Tall);
