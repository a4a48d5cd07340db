import { historyField, isolateHistory } from "@codemirror/commands";
import { Compartment, EditorSelection, EditorState, Text } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { Analysis } from "../analysis/analysis.ts";
import { createEngine } from "../engine/client.ts";
import type { EngineClient, EngineState } from "../engine/contract.ts";
import type { Lang, RuleInfo } from "../engine/protocol.gen.ts";
import { blank, type PolicyDocument } from "../files/document.ts";
import { History } from "../files/history.ts";
import { Keeper } from "../files/keeper.ts";
import type { Choice, ReadingQuestion } from "../files/opening.ts";
import { saveCopy } from "../files/saving.ts";
import { Tabs } from "../files/tabs.ts";
import { bindKeys, editorExtensions, speak } from "../text/editor.ts";
import { Suggesting } from "../suggest/suggesting.ts";
import { differenceOf } from "../text/difference.ts";
import type { Desk } from "../text/desk.ts";
import { printing } from "../text/printing.ts";
import { turnTo, type TextView } from "../text/reading.ts";
import { lang, onLang, setLang, words, type Words } from "../words/words.ts";
import { makeProblemCard } from "../panels/problem-card.ts";
import { keymapOf } from "./commands.ts";
import { pasting } from "./pasting.ts";
import { applySettings, keepSettings, langOf, readSettings, type Settings } from "./settings.ts";

/** Message is the last thing that was said to the person. */
export interface Message {
  text: string;
  tone: "info" | "refusal";
  /** What can be done about it. */
  action?: { label: string; run: () => void };
}

/** Asker puts questions to the person; the page's dialogs do it. */
export interface Asker {
  chooseReading(question: ReadingQuestion): Promise<Choice | null>;
  refuse(name: string, reason: string): Promise<void>;
}

/** Turn asks for a panel, or the text, to come to the front. */
export interface Turn {
  pane: string;
  focus: boolean;
}

/** What of the workbench changed: the document's name or state, the engine's
 * state, a message, the text or the selection, the report, the settings. */
export type Topic = "document" | "engine" | "message" | "text" | "report" | "settings";

/**
 * Workbench brings the parts together: the editor, which holds the text, the
 * engine, which knows what it means, the document's file and the settings. Panels
 * and bars read from it and listen to its topics.
 */
export class Workbench extends EventTarget implements Desk {
  readonly view: EditorView;
  readonly analysis = new Analysis();
  readonly engine: EngineClient;
  readonly keeper: Keeper;
  readonly history = new History(this);
  readonly tabs: Tabs;
  readonly suggesting: Suggesting;
  document: PolicyDocument = blank();
  /** Whether the text differs from the file. */
  dirty = false;
  engineState: EngineState = "starting";
  engineReason = "";
  /** Up to which size practices and problems are worked out, 0 until known. */
  maxAnalysed = 0;
  /** The engine's rules, none until it has greeted. */
  rules: readonly RuleInfo[] = [];
  message: Message | null = null;
  settings: Settings = readSettings();
  asker: Asker | null = null;
  /** Whether the document is only read here, because another tab writes it. */
  locked = false;
  /** The id of the document that was open before this one; "" for none. */
  before = "";
  private readonly writable = new Compartment();
  /** The steps of undo of documents that were open, by their ids, with the texts that
   * they belong to. */
  private readonly steps = new Map<string, { doc: Text; history: unknown }>();
  private saidFailure = false;

  constructor(parent: HTMLElement, root: Document | ShadowRoot) {
    super();
    applySettings(this.settings);
    this.keeper = new Keeper(this);
    this.engine = createEngine({
      lang: lang(),
      onRestart: () => this.analysis.handOver(),
      onRestored: (report) => this.analysis.restored(report),
      onState: (state, reason) => {
        this.engineState = state;
        this.engineReason = reason?.message ?? "";
        this.analysis.want();
        if (state === "ready") this.greeted();
        this.tell("engine");
      },
    });
    this.suggesting = new Suggesting(this);
    this.view = new EditorView({ parent, root, state: this.stateOf(Text.empty, EditorSelection.single(0)) });
    this.tabs = new Tabs(this);
    this.analysis.addEventListener("report", () => this.tell("report"));
    this.analysis.setLevels(this.settings.levels);
    printing(this);
    this.analysis.attach(this.view);
    this.analysis.connect(this.engine);
    onLang(() => {
      speak(this.view);
      this.analysis.want();
    });
  }

  private greeted(): void {
    this.engine.welcome.then(
      ({ maxAnalysed, rules }) => {
        this.maxAnalysed = maxAnalysed;
        this.rules = rules;
        this.tell("engine");
      },
      () => {},
    );
  }

  /** show opens a document in place of the one before, which the browser keeps;
   * locked to read it alone. */
  show(
    document: PolicyDocument,
    text: string | Text,
    at?: { anchor: number; head: number; line: number },
    locked = false,
  ): void {
    this.keeper.leave(document.id);
    this.leaveSteps(document.id);
    this.suggesting.leaveDocument();
    const before = this.view.state.doc.length;
    const doc = typeof text === "string" ? Text.of(text.toWellFormed().split("\n")) : text;
    const within = (place: number) => Math.min(Math.max(0, place), doc.length);
    const selection = EditorSelection.single(within(at?.anchor ?? 0), within(at?.head ?? 0));
    this.document = document;
    this.locked = locked;
    this.dirty = document.saved === null ? doc.length > 0 : !document.saved.eq(doc);
    this.view.setState(this.stateOf(doc, selection));
    this.history.begin(doc);
    if (at && at.line > 1) {
      const line = doc.line(Math.min(at.line, doc.lines));
      this.view.dispatch({ effects: EditorView.scrollIntoView(line.from, { y: "start" }) });
    } else {
      this.view.scrollDOM.scrollTop = 0;
    }
    // Draws the text now, so that a key that follows at once finds its place in it.
    this.view.coordsAtPos(0);
    this.analysis.reset();
    // An engine's memory never shrinks: a new one gives back what a large text took.
    if (before > 3_000_000) this.engine.restart();
    this.tell("document");
    this.tell("text");
    this.tell("report");
  }

  /** lock makes the document one that is only read here, or one that is written. */
  lock(locked: boolean): void {
    this.locked = locked;
    this.view.dispatch({ effects: this.writable.reconfigure(EditorState.readOnly.of(locked)) });
    this.tell("document");
  }

  /** replaceText puts another text in place of the document's, as one step of undo
   * that touches only what differs; following shows what another tab wrote. */
  replaceText(text: string, following = false): void {
    const changes = differenceOf(this.view.state.doc.toString(), text);
    if (!changes) return;
    this.view.dispatch({
      changes,
      userEvent: following ? "follow" : "restore",
      annotations: isolateHistory.of("full"),
      ...(following ? { filter: false } : {}),
    });
  }

  /** The steps of undo of a document are there again when one comes back to it. */
  private leaveSteps(next: string): void {
    const { id } = this.document;
    if (id === next) return;
    this.before = id;
    const { doc } = this.view.state;
    this.steps.delete(id);
    this.steps.set(id, { doc, history: this.view.state.field(historyField) });
    for (const old of this.steps.keys()) {
      if (this.steps.size <= 8) break;
      this.steps.delete(old);
    }
  }

  /** say tells the person something; a screen reader says it too. */
  say(text: string, tone: Message["tone"] = "info", action?: Message["action"]): void {
    this.message = { text, tone, ...(action ? { action } : {}) };
    this.tell("message");
  }

  hush(): void {
    this.message = null;
    this.tell("message");
  }

  /** change changes settings and keeps them. */
  change(settings: Partial<Settings>): void {
    this.settings = { ...this.settings, ...settings };
    keepSettings(this.settings);
    applySettings(this.settings);
    if (settings.keys) bindKeys(this.view, keymapOf(this));
    this.analysis.setLevels(this.settings.levels);
    if (langOf(this.settings) !== lang()) setLang(langOf(this.settings));
    this.tell("settings");
  }

  /** turnView shows the text in the other view, and keeps the choice. */
  turnView(view: TextView): void {
    turnTo(this.view, view);
    this.change({ textView: view });
    this.say(words().text.viewIs[view]);
  }

  /** The document's name, for a person. */
  get name(): string {
    return this.document.name || words().untitled;
  }

  get lang(): Lang {
    return lang();
  }

  get words(): Words {
    return words();
  }

  /** weigh finds out whether the text differs from the file. */
  weigh(): void {
    const { saved } = this.document;
    const { doc } = this.view.state;
    const dirty = saved === null ? doc.length > 0 : !saved.eq(doc);
    if (dirty === this.dirty) return;
    this.dirty = dirty;
    this.tell("document");
  }

  /** storageFailed says once that the browser keeps nothing. */
  storageFailed(reason: string): void {
    if (this.saidFailure) return;
    this.saidFailure = true;
    this.say(words().save.storeFailed(reason), "refusal", {
      label: words().toolbar.download,
      run: () => void saveCopy(this),
    });
    this.tell("document");
  }

  /** storageWorks tells that the browser keeps things again. */
  storageWorks(): void {
    this.saidFailure = false;
    if (this.message?.tone === "refusal") this.hush();
  }

  /** turnTo brings a panel to the front, or the text; focus says whether the keyboard
   * goes there. */
  turnTo(pane: string, focus = false): void {
    this.dispatchEvent(new CustomEvent<Turn>("turn", { detail: { pane, focus } }));
  }

  tell(topic: Topic): void {
    this.dispatchEvent(new Event(topic));
  }

  private stateOf(doc: Text, selection: EditorSelection): EditorState {
    const left = this.steps.get(this.document.id);
    return EditorState.create({
      doc,
      selection,
      extensions: editorExtensions(this, {
        keys: keymapOf(this),
        view: this.settings.textView,
        drawCard: (view, problems, focus) => makeProblemCard(this, view, problems, focus),
        parts: [
          pasting(this),
          left?.doc.eq(doc) ? historyField.init(() => left.history) : [],
          this.writable.of(EditorState.readOnly.of(this.locked)),
          EditorState.changeFilter.of(() => !this.locked),
          this.suggesting.extension(),
          EditorView.updateListener.of((update) => {
            if (update.docChanged && !this.locked) {
              this.document.edited = true;
              this.history.changed(update);
              this.keeper.touch();
              if (!this.dirty) {
                this.dirty = true;
                this.tell("document");
              }
            } else if (update.selectionSet) {
              this.keeper.touch();
            }
            if (update.docChanged || update.selectionSet) this.tell("text");
          }),
        ],
      }),
    });
  }
}
