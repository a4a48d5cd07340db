import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { vi } from "vitest";
import type { EngineClient, EngineState } from "../engine/contract.ts";
import { create, last, settled, type FakeEngine } from "../engine/fake-engine.ts";
import type { EditRequest, LoadRequest, LookRequest, Mark, Report } from "../engine/protocol.gen.ts";
import type { Answer, Call } from "../engine/transport.ts";
import { Analysis } from "./analysis.ts";

// An editor, its analysis and a fake engine, for tests of what goes between them.

/** A report that says nothing but of which text it is. */
export const report = (version: number, serial: number, length: number): Report => ({
  version,
  serial,
  length,
  analysed: true,
  pending: 0,
  marks: [],
  hidden: [],
  squiggles: [],
  problems: { first: 0, total: 0, errors: 0, warnings: 0, infos: 0, rules: [], items: [] },
  practices: { first: 0, total: 0, all: 0, items: [], kept: [], atCaret: -1 },
  ticks: [],
  density: [],
  stripKept: false,
  counts: { marks: 0, actors: 0, actions: 0, data: 0, purposes: 0, strays: 0 },
  suggested: [],
  suggestions: { first: 0, total: 0, pending: false, items: [] },
});

export const mark = (from: number, to: number): Mark => ({
  kind: "data",
  from,
  to,
  innerTo: to - 1,
  depth: 0,
  role: "",
});

/** The text that a fake engine has, by the rules of the protocol. */
class EngineText {
  text = "";
  version = -1;
  private serial = 0;

  /** Does what a call asks for and answers with a report, or refuses. */
  take({ method, request }: Call, says: Partial<Report>): Answer | Report {
    if (method === "load") {
      const { text, version } = request as LoadRequest;
      this.text = text;
      this.version = version;
    } else if (method === "edit") {
      const { base, version, changes } = request as EditRequest;
      if (base !== this.version) return { code: "stale", message: `not ${base} but ${this.version}` };
      for (const { from, to, insert } of changes.toReversed())
        this.text = this.text.slice(0, from) + insert + this.text.slice(to);
      this.version = version;
    } else if ((request as LookRequest).version !== this.version) {
      return { code: "stale", message: `not of ${this.version}` };
    }
    return { ...report(this.version, ++this.serial, this.text.length), ...says };
  }
}

const texts = new WeakMap<FakeEngine, EngineText>();

/** The text of the engine that runs. */
export function engineText(): EngineText {
  const engine = last();
  if (!texts.has(engine)) texts.set(engine, new EngineText());
  return texts.get(engine)!;
}

/** The calls that wait for an answer, by name. */
export const asked = (): string[] => last().calls.map(({ method }) => method);

/** The request of the oldest call that waits. */
export const request = <Request>(): Request => last().calls[0]!.request as Request;

/** Answers the oldest call as an engine does, its report saying more. */
export async function reply(says: Partial<Report> = {}): Promise<Call> {
  const call = last().answer(engineText().take(last().calls[0]!, says));
  await settled();
  return call;
}

/** Answers the oldest call otherwise. */
export async function answer(what: Answer | object): Promise<void> {
  last().answer(what);
  await settled();
}

/** Answers every call until there is none. */
export async function replyAll(): Promise<void> {
  for (let n = 0; last().calls.length > 0; n++) {
    if (n > 50) throw new Error(`the page asks ${asked().join(", ")} for ever`);
    await reply();
  }
}

export class Editing {
  readonly analysis = new Analysis(() => "en");
  readonly engine: EngineClient;
  readonly view: EditorView;
  /** The versions of the reports that were shown. */
  readonly shown: (number | undefined)[] = [];
  readonly states: EngineState[] = [];

  constructor(text: string) {
    const { analysis } = this;
    this.engine = create({
      onRestart: () => analysis.handOver(),
      onRestored: (report) => analysis.restored(report),
      onState: (state) => {
        this.states.push(state);
        analysis.requestReport();
      },
    });
    this.view = new EditorView({ state: this.stateOf(text), parent: document.body });
    analysis.addEventListener("report", () => this.shown.push(analysis.report?.version));
    analysis.attach(this.view);
    analysis.connect(this.engine);
  }

  private stateOf(text: string): EditorState {
    return EditorState.create({ doc: text, extensions: [this.analysis.extension] });
  }

  /** show opens another document. */
  show(text: string): void {
    this.view.setState(this.stateOf(text));
    this.analysis.reset();
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  /** type puts text in at a place, and lets the page do what follows at once. */
  async type(insert: string, at = this.view.state.doc.length): Promise<void> {
    this.view.dispatch({ changes: { from: at, insert }, userEvent: "input.type" });
    await settled();
  }

  compose(event: "compositionstart" | "compositionend" | "blur"): void {
    this.view.contentDOM.dispatchEvent(new Event(event, { bubbles: true }));
  }
}

/** An editor whose engine is ready and has been asked for the first report. */
export async function open(text: string): Promise<Editing> {
  const editing = new Editing(text);
  last().ready();
  await settled();
  return editing;
}

/** An editor whose first report is shown. */
export async function openKnown(text: string, says: Partial<Report> = {}): Promise<Editing> {
  const editing = await open(text);
  await reply(says);
  return editing;
}

/** Whether a promise is settled by now. */
export async function isDone(promise: Promise<unknown>): Promise<boolean> {
  let done = false;
  const note = () => void (done = true);
  promise.then(note, note);
  await settled();
  return done;
}

/** Lets timers of a composition or of a long text go by. */
export const pause = (): Promise<unknown> => vi.advanceTimersByTimeAsync(100);
