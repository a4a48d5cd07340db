import type { Lang, RuleLevel } from "../engine/protocol.gen.ts";
import { readChosen, setKeys, type Chosen } from "../keys/keys.ts";
import { severities } from "../text/squiggles.ts";
import { browserLang, lang, setLang } from "../words/words.ts";
import { Events } from "./events.ts";
import { service } from "./service.ts";

/** ChosenSettings are what a person chose for this browser. */
export interface ChosenSettings {
  /** null follows the browser. */
  lang: Lang | null;
  theme: "system" | "light" | "dark";
  textSize: "small" | "medium" | "large";
  /** Width of the panels in CSS pixels. */
  panelWidth: number;
  /** The keys of commands where they are not the standard ones. */
  keys: Chosen;
  /** The commands last chosen by name, the last one first. */
  recentCommands: readonly string[];
  /** Whether the outline is open, where there is room for it; null while nobody chose. */
  outline: boolean | null;
  /** The rules that are taken to be other than they are by themselves. */
  levels: RuleLevel[];
  /** Whether the text shows its brackets. */
  textView: "source" | "reading";
  /** In which form the copy key copies: as the view shows it, or always in one. */
  copies: "view" | "markup" | "plain";
}

const key = "policymark.settings";
const standard: ChosenSettings = {
  lang: null,
  theme: "system",
  textSize: "medium",
  panelWidth: 420,
  keys: {},
  recentCommands: [],
  outline: null,
  levels: [],
  textView: "source",
  copies: "view",
};

/** readSettings returns what was chosen, or the standard where nothing was, or
 * where the browser keeps nothing. */
export function readSettings(): ChosenSettings {
  try {
    const found = JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<ChosenSettings>;
    return {
      lang: found.lang === "zh" || found.lang === "en" ? found.lang : null,
      theme: found.theme === "light" || found.theme === "dark" ? found.theme : "system",
      textSize: found.textSize === "small" || found.textSize === "large" ? found.textSize : "medium",
      panelWidth: Math.min(1200, Math.max(280, Number(found.panelWidth) || standard.panelWidth)),
      keys: readChosen(found.keys),
      recentCommands: Array.isArray(found.recentCommands)
        ? found.recentCommands.filter((id) => typeof id === "string")
        : [],
      outline: typeof found.outline === "boolean" ? found.outline : null,
      levels: Array.isArray(found.levels)
        ? found.levels
            .filter((one) => typeof one?.rule === "string" && ["off", ...severities].includes(one.level))
            .map(({ rule, level }) => ({ rule, level }))
        : [],
      textView: found.textView === "reading" ? "reading" : "source",
      copies: found.copies === "markup" || found.copies === "plain" ? found.copies : "view",
    };
  } catch {
    return { ...standard };
  }
}

/** keepSettings keeps them for the next visit, if the browser allows. */
function keepSettings(settings: ChosenSettings): void {
  try {
    localStorage.setItem(key, JSON.stringify(settings));
  } catch {
    // Without storage a choice lasts until the page is left; nothing else is lost.
  }
}

/** showSettings shows them on the page. */
function showSettings(settings: ChosenSettings): void {
  const { dataset } = document.documentElement;
  if (settings.theme === "system") delete dataset.theme;
  else dataset.theme = settings.theme;
  dataset.text = settings.textSize;
  setKeys(settings.keys);
  if (langOf(settings) !== lang()) setLang(langOf(settings));
}

/** The language that settings come to. */
const langOf = (settings: ChosenSettings): Lang => settings.lang ?? browserLang();

/** Settings holds what a person chose. Event: "changed", after a choice is in force. */
export class Settings extends Events<"changed"> {
  current: ChosenSettings = readSettings();

  constructor() {
    super();
    setLang(langOf(this.current));
    showSettings(this.current);
  }

  /** change changes some settings, shows them on the page and keeps them. */
  change(chosen: Partial<ChosenSettings>): void {
    this.current = { ...this.current, ...chosen };
    keepSettings(this.current);
    showSettings(this.current);
    this.tell("changed");
  }
}

export const settings = service<Settings>("settings");
