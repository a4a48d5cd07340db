import { isolateHistory } from "@codemirror/commands";
import { Annotation, Compartment, EditorState, Prec, type Extension } from "@codemirror/state";
import { EditorView, tooltips } from "@codemirror/view";
import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { Analysis } from "../analysis/analysis.ts";
import { viewOf } from "../analysis/looking.ts";
import type { EngineClient } from "../engine/contract.ts";
import type { Kind, Lang, Range, Report } from "../engine/protocol.gen.ts";
import type { CopyDesk } from "../text/copying.ts";
import { adjustingCommands, bindingsOf, edgeCommands, writingCommands, type CommandOf } from "../text/desk-commands.ts";
import { differenceOf } from "../text/difference.ts";
import { bindKeys, editorExtensions, speak } from "../text/editor.ts";
import { mark, unmark } from "../text/marking.ts";
import { pasteProse } from "../text/prose.ts";
import { isReading, turnTo, type TextView } from "../text/reading.ts";
import { reveal } from "../text/revealing.ts";
import { redoStep, undoStep } from "../text/undoing.ts";
import { docOf, textOf } from "../analysis/long-text.ts";
import { catalogues, type Words } from "../words/words.ts";
import { drawBar, drawStatus, type BarDesk } from "./editing-bar.ts";
import { drawSide, makeCard, rowsAtOnce, type List, type SideDesk } from "./editing-side.ts";
import { elementTheme } from "./editing-styles.ts";
import { placeOf } from "./places.ts";

/** What editing asks of the element that it stands in, and tells it. */
export interface EditingHost {
  lang(): Lang;
  /** The text has changed: a person did it, or the page. */
  changed(byPerson: boolean): void;
  /** The engine has said what the text means. */
  reported(report: Report): void;
  redraw(): void;
}

/** How the text can be used, and what a screen reader is told of it. */
export interface Use {
  readOnly: boolean;
  disabled: boolean;
  required: boolean;
  invalid: boolean;
  /** The name of the field, "" for the editor's own. */
  label: string;
}

/** Marks what the page changes in the text, not a person. */
const byPage = Annotation.define<true>();

export { editingStyles } from "./editing-styles.ts";

/** What can be done where the text can only be read. */
const readers = new Set([
  "find",
  "nextProblem",
  "previousProblem",
  "selectMark",
  "reading",
  "nextUnmarked",
  "previousUnmarked",
]);

/**
 * Editing is the text of an element with what is done to it: the page's own editor
 * without its files. It stands in the element's shadow root and is one document of
 * the engine that all elements share.
 */
export class Editing implements CopyDesk, BarDesk, SideDesk {
  readonly view: EditorView;
  readonly analysis: Analysis;
  readonly settings = { copies: "view" } as const;
  /** Where the text stands, and what comes over it. */
  readonly place = document.createElement("div");
  readonly layer = document.createElement("div");
  message = { text: "", tone: "info" as "info" | "refusal" };
  /** How many practices and problems are listed at most. */
  rows = rowsAtOnce;
  /** The list that is in front where both are shown. */
  front: List = "practices";
  private use: Use = { readOnly: false, disabled: false, required: false, invalid: false, label: "" };
  private followed: HTMLElement | null = null;
  private shown: TextView = "source";
  private readonly usable = new Compartment();

  constructor(
    root: ShadowRoot,
    text: string,
    public engine: EngineClient,
    private readonly host: EditingHost,
  ) {
    this.place.className = "place";
    this.layer.className = "layer";
    this.analysis = new Analysis(() => this.lang);
    this.view = new EditorView({ parent: this.place, root, state: this.stateOf(text) });
    this.list(rowsAtOnce);
    this.analysis.addEventListener("report", () => {
      const { report } = this.analysis;
      if (report) this.host.reported(report);
      this.host.redraw();
    });
    this.analysis.attach(this.view);
    this.analysis.connect(engine);
  }

  get lang(): Lang {
    return this.host.lang();
  }

  get words(): Words {
    return catalogues[this.lang];
  }

  /** The text, its lines ended by line feeds. */
  get text(): string {
    return textOf(this.view.state.doc);
  }

  get locked(): boolean {
    return this.use.readOnly || this.use.disabled;
  }

  get reading(): boolean {
    return isReading(this.view.state);
  }

  /** show begins with another text: nothing of the one before can be undone. */
  show(text: string): void {
    this.view.setState(this.stateOf(text));
    this.view.scrollDOM.scrollTop = 0;
    this.analysis.reset();
    this.list(rowsAtOnce);
    this.host.changed(false);
    this.host.redraw();
  }

  /** exchange puts another text in the place of this one, as one step of undo that
   * touches only what differs. */
  exchange(text: string): void {
    const changes = differenceOf(this.text, text);
    if (!changes) return;
    this.view.dispatch({
      changes,
      userEvent: "restore",
      annotations: [isolateHistory.of("full"), byPage.of(true)],
      // A text that a person cannot change the page still can.
      filter: false,
    });
  }

  /** connect gives another engine to ask. */
  connect(engine: EngineClient): void {
    this.engine = engine;
    this.analysis.connect(engine);
  }

  /** leave asks the engine nothing until connect gives one again, and has the engine
   * forget the text, for other elements of the page go on using it. */
  leave(): void {
    this.analysis.connect(null);
    this.engine.load({ version: 0, text: "", view: viewOf("", this.lang), levels: [] }).catch(() => {});
  }

  /** useAs says how the text can be used. */
  useAs(use: Use): void {
    if (JSON.stringify(use) === JSON.stringify(this.use)) return;
    this.use = use;
    this.view.dispatch({ effects: this.usable.reconfigure(this.usage()) });
  }

  /** respeak puts everything into the language that the element now has. */
  respeak(): void {
    this.message = { text: "", tone: "info" };
    speak(this.view, this.lang);
    bindKeys(this.view, this.bindings());
    this.analysis.requestReport();
    this.host.redraw();
  }

  say(text: string, tone: "info" | "refusal" = "info"): void {
    this.message = { text, tone };
    this.host.redraw();
  }

  turnView(view: TextView): void {
    this.shown = view;
    turnTo(this.view, view);
    this.say(this.words.text.viewIs[view]);
  }

  /** list says how many practices and problems are listed at most. */
  list(rows: number): void {
    this.rows = rows;
    this.analysis.showWindow("practices", { first: 0, count: rows });
    this.analysis.showWindow("problems", { first: 0, count: rows });
  }

  /** reveal shows a place of the last report; focus moves the keyboard to it. */
  reveal(at: Range, focus = true): void {
    reveal(this, at, focus);
  }

  async mark(kind: Kind): Promise<void> {
    if (!this.locked) await mark(this, kind);
  }

  async unmark(): Promise<void> {
    if (!this.locked) await unmark(this);
  }

  undo(): void {
    if (!this.locked) undoStep(this);
  }

  redo(): void {
    if (!this.locked) redoStep(this);
  }

  /** draw draws the text and what is to stand around it. */
  draw(shows: ReadonlySet<string>): TemplateResult {
    const lists = (["practices", "problems"] as const).filter((list) => shows.has(list));
    const { report } = this.analysis;
    return html`${shows.has("toolbar") ? drawBar(this) : nothing}
      <div class="desk ${lists.length > 0 ? "two" : ""}">
        ${this.place}
        ${
          lists.length > 0
            ? guard(
                [
                  report,
                  this.engine.state,
                  report?.practices.atCaret,
                  this.lang,
                  this.front,
                  this.rows,
                  this.locked,
                  ...lists,
                ],
                () => drawSide(this, lists),
              )
            : nothing
        }
      </div>
      ${drawStatus(this, shows.has("status"))} ${this.layer}`;
  }

  /** follow brings the practice at the caret into sight in its list. */
  follow(root: ParentNode): void {
    const card = root.querySelector<HTMLElement>(".rows article.current");
    if (card === this.followed) return;
    this.followed = card;
    const rows = card?.closest(".rows");
    if (!card || !rows) return;
    const { top, bottom } = card.getBoundingClientRect();
    const port = rows.getBoundingClientRect();
    if (top < port.top) rows.scrollTop += top - port.top - 8;
    else if (bottom > port.bottom) rows.scrollTop += Math.min(bottom - port.bottom + 8, top - port.top - 8);
  }

  /** find shows a place by its address; false when there is none. */
  async find(address: string, focus: boolean): Promise<boolean> {
    await this.analysis.settled();
    const place = await placeOf(this, address);
    if (place) this.reveal(place, focus);
    return place !== null;
  }

  /** plain is the text without marks. */
  async plain(): Promise<string> {
    await this.analysis.upToDate();
    const { version } = this.analysis;
    return (await this.engine.plain({ version, lang: this.lang, from: 0, to: this.view.state.doc.length })).text;
  }

  /** The commands that can be done now. */
  private bindings() {
    const all: readonly CommandOf<Editing>[] = [...writingCommands, ...adjustingCommands, ...edgeCommands];
    return bindingsOf<Editing>(
      this,
      all.map((command) => ({
        ...command,
        run: () => {
          if (!this.locked || readers.has(command.id)) command.run(this);
        },
      })),
    );
  }

  private usage(): Extension {
    const { readOnly, disabled, required, invalid, label } = this.use;
    return [
      EditorState.readOnly.of(this.locked),
      EditorState.changeFilter.of(() => !this.locked),
      EditorView.editable.of(!disabled),
      Prec.high(
        EditorView.contentAttributes.of({
          tabindex: disabled ? "-1" : "0",
          "aria-disabled": String(disabled),
          "aria-readonly": String(readOnly || disabled),
          "aria-required": String(required),
          "aria-invalid": String(invalid),
          ...(label ? { "aria-label": label } : {}),
        }),
      ),
    ];
  }

  private stateOf(text: string): EditorState {
    return EditorState.create({
      doc: docOf(text),
      extensions: editorExtensions(this, {
        keys: this.bindings(),
        view: this.shown,
        drawCard: (_view, problems, focus) => makeCard(this, problems, focus),
        parts: [
          Prec.high(elementTheme),
          this.pasting(),
          this.usable.of(this.usage()),
          Prec.high(tooltips({ position: "absolute", parent: this.layer, tooltipSpace: () => this.room() })),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) this.host.changed(!update.transactions.some((tr) => tr.annotation(byPage)));
            if (update.docChanged || update.selectionSet || update.focusChanged) this.host.redraw();
          }),
        ],
      }),
    });
  }

  /** Cards stay within the sides of the element. */
  private room(): { left: number; right: number; top: number; bottom: number } {
    const { left, right } = this.layer.getBoundingClientRect();
    return { left, right, top: 0, bottom: innerHeight };
  }

  /** Who reads pastes what one reads: its brackets are no marks. */
  private pasting(): Extension {
    return EditorView.domEventHandlers({
      paste: (event, view) => {
        const text = event.clipboardData?.getData("text/plain");
        if (!text || !this.reading || this.locked || view.compositionStarted || this.engine.state === "failed")
          return false;
        event.preventDefault();
        void pasteProse(this, text.replace(/\r\n?/g, "\n"));
        return true;
      },
    });
  }
}
