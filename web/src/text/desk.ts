import type { EditorView } from "@codemirror/view";
import type { Analysis } from "../analysis/analysis.ts";
import type { EngineClient } from "../engine/contract.ts";
import { EngineError } from "../engine/engine-error.ts";
import type { Lang } from "../engine/protocol.gen.ts";
import { sentence, type Words } from "../words/words.ts";

/** Desk is one editor with what its text is worked on: the engine, the analysis, words. */
export interface Desk {
  readonly view: EditorView;
  /** The engine, asked about this editor's text. */
  readonly engine: EngineClient;
  readonly analysis: Analysis;
  /** The language in which it speaks, and its words. */
  readonly lang: Lang;
  readonly words: Words;
  /** say tells the person something, without taking the focus. */
  say(message: string, tone?: "info" | "refusal"): void;
  /** toFront brings the text to where it can be seen, before a place in it is shown;
   * absent where it is always to be seen. */
  toFront?(): void;
}

/** whyRefused is the engine's reason for refusing what it was asked for, as a sentence, and
 * otherwise where it did not refuse but failed. */
export const whyRefused = ({ code, message }: EngineError, otherwise: string, spoken?: Lang): string =>
  code === "refused" && message ? sentence(message, spoken) : otherwise;

/** sayRefusal tells the person why the engine did not do what it was asked for. Throws an
 * error that is not the engine's. */
export function sayRefusal(
  desk: Pick<Desk, "lang" | "words" | "say">,
  error: unknown,
  otherwise = desk.words.done.notNow,
): void {
  if (!(error instanceof EngineError)) throw error;
  desk.say(whyRefused(error, otherwise, desk.lang), "refusal");
}
