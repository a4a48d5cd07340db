import { Events } from "./events.ts";
import { service } from "./service.ts";

/** Tone is how something is said: as news, or because something was refused or failed. */
export type Tone = "info" | "refusal";

/** Action is what a person can do about a notice. */
export interface Action {
  label: string;
  run: () => void;
}

/** Notice is what was said to the person last. */
export interface Notice {
  text: string;
  tone: Tone;
  action?: Action;
}

/** Notices says things to the person, one after the other; a screen reader says them
 * too. Event: "said", after each notice and when the last one was taken back. */
export class Notices extends Events<"said"> {
  /** What was said last, null for nothing. */
  last: Notice | null = null;

  /** say tells the person something, without taking the focus. */
  say(text: string, tone: Tone = "info", action?: Action): void {
    this.last = { text, tone, ...(action ? { action } : {}) };
    this.tell("said");
  }

  /** hush takes back what was said last. */
  hush(): void {
    this.last = null;
    this.tell("said");
  }
}

export const notices = service<Notices>("notices");
