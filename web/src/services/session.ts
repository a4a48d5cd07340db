import { historyField, isolateHistory } from "@codemirror/commands";
import { Compartment, EditorSelection, EditorState, Text, type Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { Analysis } from "../analysis/analysis.ts";
import type { EngineClient } from "../engine/contract.ts";
import { differenceOf } from "../text/difference.ts";
import { words } from "../words/words.ts";
import { blank, type PolicyDocument } from "./document.ts";
import { Events } from "./events.ts";
import { service } from "./service.ts";

/** SessionEvent is what can happen to the open document:
 * - "leaving": another text is about to take the place of this one, which still stands;
 * - "opened": another document is open;
 * - "changed": its text or the selection has changed;
 * - "weighed": whether its text differs from its file has changed;
 * - "renamed": it has another name;
 * - "locked": whether it is only read here has changed;
 * - "kept": how far the browser keeps it has changed. */
export type SessionEvent = "leaving" | "opened" | "changed" | "weighed" | "renamed" | "locked" | "kept";

/** Keeping is how far the browser keeps the text as it is: it does, it will, it cannot. */
export type Keeping = "kept" | "pending" | "failed";

/** Place is where a person was in a text: the selection, and the line at the top. */
export interface Place {
  anchor: number;
  head: number;
  /** From 1 on. */
  line: number;
}

/** Documents longer than this, in UTF-16 units, take their engine along: an engine's
 * memory never shrinks, and a new one gives back what a large text took. */
const large = 3_000_000;

/** How many documents keep their steps of undo after a person has left them. */
const remembered = 8;

/**
 * Session is the open document: what is known of it, and its text in the editor. It
 * sends its events before the method that causes them returns.
 */
export class Session extends Events<SessionEvent> {
  document: PolicyDocument = blank();
  /** Whether the text differs from the file. */
  dirty = false;
  /** Whether the document is only read here, because another tab writes it. */
  locked = false;
  /** The id of the document that was open before this one; "" for none. */
  before = "";
  keeping: Keeping = "kept";
  private readonly writable = new Compartment();
  /** The steps of undo of documents that a person has left, by document id, with the
   * texts that they belong to. */
  private readonly steps = new Map<string, { doc: Text; history: unknown }>();

  /** stateOf makes a state of the editor; own is the session's part of it. */
  constructor(
    private readonly view: EditorView,
    private readonly analysis: Analysis,
    private readonly engine: Pick<EngineClient, "restart">,
    private readonly stateOf: (doc: Text, selection: EditorSelection, own: Extension) => EditorState,
  ) {
    super();
  }

  /** begin puts an empty document into the editor. */
  begin(): void {
    this.view.setState(this.fresh(Text.empty, EditorSelection.single(0)));
  }

  /** The document's name, for a person. */
  get name(): string {
    return this.document.name || words().untitled;
  }

  get text(): Text {
    return this.view.state.doc;
  }

  get place(): Place {
    const { view } = this;
    const { anchor, head } = view.state.selection.main;
    const top = view.lineBlockAtHeight(view.scrollDOM.scrollTop).from;
    return { anchor, head, line: view.state.doc.lineAt(top).number };
  }

  /** How many marks the text as it is has; null while that is not known. */
  get marks(): number | null {
    const { report, version } = this.analysis;
    return report && report.version === version ? report.counts.marks : null;
  }

  /** show opens a document in place of the one before; when locked, it can only be read. */
  show(document: PolicyDocument, text: string | Text, at?: Place, locked = false): void {
    this.tell("leaving");
    this.rememberSteps(document.id);
    const was = { document: this.document, dirty: this.dirty, locked: this.locked, length: this.text.length };
    const doc = typeof text === "string" ? Text.of(text.toWellFormed().split("\n")) : text;
    const within = (place: number) => Math.min(Math.max(0, place), doc.length);
    const selection = EditorSelection.single(within(at?.anchor ?? 0), within(at?.head ?? 0));
    this.document = document;
    this.locked = locked;
    this.dirty = differs(document, doc);
    this.view.setState(this.fresh(doc, selection));
    if (at && at.line > 1) {
      const line = doc.line(Math.min(at.line, doc.lines));
      this.view.dispatch({ effects: EditorView.scrollIntoView(line.from, { y: "start" }) });
    } else {
      this.view.scrollDOM.scrollTop = 0;
    }
    // Draws the text now, so that a key that follows at once finds its place in it.
    this.view.coordsAtPos(0);
    this.analysis.reset();
    if (was.length > large) this.engine.restart();
    if (was.document.id !== document.id) this.tell("opened");
    if (was.document.name !== document.name) this.tell("renamed");
    if (was.dirty !== this.dirty) this.tell("weighed");
    if (was.locked !== locked) this.tell("locked");
    this.tell("changed");
  }

  /** become makes the open text that of another document. */
  become(document: PolicyDocument): void {
    this.document = document;
    this.tell("opened");
  }

  /** rename gives the document another name. */
  rename(name: string): void {
    this.document.name = name;
    this.tell("renamed");
  }

  /** lock makes the document one that is only read here, or one that is written. */
  lock(locked: boolean): void {
    this.locked = locked;
    this.view.dispatch({ effects: this.writable.reconfigure(EditorState.readOnly.of(locked)) });
    this.tell("locked");
  }

  /** replace puts another text in place of the document's, as one step of undo that
   * touches only what differs; following shows what another tab wrote. */
  replace(text: string, following = false): void {
    const changes = differenceOf(this.text.toString(), text);
    if (!changes) return;
    this.view.dispatch({
      changes,
      userEvent: following ? "follow" : "restore",
      annotations: isolateHistory.of("full"),
      ...(following ? { filter: false } : {}),
    });
  }

  /** weigh finds out whether the text differs from the file. */
  weigh(): void {
    this.setDirty(differs(this.document, this.text));
  }

  /** keepingIs says how far the browser keeps the text as it is. */
  keepingIs(keeping: Keeping): void {
    if (keeping === this.keeping) return;
    this.keeping = keeping;
    this.tell("kept");
  }

  private setDirty(dirty: boolean): void {
    if (dirty === this.dirty) return;
    this.dirty = dirty;
    this.tell("weighed");
  }

  /** Keeps the steps of undo of the document that is left, for when a person returns to it. */
  private rememberSteps(next: string): void {
    const { id } = this.document;
    if (id === next) return;
    this.before = id;
    this.steps.delete(id);
    this.steps.set(id, { doc: this.text, history: this.view.state.field(historyField) });
    for (const old of this.steps.keys()) {
      if (this.steps.size <= remembered) break;
      this.steps.delete(old);
    }
  }

  private fresh(doc: Text, selection: EditorSelection): EditorState {
    const left = this.steps.get(this.document.id);
    return this.stateOf(doc, selection, [
      left?.doc.eq(doc) ? historyField.init(() => left.history) : [],
      this.writable.of(EditorState.readOnly.of(this.locked)),
      EditorState.changeFilter.of(() => !this.locked),
      EditorView.updateListener.of((update) => {
        if (update.docChanged && !this.locked) {
          this.document.edited = true;
          this.setDirty(true);
        }
        if (update.docChanged || update.selectionSet) this.tell("changed");
      }),
    ]);
  }
}

const differs = ({ saved }: PolicyDocument, doc: Text): boolean => (saved === null ? doc.length > 0 : !saved.eq(doc));

/** The open document. */
export const session = service<Session>("session");
