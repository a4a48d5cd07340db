import type { Inspection, Reading } from "../engine/protocol.gen.ts";
import type { Question, TextQuestion } from "../ui/ask.ts";
import type { WorkStep } from "../ui/progress.ts";
import { service } from "./service.ts";

/** ReadingQuestion asks how a file shall be read. */
export interface ReadingQuestion {
  name: string;
  inspection: Inspection;
  notes: string[];
}

/** Asking puts questions to the person, over everything else. */
export interface Asking {
  /** ask resolves to the id of the chosen answer; "" for none. */
  ask(question: Question): Promise<string>;
  /** askText asks for a line of text; null when the person thinks better of it. */
  askText(question: TextQuestion): Promise<string | null>;
  /** showText shows a text that the person copies by hand. */
  showText(title: string, text: string): Promise<void>;
  /** chooseReading asks how a file shall be read; null when it shall not be. */
  chooseReading(question: ReadingQuestion): Promise<Reading | null>;
  /** refuse says why a file is not opened. */
  refuse(name: string, reason: string): Promise<void>;
  /** work runs long work and shows how far it has come; null when it was cancelled. */
  work<T>(title: string, run: (step: WorkStep) => Promise<T>): Promise<T | null>;
}

export const asking = service<Asking>("asking");
