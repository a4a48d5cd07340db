import { EditorSelection, type Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { range } from "../analysis/report.ts";
import type { Accepted, FoundSuggestion, Learned, Range, Scope, Suggestion } from "../engine/protocol.gen.ts";
import type { EngineStatus } from "../services/engine-status.ts";
import { Events } from "../services/events.ts";
import type { Notices } from "../services/notices.ts";
import { service } from "../services/service.ts";
import type { Session } from "../services/session.ts";
import { sayRefusal, type Desk } from "../text/desk.ts";
import { askAndApply, carryOut, type Verb } from "../text/verb.ts";
import { lang, sentence, together, words } from "../words/words.ts";
import { Memory } from "./memory.ts";
import { activate, active, bySuggesting, showSigns, suggestionSigns } from "./signs.ts";

const key = "policymark.suggestions";

/** Milliseconds from the last change of the text to learning from its marks. */
const soon = 1500;
/** How many of a document's words are learned, the most frequent first. */
const most = 2000;

const readShown = (): boolean => {
  try {
    return localStorage.getItem(key) === "shown";
  } catch {
    return false;
  }
};

/**
 * Suggesting goes through the suggestions with a person: F7 goes to the next, Tab
 * accepts it and goes on, Escape turns it down, Shift+Tab goes back, and any other
 * way to move or to type ends it, so that Tab is Tab again. It learns from what is
 * accepted, turned down and marked, in this browser alone. Event: "shown", when they are
 * shown in the text from now on, or no longer.
 */
export class Suggesting extends Events<"shown"> {
  readonly memory = new Memory();
  /** Whether suggestions are shown in the text whatever panel is in front. */
  shown = readShown();
  private panel = false;
  private going = false;
  private explained = false;
  private queue: Promise<unknown> = Promise.resolve();
  private timer = 0;
  private learning: Promise<void> = Promise.resolve();
  private poll = 0;
  private engineReady = false;

  constructor(
    private readonly desk: Desk,
    private readonly session: Session,
    status: EngineStatus,
    private readonly notices: Notices,
  ) {
    super();
    const { analysis } = desk;
    session.addEventListener("leaving", () => this.leaveDocument());
    session.addEventListener("opened", () => {
      this.leave();
      this.showSigns();
      void this.remember();
    });
    session.addEventListener("changed", () => {
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => {
        this.timer = 0;
        this.learning = analysis.upToDate().then(() => this.learn());
      }, soon);
    });
    status.addEventListener("changed", () => {
      const ready = status.state === "ready";
      if (ready && !this.engineReady) void this.remember();
      this.engineReady = ready;
    });
    analysis.addEventListener("report", () => {
      clearTimeout(this.poll);
      if (analysis.report?.suggestions.pending) this.poll = window.setTimeout(() => analysis.requestReport(), 30);
    });
  }

  /** The part of the editor that this is. */
  extension(): Extension {
    return suggestionSigns(
      {
        accept: () => this.whileGoing(() => this.acceptActive()),
        back: () => this.whileGoing(() => this.go(true)),
        skip: () => this.whileGoing(() => this.skipActive()),
      },
      () => this.leave(),
    );
  }

  /** Learns what was not learned yet, before another document takes the place of this
   * one. */
  private leaveDocument(): void {
    if (this.timer === 0) return;
    clearTimeout(this.timer);
    this.timer = 0;
    this.learning = this.learn();
  }

  /** toggle shows the suggestions in the text, or hides them. */
  toggle(): void {
    this.shown = !this.shown;
    try {
      localStorage.setItem(key, this.shown ? "shown" : "hidden");
    } catch {
      // It lasts until the page is left.
    }
    if (!this.shown) this.leave();
    this.showSigns();
    this.notices.say(this.shown ? words().suggestions.nowShown : words().suggestions.nowHidden);
    this.tell("shown");
  }

  /** inPanel says whether the panel is in front, which shows them in the text too. */
  inPanel(open: boolean): void {
    if (this.panel === open) return;
    this.panel = open;
    this.showSigns();
  }

  /** next goes to the next suggestion, or the previous, and makes it active. */
  next(backward = false): void {
    this.going = true;
    this.showSigns();
    this.desk.toFront?.();
    this.desk.view.focus();
    this.step(() => this.go(backward));
  }

  /** accept makes a mark of a suggestion of the last report, or of all that are meant
   * with it. */
  accept(suggestion: Suggestion, scope: Scope): Promise<number> {
    const now = range(this.desk.view.state, suggestion) ?? suggestion;
    return this.acceptAt({ kind: suggestion.kind, ...now }, scope, false);
  }

  /** skip turns a suggestion down. */
  skip(suggestion: Suggestion): void {
    this.memory.skip(this.session.document.id, suggestion.id);
    const learned = { text: suggestion.text, kind: suggestion.kind, accepted: 0, rejected: 1 };
    this.memory.decide([learned]);
    void this.add([learned]);
  }

  /** unskip brings back what was turned down in this document. */
  unskip(): void {
    this.memory.unskip(this.session.document.id);
    void this.remember();
    this.notices.say(words().suggestions.broughtBack);
  }

  /** forget forgets everything that was learned. */
  async forget(): Promise<void> {
    await this.memory.forget();
    await this.remember();
    this.notices.say(words().suggestions.forgotten);
  }

  private get wanted(): boolean {
    return this.shown || this.panel || this.going;
  }

  private showSigns(): void {
    this.desk.view.dispatch({ effects: showSigns.of(this.wanted) });
    this.desk.analysis.showSuggestions(this.wanted);
  }

  /** While a suggestion is active, or the next one on its way, its keys are taken. */
  private whileGoing(step: () => Promise<void>): boolean {
    if (!this.going) return false;
    this.step(step);
    return true;
  }

  private step(run: () => Promise<void>): void {
    this.queue = this.queue.then(async () => {
      if (!this.going) return;
      try {
        await run();
      } catch (error) {
        this.leave();
        sayRefusal(this.desk, error);
      }
    });
  }

  /** leave gives the keys back. */
  private leave(): void {
    if (!this.going) return;
    this.going = false;
    const { view } = this.desk;
    // It may be called from within an update of the editor.
    queueMicrotask(() => {
      if (this.going) return;
      if (view.state.field(active, false)) view.dispatch({ effects: activate.of(null) });
      this.showSigns();
    });
  }

  private async go(backward: boolean, from?: number): Promise<void> {
    const { view, analysis, engine } = this.desk;
    const at = view.state.field(active);
    const { main } = view.state.selection;
    await analysis.upToDate();
    const { version } = analysis;
    const found = await engine.nextSuggestion({
      version,
      lang: lang(),
      from: from ?? at?.from ?? main.from,
      here: from !== undefined || !at,
      backward,
    });
    // Any other text ends the going, and what goes on then was begun anew.
    if (this.going && version === analysis.version) this.activate(found);
  }

  private activate({ suggestion: next, index, total }: FoundSuggestion): void {
    const { view } = this.desk;
    const w = words().suggestions;
    if (!next) {
      this.notices.say(w.noneLeft);
      this.leave();
      return;
    }
    view.dispatch({
      selection: EditorSelection.single(next.from, next.to),
      effects: [activate.of(next), EditorView.scrollIntoView(next.from, { y: "center" })],
      annotations: bySuggesting.of(true),
      userEvent: "select",
    });
    const what = w.active(index + 1, total, words().kinds[next.kind], next.text, sentence(next.why));
    this.notices.say(this.explained ? what : together([what, w.keys]));
    this.explained = true;
  }

  private async acceptActive(): Promise<void> {
    const now = this.desk.view.state.field(active);
    if (!now) return await this.go(false);
    await this.acceptAt(now, "one", true);
    if (this.going) await this.go(false, this.desk.view.state.selection.main.to);
  }

  private async skipActive(): Promise<void> {
    const { view } = this.desk;
    const { document } = this.session;
    const now = view.state.field(active);
    if (!now) return await this.go(false);
    this.memory.skip(document.id, now.id);
    const learned = { text: now.text, kind: now.kind, accepted: 0, rejected: 1 };
    this.memory.decide([learned]);
    await this.add([learned]);
    if (this.going) await this.go(false, now.to);
  }

  /** acceptAt makes a mark where a suggestion is now, as one step of undo. isActive says
   * that it is the suggestion whose keys are taken: then what the engine refuses is thrown, for
   * step ends going through the suggestions and says it. */
  private async acceptAt(
    suggestion: Range & { kind: Suggestion["kind"] },
    scope: Scope,
    isActive: boolean,
  ): Promise<number> {
    let learned: Learned[] = [];
    const { kind, from, to } = suggestion;
    const verb: Verb<Accepted> = {
      event: "mark",
      ask: async (engine, version) => {
        const answer = await engine.accept({ version, lang: lang(), scope, kind, from, to });
        learned = answer.learned;
        return answer;
      },
      done: (answer) => (isActive ? "" : words().suggestions.accepted(answer.count)),
      scrolls: false,
      effects: isActive ? [activate.of(null)] : [],
      annotations: isActive ? [bySuggesting.of(true)] : [],
    };
    const count = await (isActive ? askAndApply(this.desk, verb) : carryOut(this.desk, verb));
    if (count > 0) this.memory.decide(learned);
    return count;
  }

  /** remember gives the engine all that is known beside this document. */
  private async remember(): Promise<void> {
    await Promise.all([this.memory.load(), this.learning]);
    const { id } = this.session.document;
    await this.teach(this.memory.learned(id), false);
  }

  private add(learned: Learned[]): Promise<void> {
    return this.teach(learned, true);
  }

  private async teach(learned: Learned[], add: boolean): Promise<void> {
    const { engine, analysis } = this.desk;
    const { document } = this.session;
    try {
      await engine.remember({ lang: lang(), learned, add, skipped: this.memory.skipped(document.id) });
      if (this.wanted) analysis.requestReport();
    } catch {
      // A new engine is told again.
    }
  }

  /** learn notes what the document's marks hold now, for other documents. */
  private async learn(): Promise<void> {
    const { engine, analysis } = this.desk;
    const { document } = this.session;
    if (!analysis.report?.analysed) return;
    try {
      const { items } = await engine.markedWords({ version: analysis.version, lang: lang(), most });
      this.memory.keep(document.id, items);
    } catch {
      // The next change asks again.
    }
  }
}

export const suggesting = service<Suggesting>("suggesting");
