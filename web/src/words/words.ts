import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Lang } from "../engine/protocol.gen.ts";
import { en, type Words } from "./en.ts";
import { zh } from "./zh.ts";

export type { Words };

/** The catalogues by language. */
export const catalogues: Readonly<Record<Lang, Words>> = { zh, en };

const changes = new EventTarget();
let current: Lang = "en";

/** The language of the interface. */
export const lang = (): Lang => current;

/** The words of the interface in its language. */
export const words = (): Words => catalogues[current];

/** sentence begins a text of the engine, which begins small in English, as a
 * person writes it where it stands alone. */
export const sentence = (text: string, lang = current): string =>
  lang === "en" ? text.charAt(0).toUpperCase() + text.slice(1) : text;

/** paragraph is a sentence with the full stop that messages of the engine do without. */
export const paragraph = (text: string): string =>
  /[.!?。！？…]$/.test(text) ? sentence(text) : `${sentence(text)}${current === "en" ? "." : "。"}`;

/** together joins sentences; in Chinese nothing stands between them. */
export const together = (sentences: readonly string[]): string =>
  sentences.filter(Boolean).join(current === "en" ? " " : "");

/** setLang switches the language; everything that shows words draws itself anew. */
export function setLang(next: Lang): void {
  current = next;
  document.documentElement.lang = next === "zh" ? "zh-CN" : "en";
  changes.dispatchEvent(new Event("change"));
}

/** onLang calls back after each switch of language until signal aborts. */
export function onLang(call: () => void, signal?: AbortSignal): void {
  changes.addEventListener("change", call, signal ? { signal } : {});
}

/** browserLang is the language that the browser asks for. */
export function browserLang(languages: readonly string[] = navigator.languages): Lang {
  for (const tag of languages) {
    if (/^zh\b/i.test(tag)) return "zh";
    if (/^en\b/i.test(tag)) return "en";
  }
  return "en";
}

/** WordsController redraws its host when the language changes. */
export class WordsController implements ReactiveController {
  private abort?: AbortController;
  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }
  hostConnected(): void {
    this.abort = new AbortController();
    onLang(() => this.host.requestUpdate(), this.abort.signal);
  }
  hostDisconnected(): void {
    this.abort?.abort();
  }
}
