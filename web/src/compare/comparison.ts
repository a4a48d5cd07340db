import { EngineError } from "../engine/engine-error.ts";
import type {
  AgreementFigure,
  Comparing,
  ComparisonRow,
  ComparisonRows,
  WeighedText,
  Window,
} from "../engine/protocol.gen.ts";
import { besideOf, keepBeside, type UnplacedMark } from "../files/beside.ts";
import { sayFailure } from "../files/workspace.ts";
import { desk } from "../services/desk.ts";
import { Events } from "../services/events.ts";
import { navigation, type Navigation } from "../services/navigation.ts";
import { notices, type Notices } from "../services/notices.ts";
import { of, provide, service } from "../services/service.ts";
import { session, type Session } from "../services/session.ts";
import { sayRefusal, whyRefused, type Desk } from "../text/desk.ts";
import { carryOut } from "../text/verb.ts";
import { lang, words } from "../words/words.ts";
import { Decided } from "./decided.ts";
import { drift, type Drift } from "./drift.ts";
import { pickOthers, type Other } from "./others.ts";
import { openResult } from "./result.ts";
import { kindFor, run, weigh } from "./running.ts";

/**
 * Comparison is the open document beside other texts: what they are, how they are
 * compared, which rows are shown and what was decided. The engine holds the rows.
 * Events: "change"; "move", when another row became the current one.
 */
export class Comparison extends Events<"change" | "move"> {
  others: Other[] = [];
  kind: Comparing | null = null;
  weighed: WeighedText | null = null;
  /** How far the comparison is, null where none is under way. */
  progress: { done: number; total: number } | null = null;
  /** The rows shown, null before there are any. */
  answer: ComparisonRows | null = null;
  states: string[] = [];
  /** The position of the current row in the list. */
  position = 0;
  figures: AgreementFigure[] | null = null;
  /** Why the texts cannot be compared so; "" where they can. */
  refusal = "";
  /** The marks that found no place when the document was made of an older one. */
  unplaced: UnplacedMark[] = [];
  private decided: Decided | null = null;
  private window: Window = { first: 0, count: 30 };
  private of = "";
  /** Ends the comparison: late answers about it are dropped. */
  private abort = new AbortController();
  private line: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly desk: Desk,
    private readonly session: Session,
    private readonly notices: Notices,
    private readonly navigation: Navigation,
    private readonly drift: Pick<Drift, "version" | "take" | "addEventListener">,
  ) {
    super();
    session.addEventListener("opened", () => this.opened());
    desk.analysis.addEventListener("report", () => this.changed());
    drift.addEventListener("change", () => {
      if (this.kind === "drift") void this.look();
      else this.tell("change");
    });
    this.opened();
  }

  private opened(): void {
    this.of = this.session.document.id;
    this.close();
    this.unplaced = [];
    void besideOf(this.of).then(
      ({ id, left }) => {
        if (id !== this.of) return;
        this.unplaced = left ?? [];
        this.tell("change");
      },
      () => {},
    );
  }

  /** Whether the document has changed since it was compared. */
  get stale(): boolean {
    return this.answer !== null && this.answer.version !== this.desk.analysis.version;
  }

  private wasStale = false;
  private changed(): void {
    if (this.stale === this.wasStale) return;
    this.wasStale = this.stale;
    this.tell("change");
  }

  /** Whether there are decisions to take back. */
  get undoable(): boolean {
    return this.decided?.undoable ?? false;
  }

  get current(): ComparisonRow | undefined {
    const { answer } = this;
    return answer?.items[this.position - answer.first];
  }

  /** count returns how many rows are in a state. */
  count(state: string): number {
    return this.answer?.counts.find((one) => one.state === state)?.count ?? 0;
  }

  /** close goes back to the choice of texts. */
  close(): void {
    this.renew();
    const { kind } = this;
    if (kind && kind !== "drift") void this.desk.engine.stopComparison({ kind, lang: lang() }).catch(() => {});
    this.others = [];
    this.kind = null;
    this.weighed = null;
    this.refusal = "";
    this.clear();
    this.tell("change");
  }

  private renew(): AbortController {
    this.abort.abort();
    return (this.abort = new AbortController());
  }

  private clear(): void {
    this.wasStale = false;
    this.progress = this.answer = this.figures = null;
    this.states = [];
    this.position = 0;
    this.window = { first: 0, count: 30 };
    this.decided = null;
  }

  /** pick lets the person choose files to compare with. */
  async pick(): Promise<void> {
    const others = await pickOthers(2);
    if (others.length > 0) await this.with(others);
  }

  /** pickMore adds another annotator from a file. */
  async pickMore(): Promise<void> {
    const [more] = await pickOthers(1);
    if (!more || !this.others[0]) return;
    this.others = [this.others[0], more];
    await this.start("annotators");
  }

  /** with compares with texts, in the way that suits them. */
  async with(others: Other[]): Promise<void> {
    this.close();
    const { signal } = this.abort;
    const weighed = await weigh(this.desk, others[0]!.text).catch((error: unknown) => {
      if (!signal.aborted) this.fail(error);
    });
    if (!weighed || signal.aborted) return;
    this.weighed = weighed;
    this.others = others;
    await this.start(kindFor(weighed, others));
  }

  /** withBase shows where the text has left its base. */
  async withBase(): Promise<void> {
    this.close();
    this.kind = "drift";
    await this.look();
  }

  /** takeAsBase makes the text as it is now the base. */
  async takeAsBase(): Promise<void> {
    await this.drift.take({ text: this.session.text.toString(), name: this.session.name });
    this.notices.say(words().compare.drift.taken);
  }

  /** pickBase makes a file the base. */
  async pickBase(): Promise<void> {
    const [base] = await pickOthers(1);
    if (!base) return;
    await this.drift.take({ text: base.text, name: base.name });
    await this.withBase();
  }

  /** start compares in another way, or again. */
  async start(kind: Comparing): Promise<void> {
    const { desk, session, others } = this;
    if (kind === "drift") {
      await this.withBase();
      return;
    }
    const abort = this.renew();
    this.clear();
    this.kind = kind;
    this.refusal = "";
    this.progress = { done: 0, total: 1 };
    this.tell("change");
    const texts = others.slice(0, kind === "annotators" ? 2 : 1).map(({ text }) => text);
    try {
      const begins = () =>
        (this.decided = new Decided(desk.engine, this.of, session.name, kind, [session.text.toString(), ...texts]));
      const step = (done: number, total: number) => {
        if (abort.signal.aborted) return;
        this.progress = { done, total };
        this.tell("change");
      };
      const ended = await run(this.desk, { kind, begins, older: others[0]!.older, texts }, step, abort.signal);
      if (!ended || abort.signal.aborted) return;
      this.progress = null;
      await this.decided?.again();
      await this.look();
      if (abort.signal.aborted) return;
      if (kind === "annotators" || kind === "carry") await this.step(false, -1);
    } catch (error) {
      if (abort.signal.aborted) return;
      this.progress = null;
      this.fail(error);
    }
  }

  /** cancel gives the comparison up that is under way. */
  cancel(): void {
    this.close();
    this.notices.say(words().compare.cancelled);
  }

  private fail(error: unknown): void {
    if (!(error instanceof EngineError)) throw error;
    this.refusal = whyRefused(error, words().compare.failed);
    this.tell("change");
  }

  /** show says which rows are on the screen. */
  show(window: Window): void {
    this.window = window;
    void this.look();
  }

  /** filter chooses the rows of states; none for all. */
  filter(states: string[]): void {
    this.states = states;
    this.position = 0;
    this.window = { first: 0, count: 30 };
    void this.look();
  }

  /** look asks for the rows that are on the screen. */
  async look(): Promise<void> {
    const { kind } = this;
    const { signal } = this.abort;
    const { engine } = this.desk;
    if (!kind || this.progress) return;
    if (kind === "drift" && this.drift.version === 0) {
      this.answer = null;
      this.tell("change");
      return;
    }
    try {
      const answer = await engine.comparisonRows({ kind, states: this.states, rows: this.window, lang: lang() });
      if (signal.aborted) return;
      this.answer = answer;
      this.wasStale = this.stale;
      this.position = Math.max(0, Math.min(this.position, answer.total - 1));
      if (kind === "annotators" && !this.figures) {
        const { figures } = await engine.agreement({ kind, lang: lang() });
        if (signal.aborted) return;
        this.figures = figures;
      }
    } catch (error) {
      // The engine was started anew, or the watch of the base compares again.
      if (!(error instanceof EngineError)) throw error;
      if (kind === "drift" || signal.aborted) return;
      this.refusal = whyRefused(error, words().compare.failed);
    }
    this.tell("change");
  }

  /** moveTo makes a row the current one. */
  async moveTo(position: number): Promise<void> {
    const total = this.answer?.total ?? 0;
    this.position = Math.max(0, Math.min(position, total - 1));
    const { answer } = this;
    if (answer && (this.position < answer.first || this.position >= answer.first + answer.items.length)) {
      this.window = { first: Math.max(0, this.position - 15), count: 40 };
      await this.look();
    }
    this.tell("move");
    this.tell("change");
  }

  /** next goes to the next row that wants a decision or shows a difference. */
  next(backward: boolean): void {
    this.queue(() => this.step(backward, this.position));
  }

  private async step(backward: boolean, from: number): Promise<void> {
    const { kind } = this;
    const { signal } = this.abort;
    if (!kind || this.progress) return;
    const { position } = await this.desk.engine.nextRow({
      kind,
      states: this.states,
      position: from,
      backward,
      lang: lang(),
    });
    if (signal.aborted) return;
    if (position >= 0) await this.moveTo(position);
    else if (from >= 0) this.notices.say(words().compare.noneLeft);
  }

  /** follow shows the current row's place in the text, where the text is to be seen. */
  follow(): void {
    const row = this.placed();
    if (row) this.navigation.follow(row);
  }

  /** go goes to the current row's place in the text; focus says whether the keyboard's
   * focus goes there too. */
  go(focus: boolean): void {
    const row = this.placed();
    if (row) this.navigation.reveal(row, focus);
  }

  /** The current row where it has a place in the text. That it is no longer known is
   * said. */
  private placed(): ComparisonRow | null {
    const row = this.current;
    if (!row || row.from < 0) return null;
    if (!this.stale) return row;
    this.notices.say(words().compare.stale, "refusal");
    return null;
  }

  /** decide decides on the current row and goes on to the next. A choice that cannot
   * be made is said. */
  decide(choice: number): void {
    this.queue(async () => {
      const { current, decided } = this;
      if (!current || !decided) return;
      await decided.decide(current.row, choice);
      await this.look();
      await this.step(false, this.states.length > 0 ? this.position - 1 : this.position);
    });
  }

  /** undo takes the last decision back. */
  undo(): void {
    this.queue(async () => {
      const row = await this.decided?.undo();
      if (row === undefined) return;
      if (this.states.length === 0) this.position = row;
      await this.look();
      await this.moveTo(this.position);
      this.notices.say(words().compare.undone);
    });
  }

  /** Keys may come faster than answers: each is done after the one before. */
  private queue(work: () => Promise<void>): void {
    this.line = this.line.then(work).catch((error: unknown) => sayRefusal(this.desk, error, words().compare.failed));
  }

  /** restore gives the current place of the drift, or all, the words of the base. */
  async restore(every: boolean): Promise<void> {
    const row = this.current;
    if (!every && !row) return;
    await carryOut(this.desk, {
      event: "restore",
      ask: (engine, version) =>
        engine.restoreRows({ version, rows: every ? [] : [row!.row], all: every, lang: lang() }),
      done: ({ count }) => words().compare.drift.restored(count),
    });
  }

  /** open opens the document that the decisions make, beside this one. */
  async open(): Promise<void> {
    const { kind } = this;
    if (kind !== "annotators" && kind !== "carry") return;
    await this.line;
    await openResult(kind, this.others[0]!);
  }

  /** dismiss takes marks off the list of those that found no place; all without one. */
  async dismiss(one?: UnplacedMark): Promise<void> {
    this.unplaced = one ? this.unplaced.filter((mark) => mark !== one) : [];
    this.tell("change");
    const left = this.unplaced;
    await keepBeside(this.of, (beside) => ({ ...beside, left })).catch((error: unknown) =>
      sayFailure(error, this.session.name),
    );
  }
}

export const comparison = service<Comparison>("comparison");

// It comes with this part of the page, when it is wanted first.
provide(comparison, () => new Comparison(of(desk), of(session), of(notices), of(navigation), of(drift)));
