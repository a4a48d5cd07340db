import { history } from "@codemirror/commands";
import { EditorState, type Extension } from "@codemirror/state";
import { asked, Editing, reply } from "../analysis/analysis.sample.ts";
import { last, settled } from "../engine/fake-engine.ts";
import type { Report } from "../engine/protocol.gen.ts";
import type { Desk } from "../text/desk.ts";
import { catalogues } from "../words/words.ts";
import { blank, type PolicyDocument } from "./document.ts";
import { Notices } from "./notices.ts";
import { Session } from "./session.ts";

/** PageUnderTest is an editor at a fake engine with the open document and what is said, for
 * tests of features. */
export class PageUnderTest {
  readonly editing = new Editing("");
  readonly notices = new Notices();
  /** What was said to the person, in order. */
  readonly said: string[] = [];
  readonly desk: Desk;
  readonly session: Session;

  /** parts is what the features add to the editor. */
  constructor(parts: () => Extension = () => []) {
    const { analysis, engine, view } = this.editing;
    // Nothing is laid out here, and a selection in focus is told in the middle of an update.
    view.coordsAtPos = () => null;
    view.focus = () => {};
    this.notices.addEventListener("said", () => {
      if (this.notices.last) this.said.push(this.notices.last.text);
    });
    const say = this.notices.say.bind(this.notices);
    this.desk = { view, analysis, engine, lang: "en", words: catalogues.en, say };
    this.session = new Session(view, analysis, engine, (doc, selection, own) =>
      EditorState.create({ doc, selection, extensions: [history(), analysis.extension, own, parts()] }),
    );
    this.session.begin();
  }

  /** start has the engine come up, and opens a document whose reports say more. */
  async start(text: string, says: Partial<Report> = {}): Promise<void> {
    last().ready();
    await this.open(text, says);
  }

  /** open opens a document and answers what the analysis asks for. */
  async open(text: string, says: Partial<Report> = {}, document: PolicyDocument = blank("b.txt")): Promise<void> {
    this.session.show(document, text);
    await settled();
    await reports(says);
  }

  get text(): string {
    return this.editing.text;
  }

  /** close ends the engine, which fails what still waits for an answer. */
  async close(): Promise<void> {
    this.editing.engine.close();
    this.editing.view.destroy();
    await settled();
  }
}

const reporting = new Set(["load", "edit", "look", "setLevels"]);

/** reports answers what the analysis asks for, until something else is asked, or nothing. */
export async function reports(says: Partial<Report> = {}): Promise<void> {
  for (let n = 0; reporting.has(asked()[0] ?? ""); n++) {
    if (n > 50) throw new Error("the page asks for ever");
    await reply(says);
  }
}
