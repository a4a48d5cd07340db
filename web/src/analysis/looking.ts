import type { EditorView } from "@codemirror/view";
import type { Lang, PracticeFilter, Severity, View, Window } from "../engine/protocol.gen.ts";

/** A filter that chooses every practice. */
export const noFilter: PracticeFilter = {
  words: "",
  actors: [],
  data: [],
  purposes: [],
  recipients: [],
  categories: [],
  purposeKinds: [],
  inSection: false,
  section: [],
  states: [],
};

/** Marks deeper than this are not coloured: no person tells them apart, and a text
 * of ten thousand nested brackets would bury the page in elements. */
const deepest = 6;

/** A view of a whole document that nobody looks at. */
export const viewOf = (text: string, lang: Lang): View => ({
  lang,
  visible: { from: 0, to: text.length },
  caret: 0,
  problems: { first: 0, count: 20 },
  practices: { first: 0, count: 20 },
  filter: noFilter,
  severities: [],
  rules: [],
  byRule: false,
  ticks: 100,
  depth: deepest,
  suggest: false,
  suggestions: { first: 0, count: 0 },
  known: 0,
});

/**
 * Looking is what the page shows of a document, and so what it asks the engine for at
 * each keystroke: the rows of the panels, their filters, the ticks of the strip.
 */
export abstract class Looking extends EventTarget {
  private practices: Window = { first: 0, count: 20 };
  private problems: Window = { first: 0, count: 20 };
  private suggestions: Window = { first: 0, count: 20 };
  /** The problems that the panel lists; empty for all. */
  severities: Severity[] = [];
  /** The rules whose problems the panel lists; empty for all. */
  rules: string[] = [];
  /** Whether the panel lists them rule by rule. */
  byRule = false;
  /** What the panel of practices lists. */
  filter: PracticeFilter = noFilter;
  private suggest = false;
  private ticks = 0;

  constructor(private readonly spoken: () => Lang) {
    super();
  }

  /** requestReport asks for a report as soon as one may be sent. */
  abstract requestReport(): void;

  /** showWindow says which rows a panel shows. */
  showWindow(list: "practices" | "problems" | "suggestions", window: Window): void {
    const now = this[list];
    if (now.first === window.first && now.count === window.count) return;
    this[list] = window;
    this.requestReport();
  }

  /** showSeverities chooses the problems that the panel lists; empty for all. */
  showSeverities(severities: Severity[]): void {
    this.severities = severities;
    this.requestReport();
  }

  /** showRules chooses the rules whose problems the panel lists, empty for all, and
   * whether it lists them rule by rule. */
  showRules(rules: string[], byRule: boolean): void {
    this.rules = rules;
    this.byRule = byRule;
    this.requestReport();
  }

  /** showFilter chooses the practices that the panel lists. Event: "filter". */
  showFilter(filter: PracticeFilter): void {
    this.filter = filter;
    this.practices = { first: 0, count: this.practices.count };
    this.dispatchEvent(new Event("filter"));
    this.requestReport();
  }

  /** showSuggestions says whether suggestions are wanted. */
  showSuggestions(wanted: boolean): void {
    if (wanted === this.suggest) return;
    this.suggest = wanted;
    this.requestReport();
  }

  /** showTicks says into how many ticks the strip divides the document. */
  showTicks(ticks: number): void {
    if (ticks === this.ticks) return;
    this.ticks = ticks;
    this.requestReport();
  }

  /** lookAnew shows the first rows of another document. */
  protected lookAnew(): void {
    this.filter = noFilter;
    this.practices = { first: 0, count: this.practices.count };
    this.problems = { first: 0, count: this.problems.count };
    this.suggestions = { first: 0, count: this.suggestions.count };
  }

  /** What is shown now; known is the serial of the report that the page has, 0 for none. */
  protected looking({ state, visibleRanges, viewport }: EditorView, known: number): View {
    return {
      lang: this.spoken(),
      visible: {
        from: visibleRanges[0]?.from ?? viewport.from,
        to: visibleRanges.at(-1)?.to ?? viewport.to,
      },
      caret: state.selection.main.head,
      problems: this.problems,
      practices: this.practices,
      filter: this.filter,
      severities: this.severities,
      rules: this.rules,
      byRule: this.byRule,
      ticks: this.ticks,
      depth: deepest,
      suggest: this.suggest,
      suggestions: this.suggestions,
      known,
    };
  }
}
