import type { ChangeSet, Extension, Text } from "@codemirror/state";
import { EditorView, type ViewUpdate } from "@codemirror/view";
import type { EngineClient } from "../engine/contract.ts";
import { EngineError } from "../engine/engine-error.ts";
import type { Changes, Lang, LoadRequest, Report, RuleLevel } from "../engine/protocol.gen.ts";
import { long, textOf } from "./long-text.ts";
import { lang } from "../words/words.ts";
import { Composition } from "./composition.ts";
import { completed } from "./kept.ts";
import { Looking } from "./looking.ts";
import { known, showReport } from "./report.ts";
import { fromWire, toWire } from "./wire.ts";

/** Edits are what an answer that changes the text has, whatever else it says. */
export type Edits = Pick<Changes, "version" | "changes" | "select" | "count">;

/** Tracker gathers what is typed while an answer is on its way. */
interface Tracker {
  changes: ChangeSet | null;
}

const compose = (before: ChangeSet | null, next: ChangeSet): ChangeSet => (before ? before.compose(next) : next);

/** Copy is the text that the engine has, or will have once it has done what it was sent.
 * Each sending makes another, so that an answer knows whether it is about the last. */
interface Copy {
  readonly doc: Text;
  readonly version: number;
}

/** How often a stale or broken answer is asked for again before Analysis waits for the
 * next change of the text, so that page and engine do not go round in a circle. */
const patience = 3;

/**
 * Analysis keeps the engine's copy of the text up to date with the editor's, and shows
 * what the engine reports on it. At most one report is on its way; what a person types
 * until it arrives is sent together after it. Event: "report" after each report shown.
 */
export class Analysis extends Looking {
  /** The version of the text in the editor: grows by one with each change. */
  version = 1;
  private view: EditorView | null = null;
  private engine: EngineClient | null = null;

  /** The engine's copy, null when the engine must be given the whole text. unsent is what
   * has changed since the copy was made. */
  private copy: Copy | null = null;
  private unsent: ChangeSet | null = null;
  /** The copy that a new engine was handed and has not reported on. */
  private handed: Copy | null = null;
  /** The last report, which the next builds on; null when the next must be complete. */
  private last: Report | null = null;
  private inFlight = false;
  /** When the engine was last heard of, in milliseconds of the page's clock. */
  private heard = 0;
  private wanted = false;
  private scheduled = false;
  private failures = 0;
  private generation = 0;
  private readonly trackers = new Set<Tracker>();
  private readonly waiting: (() => void)[] = [];
  private readonly asking = new Set<Promise<void>>();
  /** The end of the queue of inTurn, and how many acts are in it. */
  private turn: Promise<void> = Promise.resolve();
  private turns = 0;
  private readonly composition = new Composition(
    () => this.view,
    () => this.composed(),
  );
  /** A report that waits for the end of a composition. */
  private held: { report: Report; tracker: Tracker } | null = null;

  /** The levels that documents lie in. */
  private levels: RuleLevel[] = [];
  private levelsSent = true;

  /** spoken is the language in which the engine answers. */
  constructor(spoken: () => Lang = lang) {
    super(spoken);
  }

  /** The part of the editor that this is. */
  readonly extension: Extension = [
    known,
    EditorView.updateListener.of((update) => this.updated(update)),
    this.composition.extension,
  ];

  attach(view: EditorView): void {
    this.view = view;
    this.requestReport();
  }

  /** reset says that the editor has another document. An answer that is still on its way
   * is about the document before and will not be shown. */
  reset(): void {
    this.version++;
    this.generation++;
    this.copy = null;
    this.handed = null;
    this.unsent = null;
    this.failures = 0;
    this.held = null;
    this.lookAnew();
    this.trackers.clear();
    this.requestReport();
  }

  /** connect gives the engine to ask, null for none from now on. */
  connect(engine: EngineClient | null): void {
    this.engine = engine;
    this.copy = null;
    this.handed = null;
    this.failures = 0;
    if (!engine) this.release();
    this.requestReport();
  }

  /** The last report, or null before the first. */
  get report(): Report | null {
    return this.view?.state.field(known).report ?? null;
  }

  /** setLevels gives the levels that documents lie in. */
  setLevels(levels: RuleLevel[]): void {
    if (JSON.stringify(levels) === JSON.stringify(this.levels)) return;
    this.levels = levels;
    this.levelsSent = false;
    this.requestReport();
  }

  /** The document for an engine that takes the place of one that died. */
  handOver(): LoadRequest | undefined {
    if (!this.view) return undefined;
    this.unsent = null;
    this.last = null;
    const { doc } = this.view.state;
    const { version, levels } = this;
    this.copy = this.handed = { doc, version };
    this.levelsSent = true;
    return { version, text: textOf(doc), view: this.looking(this.view, 0), levels };
  }

  /** The new engine's report on the document that handOver gave. */
  restored(report: Report): void {
    const { handed } = this;
    this.handed = null;
    if (handed && report.length !== handed.doc.length) this.copy = null;
    else if (handed && report.version === this.version) this.take(report, { changes: null });
    this.requestReport();
  }

  /**
   * ask asks the engine for edits of the text as it is now and hands them to apply
   * as a change of the editor's text, mapped through what was typed since.
   * Rejects with an EngineError.
   */
  async ask<Answer extends Edits>(
    question: (engine: EngineClient, version: number) => Promise<Answer>,
    apply: (changes: ChangeSet, answer: Answer, since: ChangeSet | null) => void,
  ): Promise<void> {
    const asked = this.askFor(question, apply);
    this.asking.add(asked);
    try {
      await asked;
    } finally {
      this.asking.delete(asked);
      this.goOn();
    }
  }

  /**
   * inTurn acts when everything asked for before is done and the resulting marks are
   * known, because keys may come faster than answers. since is what has changed in
   * between. It does nothing when another document has taken the place of this one.
   */
  inTurn(act: (since: ChangeSet | null) => Promise<unknown> | void): Promise<void> {
    const tracker = this.track();
    this.turns++;
    const now = this.turn.then(async () => {
      try {
        await this.caughtUp();
        if (this.trackers.delete(tracker)) await act(tracker.changes);
      } finally {
        this.turns--;
        this.goOn();
      }
    });
    this.turn = now.catch(() => {});
    return now;
  }

  /** caughtUp waits until every question is answered and the engine has the text as it
   * is now. */
  private async caughtUp(): Promise<void> {
    do {
      await Promise.allSettled(this.asking);
      await this.upToDate();
    } while (this.asking.size > 0);
  }

  /** settled waits until every question is answered, and the engine has the text as it
   * is now and has worked all of it out. */
  async settled(): Promise<void> {
    for (;;) {
      const { turn } = this;
      await turn;
      await this.caughtUp();
      if (turn !== this.turn) continue;
      // Each part that the engine works out comes with a report of its own.
      if (!this.report?.pending || !this.engine || this.engine.state === "failed" || this.failures >= patience) return;
      await new Promise<void>((done) => this.waiting.push(done));
    }
  }

  private async askFor<Answer extends Edits>(
    question: (engine: EngineClient, version: number) => Promise<Answer>,
    apply: (changes: ChangeSet, answer: Answer, since: ChangeSet | null) => void,
  ): Promise<void> {
    const { view, engine } = this;
    if (!view || !engine) throw new EngineError("failed", "");
    for (let tries = 0; ; tries++) {
      await this.upToDate();
      const { version, generation } = this;
      const length = view.state.doc.length;
      const tracker = this.track();
      try {
        const answer = await question(engine, version);
        if (answer.version !== version) throw new EngineError("stale", "");
        await this.composition.over();
        if (generation !== this.generation) throw new EngineError("closed", "");
        const changes = fromWire(answer.changes, length);
        apply(tracker.changes ? changes.map(tracker.changes) : changes, answer, tracker.changes);
        return;
      } catch (error) {
        const code = error instanceof EngineError ? error.code : "broken";
        if ((code !== "stale" && code !== "restarted") || tries >= patience) throw error;
        if (code === "stale") this.copy = null;
      } finally {
        this.trackers.delete(tracker);
      }
    }
  }

  /** upToDate waits until the engine has the text as it is now; at once when it
   * does not run. */
  async upToDate(): Promise<void> {
    while (this.engine && this.engine.state !== "failed" && !this.current()) {
      if (!this.inFlight) this.requestReport();
      await new Promise<void>((done) => this.waiting.push(done));
      if (this.failures >= patience) return;
    }
  }

  /** requestReport asks for a report as soon as one may be sent. */
  requestReport(): void {
    this.wanted = true;
    if (this.scheduled) return;
    this.scheduled = true;
    const send = () => {
      this.scheduled = false;
      this.send();
    };
    // A large text is shown before it is handed over.
    if (this.copy === null && (this.view?.state.doc.length ?? 0) > long) setTimeout(send);
    else queueMicrotask(send);
  }

  /** For how many milliseconds the engine has not been needed, 0 while it is. */
  idleFor(): number {
    return this.inFlight || this.wanted || this.asking.size > 0 ? 0 : performance.now() - this.heard;
  }

  private current(): boolean {
    return this.copy !== null && this.unsent === null && !this.inFlight;
  }

  private track(changes: ChangeSet | null = null): Tracker {
    const tracker: Tracker = { changes };
    this.trackers.add(tracker);
    return tracker;
  }

  private updated(update: ViewUpdate): void {
    if (update.docChanged) {
      this.version++;
      this.failures = 0;
      this.unsent = compose(this.unsent, update.changes);
      for (const tracker of this.trackers) tracker.changes = compose(tracker.changes, update.changes);
    }
    if (update.docChanged || update.selectionSet || update.viewportChanged) this.requestReport();
  }

  /** composed goes on with what waited for the end of a composition. */
  private composed(): void {
    if (this.held) this.show(this.held.report, this.held.tracker);
    this.requestReport();
  }

  private send(): void {
    const { view, engine } = this;
    if (!view || !engine || !this.wanted || this.inFlight || this.composition.isGoingOn) return;
    if (engine.state === "failed" || this.failures >= patience) {
      this.release();
      return;
    }
    this.wanted = false;
    this.inFlight = true;
    const tracker = this.track();
    const { version, generation } = this;
    const doc = view.state.doc;
    const { copy: base, unsent } = this;
    const copy = { doc, version };
    this.copy = copy;
    this.unsent = null;
    // An engine that takes the place of another knows nothing of that one's reports.
    if (base === null || engine.state !== "ready") this.last = null;
    const { last } = this;
    const look = this.looking(view, last?.serial ?? 0);
    const { levels, levelsSent } = this;
    if (base === null || unsent === null) this.levelsSent = true;
    else if (!levelsSent) this.wanted = true;
    const answer =
      base === null
        ? engine.load({ version, text: textOf(doc), view: look, levels })
        : unsent === null
          ? levelsSent
            ? engine.look({ version, view: look })
            : engine.setLevels({ version, view: look, levels })
          : engine.edit({ base: base.version, version, changes: toWire(unsent, base.doc, doc), view: look });
    answer
      .then((answer) => {
        if (answer.length !== doc.length) throw new EngineError("stale", "the engine holds another text");
        this.failures = 0;
        const report = completed(answer, last, unsent);
        if (this.copy === copy) this.last = report;
        if (report.version === version && generation === this.generation) this.take(report, tracker);
      })
      .catch((error: unknown) => {
        if (generation === this.generation) this.refused(error, copy);
      })
      .finally(() => {
        this.trackers.delete(tracker);
        this.inFlight = false;
        this.heard = performance.now();
        this.release();
        if (this.wanted) this.requestReport();
        else this.goOn();
      });
  }

  /** goOn lets the engine continue with pending work, after everything that somebody
   * asked for. */
  private goOn(): void {
    if (this.last?.pending && this.turns === 0 && this.asking.size === 0) this.requestReport();
  }

  /** refused handles an engine that could not take a copy or report on it. */
  private refused(error: unknown, copy: Copy): void {
    this.last = null;
    const code = error instanceof EngineError ? error.code : "broken";
    if (code === "closed" || code === "failed") return;
    this.failures++;
    // An engine that refuses a report has lost track and is given the whole text, except
    // when it was restarted or has been handed a later copy: then it has that one.
    if (code !== "restarted" && this.copy === copy) this.copy = null;
    this.levelsSent = false;
    this.wanted = true;
    if (code === "broken") console.error(error);
  }

  private release(): void {
    for (const done of this.waiting.splice(0)) done();
  }

  private take(report: Report, tracker: Tracker): void {
    if (this.composition.isGoingOn) {
      this.held = { report, tracker: this.track(tracker.changes) };
      return;
    }
    this.show(report, tracker);
  }

  private show(report: Report, tracker: Tracker): void {
    if (this.held) this.trackers.delete(this.held.tracker);
    this.held = null;
    this.view?.dispatch({ effects: showReport.of({ report, since: tracker.changes?.desc ?? null }) });
    this.dispatchEvent(new Event("report"));
  }
}
