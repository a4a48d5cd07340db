/** Keyed is what has keys: a command. A key is written as CodeMirror writes it; Mod is
 * Command on a Mac, else Control. */
export interface Keyed {
  id: string;
  /** The keys that it comes with; the first is the one that is shown. */
  key?: string | readonly string[];
}

/** Chosen are the keys that a person gave to commands in place of those they come
 * with, by the command's id; an empty list is none at all. */
export type Chosen = Readonly<Record<string, readonly string[]>>;

/** Whether the keyboard is a Mac's. */
export const isMac = typeof navigator === "object" && /Mac|iPhone|iPad/.test(navigator.platform);

let chosen: Chosen = {};

/** setKeys puts a person's choice in force. Who shows keys must draw itself anew. */
export const setKeys = (keys: Chosen): void => {
  chosen = keys;
};

/** standardKeys are the keys that a command comes with. */
export const standardKeys = ({ key }: Keyed): readonly string[] =>
  key === undefined ? [] : typeof key === "string" ? [key] : key;

/** keysOf are the keys of a command now. */
export const keysOf = (command: Keyed): readonly string[] => chosen[command.id] ?? standardKeys(command);

/** readChosen takes from what a browser kept what is a choice of keys. */
export function readChosen(found: unknown): Chosen {
  if (typeof found !== "object" || found === null) return {};
  const isList = (value: unknown): value is string[] =>
    Array.isArray(value) && value.every((key) => typeof key === "string" && isKey(key));
  return Object.fromEntries(Object.entries(found).filter((entry): entry is [string, string[]] => isList(entry[1])));
}

const modifiers = ["Alt", "Ctrl", "Mod", "Shift"];

/** isKey says whether a text is a key as it is written here. */
export function isKey(key: string): boolean {
  const [name, ...before] = split(key).reverse();
  const places = before.reverse().map((part) => modifiers.indexOf(part));
  return !!name && !modifiers.includes(name) && places.every((place, i) => place >= 0 && place > (places[i - 1] ?? -1));
}

/** The parts of a key; the last may be the hyphen itself. */
const split = (key: string): string[] =>
  key.endsWith("-") ? [...key.slice(0, -1).split("-").slice(0, -1), "-"] : key.split("-");

const signs: Record<string, string> = { Mod: "⌘", Alt: "⌥", Shift: "⇧", Ctrl: "⌃" };
const names: Record<string, string> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  Escape: "Esc",
};

/** showKey writes a key as the person's keyboard has it. */
export function showKey(key: string, mac = isMac): string {
  const parts = split(key).map((part) => names[part] ?? (/^[a-z]$/.test(part) ? part.toUpperCase() : part));
  if (mac) return parts.map((part) => signs[part] ?? part).join("");
  // On a PC's keyboard one writes Ctrl first.
  const order = ["Mod", "Ctrl", "Alt", "Shift"];
  const before = parts.slice(0, -1).sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return [...before, parts.at(-1)].map((part) => (part === "Mod" ? "Ctrl" : part)).join("+");
}

/** ariaOf writes a key for aria-keyshortcuts. */
export const ariaOf = (key: string, mac = isMac): string =>
  split(key)
    .map((part) => ({ Mod: mac ? "Meta" : "Control", Ctrl: "Control", "+": "Plus" })[part] ?? part)
    .join("+");

/** What a key was pressed with and on; a KeyboardEvent has these. */
export type Pressed = Pick<KeyboardEvent, "key" | "code" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey">;

/** keyPressed writes the key that was pressed, "" while there are only modifiers. */
export function keyPressed(event: Pressed, mac = isMac): string {
  if (
    ["Alt", "Control", "Meta", "Shift", "AltGraph", "CapsLock", "Dead", "Process", "Unidentified"].includes(
      event.key,
    ) &&
    !(event.key === "Dead" && event.altKey)
  ) {
    return "";
  }
  let name = event.key === " " ? "Space" : event.key;
  // With a modifier a key is called by what is printed on it: Alt may type signs on a
  // Mac, Shift makes other signs, and a keyboard may write no Latin letters.
  const code = /^(?:Key([A-Z])|Digit(\d))$/.exec(event.code);
  const printed = /^[a-zA-Z0-9]$/.test(name) ? name : (code?.[1] ?? code?.[2]);
  const isPrinted = printed !== undefined && (event.altKey || event.ctrlKey || event.metaKey);
  if (isPrinted) name = printed.toLowerCase();
  const held = [
    event.altKey && "Alt",
    mac && event.ctrlKey && "Ctrl",
    (mac ? event.metaKey : event.ctrlKey) && "Mod",
    // Of a sign the Shift is a part.
    event.shiftKey && (isPrinted || !isBare(name)) && "Shift",
  ].filter((part) => part !== false);
  return [...held, name].join("-");
}

/** normalKey writes the modifiers of a key in their order. */
export function normalKey(key: string): string {
  const parts = split(key);
  const held = parts.slice(0, -1).sort((a, b) => modifiers.indexOf(a) - modifiers.indexOf(b));
  return [...held, parts.at(-1)!].join("-");
}

/** isBare says whether a key types something: it has no modifier. */
export const isBare = (key: string): boolean => [...key].length === 1;

/** isField says whether one types into an element, so that keys without a modifier
 * are its own. */
export const isField = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));

/** Why a key cannot be given to a command. */
export type Refusal = "browser" | "system" | "text";

const browsers = [
  "Mod-t",
  "Mod-n",
  "Mod-w",
  "Mod-Shift-t",
  "Mod-Shift-n",
  "Mod-Shift-w",
  "Mod-Tab",
  "Mod-Shift-Tab",
  "Mod-r",
  "Mod-Shift-r",
  "Mod-q",
  "Mod-Shift-q",
  "F5",
  "F11",
  "F12",
  "Alt-F4",
  "Alt-d",
];
const systems = ["Mod-h", "Mod-m", "Mod-Space", "Mod-`", "Ctrl-Space"];
const ofText = ["Mod-a", "Mod-c", "Mod-v", "Mod-x", "Mod-Shift-v", "Mod-Backspace", "Mod-Delete", "Mod-Enter"];

/** refusalOf says why a key cannot be given to a command, if so: the browser or the
 * system keep it, or it writes or moves in the text. */
export function refusalOf(key: string, mac = isMac): Refusal | undefined {
  if (browsers.includes(key)) return "browser";
  if (mac && systems.includes(key)) return "system";
  const name = split(key).at(-1)!;
  if (ofText.includes(key) || (!/Alt-|Mod-|Ctrl-/.test(key) && !/^F\d+$/.test(name))) return "text";
  if (!/Alt-/.test(key) && /^(?:Arrow|Home|End|Page)/.test(name)) return "text";
  return undefined;
}
