import { EngineError } from "../engine/engine-error.ts";
import { besideOf, keepBeside, type Base } from "../files/beside.ts";
import { Events } from "../services/events.ts";
import type { Notices } from "../services/notices.ts";
import { service } from "../services/service.ts";
import type { Session } from "../services/session.ts";
import type { Desk } from "../text/desk.ts";
import { lang, words } from "../words/words.ts";
import { run } from "./running.ts";

/** Milliseconds without a change before the text is held against its base; for texts
 * longer than so many UTF-16 units, the longer pause. */
const pause = 500;
const long = 1_000_000;
const longPause = 2500;

/**
 * Drift watches whether the plain text of the open document has left its base. Only
 * one comparison of a text with its base is under way at a time. Events: "change".
 */
export class Drift extends Events<"change"> {
  base: Base | null = null;
  /** How many places differ; null where there is no base or it is not known yet. */
  places: number | null = null;
  /** The version of the text that places is about. */
  version = 0;
  private of = "";
  private timer = 0;
  private busy = false;
  private abort = new AbortController();

  constructor(
    private readonly desk: Desk,
    private readonly session: Session,
    private readonly notices: Notices,
  ) {
    super();
    session.addEventListener("opened", () => void this.opened());
    desk.analysis.addEventListener("report", () => this.soon());
    void this.opened();
  }

  private async opened(): Promise<void> {
    const { document } = this.session;
    this.of = document.id;
    this.abort.abort();
    this.base = this.places = null;
    this.version = 0;
    this.tell("change");
    const base = (await besideOf(document.id).catch(() => null))?.base ?? (await this.baseOfFile());
    if (this.of !== document.id || this.base) return;
    this.base = base;
    this.tell("change");
    this.soon();
  }

  /** A document that was opened from a file without marks has that for its base. */
  private async baseOfFile(): Promise<Base | null> {
    const { analysis, engine } = this.desk;
    const { id, original, reading, name } = this.session.document;
    if (original.length === 0 || this.session.locked) return null;
    // Nobody waits for it, but for the document.
    await analysis.settled();
    if (this.of !== id) return null;
    try {
      const { markup, refusal } = await engine.inspect({ data: original, lang: lang() });
      if (refusal || (reading === "markup" && markup.marks > 0)) return null;
      const { text } = await engine.decode({ data: original, reading, lang: lang() });
      const base = { text, name };
      await keepBeside(id, (beside) => ({ base, ...beside })).catch(() => {});
      return base;
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      return null;
    }
  }

  /** take makes a text the base of the open document. */
  async take(base: Base): Promise<void> {
    this.abort.abort();
    this.base = base;
    this.places = null;
    this.version = 0;
    this.tell("change");
    try {
      await keepBeside(this.session.document.id, (beside) => ({ ...beside, base }));
    } catch {
      this.notices.say(words().compare.drift.notKept, "refusal");
    }
    this.now();
  }

  private soon(): void {
    const { analysis, view } = this.desk;
    if (!this.base || this.version === analysis.version) return;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.now(), view.state.doc.length > long ? longPause : pause);
  }

  private now(): void {
    clearTimeout(this.timer);
    if (!this.busy && this.base) void this.look(this.base);
  }

  private async look({ text }: Base): Promise<void> {
    this.busy = true;
    this.abort = new AbortController();
    const { signal } = this.abort;
    let isRefused = false;
    try {
      if (!(await run(this.desk, { kind: "drift", older: false, texts: [text] }, () => {}, signal))) return;
      const rows = await this.desk.engine.comparisonRows({
        kind: "drift",
        lang: lang(),
        states: [],
        rows: { first: 0, count: 0 },
      });
      if (signal.aborted) return;
      this.places = rows.total;
      this.version = rows.version;
      this.tell("change");
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      // The text has changed under way, or the engine was started anew; what it refuses
      // otherwise, or cannot do, waits for another report.
      isRefused = error.code !== "stale" && error.code !== "restarted";
    } finally {
      this.busy = false;
      if (!isRefused || signal.aborted) this.soon();
    }
  }
}

export const drift = service<Drift>("drift");
