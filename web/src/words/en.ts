import { en as help } from "./help.ts";
import { en as keys } from "./keys.ts";
import { en as compare } from "./compare.ts";
import { en as documents } from "./documents.ts";
import { number } from "./numbers.ts";
import { en as panels } from "./panels.ts";
import { en as suggestions } from "./suggestions.ts";
import { en as text } from "./text.ts";

/** Every word of the interface in English. The shape of this object is the
 * catalogue: zh.ts must have the same entries, which the type and a test check. */
const plural = (n: number, one: string, many: string) =>
  `${number(n)} ${n === 1 ? one : many}`;

export const en = {
  help,
  keys,
  product: "Policymark",
  untitled: "Untitled policy",

  kinds: {
    actor: "Actor",
    action: "Action",
    data: "Data",
    purpose: "Purpose",
  },
  kindMeans: {
    actor: "who acts, or who receives",
    action: "what is done with the data",
    data: "which data",
    purpose: "why, or under which condition",
  },

  toolbar: {
    label: "Tools",
    file: "File",
    newDocument: "New",
    open: "Open…",
    save: "Save",
    saveAs: "Save as…",
    download: "Download a copy",
    examples: "Examples",
    recent: "Recent",
    undo: "Undo",
    redo: "Redo",
    marks: "Marks",
    unmark: "Remove mark",
    find: "Find and replace",
    view: "View",
    theme: "Colours",
    themes: { system: "As the system", light: "Light", dark: "Dark" },
    textSize: "Text size",
    textSizes: { small: "Small", medium: "Medium", large: "Large" },
    language: "Language",
    languages: { zh: "中文", en: "English" },
    otherLanguage: "中文",
    otherLanguageHint: "界面换成中文",
    withKey: (name: string, key: string) => (key ? `${name} (${key})` : name),
  },
  examples: {
    "first-zh": "A first look (Chinese)",
    "first-en": "A first look (English)",
    "shop-zh": "Online shop, marked (Chinese)",
    "app-en": "App, marked (English)",
    "plain-zh": "Not yet marked (Chinese)",
  } as Record<string, string>,

  panes: {
    label: "Panels",
    text: "Text",
    practices: "Practices",
    problems: "Problems",
    data: "Data",
    suggestions: "Suggestions",
    compare: "Compare",
    resize: "Width of the panels",
  },

  editor: {
    label: "Policy text",
    placeholder:
      "Paste a privacy policy here, drop a file, or start typing. Select words and type ( [ < or { to mark them.",
    phrases: {
      Find: "Find",
      Replace: "Replace",
      next: "Next",
      previous: "Previous",
      all: "All",
      "match case": "Match case",
      regexp: "Regex",
      "by word": "Whole word",
      replace: "Replace",
      "replace all": "Replace all",
      close: "Close",
      "current match": "current match",
      "replaced $ matches": "replaced $ matches",
      "replaced match on line $": "replaced match on line $",
      "on line": "on line",
      "Go to line": "Go to line",
      go: "go",
      "Control character": "Control character",
      "Selection deleted": "Selection deleted",
    } as Record<string, string>,
  },

  practices: {
    label: "Practices",
    empty: "No practices yet",
    emptyHelp:
      "A practice appears when an action is marked: select a verb such as “collect” and type [.",
    pending: (percent: number) => `Working out practices and problems: ${percent} %`,
    tooLarge: (size: string) =>
      `This document is longer than ${size}: practices and problems are not worked out. Text, marks and saving work as always.`,
    noSection: "Before the first heading",
    who: "Who",
    asks: "Asked by",
    data: "Data",
    purposes: "Purpose",
    conditions: "Condition",
    recipients: "To",
    sources: "From",
    parts: "parts",
    more: "and more",
    nobody: "nobody named",
    noData: "no data named",
    why: "Why?",
    whyOf: (text: string) => `Why is “${text}” here?`,
    rule: (name: string) => `Rule: ${name}`,
    evidence: {
      marked: "marked",
      read: "read from unmarked words",
      carried: "carried over from before",
      implied: "implied",
    },
    modality: {
      will: "will",
      may: "may",
      need: "must",
      may_need: "may need to",
      can: "can",
      none: "",
    } as Record<string, string>,
    negated: "NOT",
    quoted: (name: string, text: string) => `${name} “${text}”`,
    negatedLong: (words: string) => `Denied: ${words}`,
    goTo: (what: string) => `Go to ${what} in the text`,
    card: (n: number, total: number, action: string) => `Practice ${n} of ${total}: ${action}`,
  },

  problems: {
    label: "Problems",
    none: "No problems",
    noneHelp: "Everything that is marked reads without doubt.",
    noneShown: "No problems of the chosen kind",
    severity: { error: "Error", warning: "Warning", info: "Note" },
    severities: { error: "Errors", warning: "Warnings", info: "Notes" },
    show: (name: string, n: number) => `${name}: ${n}. Show or hide`,
    fixAll: (n: number) => `Fix all ${n} alike`,
    unsafe: "changes the text itself",
    next: "Next problem",
    previous: "Previous problem",
    fixHere: "Fix the problem here",
    row: (severity: string, n: number, total: number) => `${severity}, problem ${n} of ${total}`,
    atCaret: (n: number, total: number) => `Problem ${n} of ${total}`,
    noneAtCaret: "There is no problem here with a fix.",
    count: (name: string, n: number) => `${name}: ${number(n)}`,
    comma: ", ",
    explain: "Explain",
    explainRule: (title: string) => `Explain: ${title}`,
    noPage: "The page of this rule could not be loaded. Connect to the network and open the editor anew.",
    finds: "It finds",
    passes: "It finds nothing in",
    fixIs: (title: string) => `Fix: ${title}`,
    byRule: "Group by rule",
    onlyRule: "Show one rule",
    allRules: "All rules",
    only: (title: string) => `Only: ${title}`,
  },

  status: {
    label: "Status",
    saved: "Saved",
    unsaved: "Not saved to a file",
    kept: "Kept in this browser",
    notKept: "Not kept in this browser",
    caret: (line: number, column: number) => `Line ${line}, column ${column}`,
    selected: (n: number) => `${number(n)} selected`,
    characters: (n: number) => plural(n, "character", "characters"),
    marks: (n: number) => plural(n, "mark", "marks"),
    engine: {
      starting: "Starting the engine…",
      restarting: "Restarting the engine…",
      failed: "The engine does not run",
    },
    engineFailed:
      "Marking, problems and practices are off. You can edit the text and save it as it is.",
    restart: "Start it again",
    offline: "Works offline",
    newVersion: "A new version is ready",
    reload: "Update",
    offlineFile: "One file, works offline",
    readAsPlain: "Treat as plain text",
    readAsMarkup: "Read as markup",
  },

  open: {
    title: (name: string) => `How shall “${name}” be read?`,
    asMarkup: "As markup",
    asMarkupHelp: "The brackets ( ) [ ] < > { } are marks.",
    asPlain: "As plain text",
    asPlainHelp: "Brackets are part of the prose; each gets a backslash and no mark is made of it.",
    recommended: "recommended",
    wouldFind: "As markup it has",
    strays: "brackets without a partner",
    open: "Open",
    cancel: "Cancel",
    notes: "Good to know",
    otherEncoding: (name: string, encoding: string) =>
      `“${name}” is not UTF-8; it was read as ${encoding} and will be saved as UTF-8.`,
    notText: "It holds bytes that are not text in UTF-8. Save it as UTF-8 in the program that it comes from.",
    refusedTitle: (name: string) => `“${name}” cannot be opened`,
    refusedHelp: "Nothing was changed. The document that you had open is as it was.",
    tooLarge: (size: string, limit: string) =>
      `It is ${size} long; a document may have up to ${limit}. Split the file, or open only the part that you want to mark.`,
    unreadable: (why: string) => `The browser could not read it (${why}). Choose it once more.`,
    close: "Close",
    dropHint: "Drop the file to open it",
    opened: (name: string) => `Opened ${name || "the text"}.`,
    openedPlain: (name: string) => `Opened ${name || "the text"}. It has no marks yet: select words and type ( [ < or {.`,
    reread: {
      markup: (n: number) => `The document is read as markup now: ${plural(n, "place", "places")} changed.`,
      plain: (n: number) => `The document is plain text now: ${plural(n, "bracket", "brackets")} escaped.`,
    },
  },

  save: {
    done: (name: string) => `Saved ${name}`,
    downloaded: (name: string) => `Saved ${name} to your downloads`,
    failed: (why: string) => `The file could not be written (${why}). Use “Save as” or “Download a copy”.`,
    withoutEngine: "Saved as it is, in UTF-8 with line feeds: the engine does not run.",
    storeFailed: (why: string) =>
      `This browser could not keep your work (${why}). Save it to a file so that nothing is lost.`,
    elsewhere: "This document is open in another tab.",
  },

  done: {
    marked: (kind: string) => `Marked: ${kind}`,
    unmarked: "Mark removed",
    retyped: (kind: string) => `Now ${kind}`,
    fixed: (n: number) => `Fixed ${plural(n, "place", "places")}`,
    undone: "Undone",
    redone: "Redone",
    nothingToUndo: "Nothing to undo",
    nothingToRedo: "Nothing to redo",
    nothingToMark: "There is no word at the caret to mark. Select some text first.",
    noMarkHere: "The caret stands in no mark.",
    sameKind: (kind: string) => `This is already marked as ${kind}.`,
    notNow: "The engine is not running, so nothing was marked. Your text is safe.",
    nothingChanged: "There was nothing to change.",
    noProblems: "There are no problems.",
  },

  documents,
  suggestions,
  compare,

  text,
  menu: { empty: "Nothing yet" },
  dismiss: "Dismiss",
  skip: "Skip to the text",
  bytes: (n: number) =>
    n < 1e3 ? `${n} bytes` : n < 1e6 ? `${(n / 1e3).toFixed(0)} KB` : `${(n / 1e6).toFixed(n < 1e7 ? 1 : 0)} MB`,
  panels,
};

/** Words is the catalogue that each language fills. */
export type Words = typeof en;
