import type { Lang } from "../engine/protocol.gen.ts";
import { browserLang } from "../words/words.ts";

/** Settings are what a person chose for this browser. */
export interface Settings {
  /** null follows the browser. */
  lang: Lang | null;
  theme: "system" | "light" | "dark";
  textSize: "small" | "medium" | "large";
  /** Width of the panels in CSS pixels. */
  panelWidth: number;
  /** Whether the text shows its brackets. */
  textView: "source" | "reading";
  /** In which form the copy key copies: as the view shows it, or always in one. */
  copies: "view" | "markup" | "plain";
}

const key = "policymark.settings";
const standard: Settings = { lang: null, theme: "system", textSize: "medium", panelWidth: 420, textView: "source", copies: "view" };

/** readSettings returns what was chosen, or the standard where nothing was, or
 * where the browser keeps nothing. */
export function readSettings(): Settings {
  try {
    const found = JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<Settings>;
    return {
      lang: found.lang === "zh" || found.lang === "en" ? found.lang : null,
      theme: found.theme === "light" || found.theme === "dark" ? found.theme : "system",
      textSize: found.textSize === "small" || found.textSize === "large" ? found.textSize : "medium",
      panelWidth: Math.min(1200, Math.max(280, Number(found.panelWidth) || standard.panelWidth)),
      textView: found.textView === "reading" ? "reading" : "source",
      copies: found.copies === "markup" || found.copies === "plain" ? found.copies : "view",
    };
  } catch {
    return { ...standard };
  }
}

/** keepSettings keeps them for the next visit, if the browser allows. */
export function keepSettings(settings: Settings): void {
  try {
    localStorage.setItem(key, JSON.stringify(settings));
  } catch {
    // Without storage a choice lasts until the page is left; nothing else is lost.
  }
}

/** applySettings shows them on the page. */
export function applySettings(settings: Settings): void {
  const { dataset } = document.documentElement;
  if (settings.theme === "system") delete dataset.theme;
  else dataset.theme = settings.theme;
  dataset.text = settings.textSize;
}

/** langOf is the language that they come to. */
export const langOf = (settings: Settings): Lang => settings.lang ?? browserLang();
