import type { Workbench } from "../app/workbench.ts";
import { EngineError } from "../engine/engine-error.ts";
import type {
  AgreementFigure,
  Comparing,
  ComparisonRow,
  ComparisonRows,
  WeighedText,
  Window,
} from "../engine/protocol.gen.ts";
import { sayFailure } from "../files/workspace.ts";
import { sayRefusal, whyRefused } from "../text/desk.ts";
import { goTo } from "../text/problems.ts";
import { carryOut } from "../text/verb.ts";
import { lang, words } from "../words/words.ts";
import { besideOf, keepBeside, type Left } from "./beside.ts";
import { Decided } from "./decided.ts";
import { driftOf } from "./drift.ts";
import { pickOthers, type Other } from "./others.ts";
import { openResult } from "./result.ts";
import { run, weigh } from "./running.ts";

/**
 * Comparison is the open document beside other texts: what they are, how they are
 * compared, which rows are shown and what was decided. The engine holds the rows.
 * Events: "change".
 */
export class Comparison extends EventTarget {
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
  left: Left[] = [];
  private decided: Decided | null = null;
  private window: Window = { first: 0, count: 30 };
  private of = "";
  private abort = new AbortController();
  private line: Promise<unknown> = Promise.resolve();

  constructor(readonly bench: Workbench) {
    super();
    bench.addEventListener("document", () => this.opened());
    bench.addEventListener("report", () => this.changed());
    driftOf(bench).addEventListener("change", () => {
      if (this.kind === "drift") void this.look();
      else this.tell();
    });
    this.opened();
  }

  private opened(): void {
    if (this.of === this.bench.document.id) return;
    this.of = this.bench.document.id;
    this.close();
    this.left = [];
    void besideOf(this.of).then(
      ({ id, left }) => {
        if (id !== this.of) return;
        this.left = left ?? [];
        this.tell();
      },
      () => {},
    );
  }

  /** Whether the document has changed since it was compared. */
  get stale(): boolean {
    return this.answer !== null && this.answer.version !== this.bench.analysis.version;
  }

  private wasStale = false;
  private changed(): void {
    if (this.stale === this.wasStale) return;
    this.wasStale = this.stale;
    this.tell();
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
    this.abort.abort();
    const { kind, bench } = this;
    if (kind && kind !== "drift") void bench.engine.stopComparison({ kind, lang: lang() }).catch(() => {});
    this.others = [];
    this.kind = null;
    this.weighed = null;
    this.refusal = "";
    this.clear();
    this.tell();
  }

  private clear(): void {
    this.progress = this.answer = this.figures = null;
    this.states = [];
    this.position = 0;
    this.window = { first: 0, count: 30 };
    this.decided = null;
  }

  /** pick lets the person choose files to compare with. */
  async pick(): Promise<void> {
    const others = await pickOthers(this.bench, 2);
    if (others.length > 0) await this.with(others);
  }

  /** pickMore adds another annotator from a file. */
  async pickMore(): Promise<void> {
    const [more] = await pickOthers(this.bench, 1);
    if (!more || !this.others[0]) return;
    this.others = [this.others[0], more];
    await this.start("annotators");
  }

  /** with compares with texts, in the way that suits them. */
  async with(others: Other[]): Promise<void> {
    const { bench } = this;
    this.close();
    try {
      this.weighed = await weigh(bench, others[0]!.text);
    } catch (error) {
      this.fail(error);
      return;
    }
    this.others = others;
    const { recommended } = this.weighed;
    const kind =
      others.length > 1
        ? "annotators"
        : others[0]!.older && recommended === "carry"
          ? "practices"
          : recommended === "drift"
            ? "text"
            : recommended;
    await this.start(kind);
  }

  /** withBase shows where the text has left its base. */
  async withBase(): Promise<void> {
    this.close();
    this.kind = "drift";
    await this.look();
  }

  /** takeAsBase makes the text as it is now the base. */
  async takeAsBase(): Promise<void> {
    const { bench } = this;
    await driftOf(bench).take({ text: bench.view.state.doc.toString(), name: bench.name });
    bench.say(words().compare.drift.taken);
  }

  /** pickBase makes a file the base. */
  async pickBase(): Promise<void> {
    const [base] = await pickOthers(this.bench, 1);
    if (!base) return;
    await driftOf(this.bench).take({ text: base.text, name: base.name });
    await this.withBase();
  }

  /** start compares in another way, or again. */
  async start(kind: Comparing): Promise<void> {
    const { bench, others } = this;
    if (kind === "drift") {
      await this.withBase();
      return;
    }
    this.abort.abort();
    const abort = (this.abort = new AbortController());
    this.clear();
    this.kind = kind;
    this.refusal = "";
    this.progress = { done: 0, total: 1 };
    this.tell();
    const texts = others.slice(0, kind === "annotators" ? 2 : 1).map(({ text }) => text);
    try {
      const begins = () =>
        (this.decided = new Decided(bench, this.of, kind, [bench.view.state.doc.toString(), ...texts]));
      const step = (done: number, total: number) => {
        if (abort.signal.aborted) return;
        this.progress = { done, total };
        this.tell();
      };
      const ended = await run(bench, { kind, begins, older: others[0]!.older, texts }, step, abort.signal);
      if (!ended || abort.signal.aborted) return;
      this.progress = null;
      await this.decided?.again();
      await this.look();
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
    this.bench.say(words().compare.cancelled);
  }

  private fail(error: unknown): void {
    if (!(error instanceof EngineError)) throw error;
    this.refusal = whyRefused(error, words().compare.failed);
    this.tell();
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
    const { engine } = this.bench;
    if (!kind || this.progress) return;
    if (kind === "drift" && driftOf(this.bench).version === 0) {
      this.answer = null;
      this.tell();
      return;
    }
    try {
      const answer = await engine.comparisonRows({ kind, states: this.states, rows: this.window, lang: lang() });
      if (this.kind !== kind) return;
      this.answer = answer;
      this.position = Math.max(0, Math.min(this.position, answer.total - 1));
      if (kind === "annotators" && !this.figures)
        this.figures = (await engine.agreement({ kind, lang: lang() })).figures;
    } catch (error) {
      // The engine was started anew, or the watch of the base compares again.
      if (!(error instanceof EngineError)) throw error;
      if (kind === "drift") return;
      this.refusal = whyRefused(error, words().compare.failed);
    }
    this.tell();
  }

  /** goTo makes a row the current one. */
  async moveTo(position: number): Promise<void> {
    const total = this.answer?.total ?? 0;
    this.position = Math.max(0, Math.min(position, total - 1));
    const { answer } = this;
    if (answer && (this.position < answer.first || this.position >= answer.first + answer.items.length)) {
      this.window = { first: Math.max(0, this.position - 15), count: 40 };
      await this.look();
    }
    this.tell("move");
  }

  /** next goes to the next row that wants a decision or shows a difference. */
  next(backward: boolean): void {
    this.queue(() => this.step(backward, this.position));
  }

  private async step(backward: boolean, from: number): Promise<void> {
    const { kind } = this;
    if (!kind || this.progress) return;
    const { position } = await this.bench.engine.nextRow({
      kind,
      states: this.states,
      position: from,
      backward,
      lang: lang(),
    });
    if (position >= 0) await this.moveTo(position);
    else if (from >= 0) this.bench.say(words().compare.noneLeft);
  }

  /** show goes to the current row's place in the text. */
  go(focus: boolean): void {
    const row = this.current;
    if (!row || row.from < 0) return;
    if (this.stale) this.bench.say(words().compare.stale, "refusal");
    else goTo(this.bench, row, focus);
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
      this.bench.say(words().compare.undone);
    });
  }

  /** Keys may come faster than answers: each is done after the one before. */
  private queue(work: () => Promise<void>): void {
    this.line = this.line.then(work).catch((error: unknown) => sayRefusal(this.bench, error, words().compare.failed));
  }

  /** restore gives the current place of the drift, or all, the words of the base. */
  async restore(every: boolean): Promise<void> {
    const row = this.current;
    if (!every && !row) return;
    const { bench } = this;
    await carryOut(bench, {
      event: "restore",
      ask: (engine, version) =>
        engine.restoreRows({ version, rows: every ? [] : [row!.row], all: every, lang: lang() }),
      done: ({ count }) => words().compare.drift.restored(count),
    });
  }

  /** open opens the document that the decisions make, beside this one. */
  async open(): Promise<void> {
    const { kind, bench } = this;
    if (kind !== "annotators" && kind !== "carry") return;
    await this.line;
    await openResult(bench, kind, this.others[0]!);
  }

  /** dismiss takes marks off the list of those that found no place; all without one. */
  async dismiss(one?: Left): Promise<void> {
    this.left = one ? this.left.filter((mark) => mark !== one) : [];
    this.tell();
    const { left } = this;
    await keepBeside(this.of, (beside) => ({ ...beside, left })).catch((error: unknown) =>
      sayFailure(this.bench, error, this.bench.name),
    );
  }

  private tell(what: "change" | "move" = "change"): void {
    this.dispatchEvent(new Event(what));
    if (what === "move") this.dispatchEvent(new Event("change"));
  }
}

const every = new WeakMap<Workbench, Comparison>();

/** comparisonOf returns the comparison of a workbench. */
export function comparisonOf(bench: Workbench): Comparison {
  let one = every.get(bench);
  if (!one) every.set(bench, (one = new Comparison(bench)));
  return one;
}
