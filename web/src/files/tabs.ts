import type { EditorView } from "@codemirror/view";
import type { Notices } from "../services/notices.ts";
import { of, service } from "../services/service.ts";
import { session, type Session } from "../services/session.ts";
import { words } from "../words/words.ts";
import { claim, has, onLost, release } from "./claims.ts";
import type { History } from "./history.ts";
import type { Keeper } from "./keeper.ts";
import { reasonOf } from "./reason.ts";
import { opening } from "./records.ts";
import { StoreError, type Store } from "./store.ts";

/** What tabs tell one another: "give" asks for a document, "given" says that it was
 * let go, "kept" that a new edition is in the database. */
interface Message {
  type: "give" | "given" | "kept";
  id: string;
}

/** What tabs need of the open document. */
type Open = Pick<Session, "document" | "text" | "keeping" | "locked" | "lock" | "replace">;

/** What they need of its keeper. */
type Keeping = Pick<Keeper, "keep" | "part" | "reopen" | "lastKept" | "addEventListener"> & {
  readonly store: Pick<Store, "find">;
};

/** Milliseconds that another tab has to let go of a document. */
const patience = 3000;

/** shownName is what a person calls the open document: its name or its first words. */
export const shownName = ({ document, text }: Pick<Session, "document" | "text"> = of(session)): string =>
  document.name || opening(text.sliceString(0, 200)) || words().untitled;

/** Tabs speaks with the other tabs, so that a document has one writer and a person
 * is told where it is. */
export class Tabs {
  private readonly channel: BroadcastChannel | null;
  /** The last text that another tab does not have, on its way into the history; false when
   * the browser could not keep it there. */
  private rescuing: Promise<boolean> = Promise.resolve(true);

  constructor(
    private readonly session: Open,
    private readonly keeper: Keeping,
    private readonly versions: Pick<History, "add">,
    private readonly notices: Notices,
    private readonly editor: Pick<EditorView, "focus">,
  ) {
    let channel: BroadcastChannel | null = null;
    try {
      channel = new BroadcastChannel("policymark");
      channel.onmessage = ({ data }: MessageEvent<Message>) => void this.heard(data);
    } catch {
      // Without a channel a document is taken by its lock alone.
    }
    this.channel = channel;
    onLost((id) => void this.lost(id));
    keeper.addEventListener("kept", () => this.post({ type: "kept", id: keeper.lastKept }));
  }

  private post(message: Message): void {
    this.channel?.postMessage(message);
  }

  private async heard({ type, id }: Message): Promise<void> {
    const { session } = this;
    if (type === "give" && has(id)) {
      if (session.document.id === id) await this.keepAndGiveUp(id);
      release(id);
      this.post({ type: "given", id });
    } else if (type === "kept" && session.locked && session.document.id === id) {
      await this.rescuing;
      if (session.locked && session.document.id === id) await this.follow(id);
    }
  }

  /** keepAndGiveUp gives up the open document once all of it is kept. What cannot be kept
   * becomes a document of its own. */
  private async keepAndGiveUp(id: string): Promise<void> {
    const { session } = this;
    let isKept: boolean;
    // What is typed while the text is being kept is kept too.
    do isKept = await this.keeper.keep();
    while (isKept && session.document.id === id && session.keeping === "pending");
    // Another document may have been opened meanwhile.
    if (session.document.id !== id) return;
    if (isKept) this.giveUp(id);
    else await this.keeper.part();
  }

  /** Another tab took the document without waiting for an answer. */
  private async lost(id: string): Promise<void> {
    const { session } = this;
    if (session.document.id !== id) return;
    const text = session.keeping === "kept" ? null : session.text;
    this.giveUp(id);
    if (!text) return;
    this.rescuing = this.versions.add("rescued", text);
    if ((await this.rescuing) || session.document.id !== id) return;
    session.lock(false);
    await this.keeper.part();
  }

  private giveUp(id: string): void {
    const { session } = this;
    session.lock(true);
    this.offer(id, shownName(session), words().documents.tabs.taken);
  }

  /** follow shows what another tab has kept of the document that is only read here. */
  private async follow(id: string): Promise<void> {
    const { session } = this;
    const found = await this.keeper.store.find(id).catch(() => undefined);
    if (!found || !session.locked || session.document.id !== id) return;
    session.document.edition = found.entry?.edition ?? 0;
    session.replace(found.kept.text, true);
  }

  /** offer says that a document is open in another tab, and offers to bring it here. */
  offer(id: string, name: string, text = words().documents.tabs.elsewhere): void {
    const { bring } = words().documents.tabs;
    this.notices.say(text(name || words().untitled), "refusal", { label: bring, run: () => void this.bring(id) });
  }

  /** bring takes a document from the tab that has it, with its newest text. */
  async bring(id: string): Promise<void> {
    const { session } = this;
    try {
      if (!has(id)) {
        this.post({ type: "give", id });
        // A tab that the browser has put to sleep does not answer.
        if (!(await claim(id, { patience }))) await claim(id, { force: true });
      }
      if (await this.keeper.reopen(id)) {
        this.editor.focus();
        this.notices.say(words().documents.tabs.brought(shownName(session)));
        return;
      }
      this.notices.say(words().documents.gone, "refusal");
    } catch (error) {
      this.notices.say(
        error instanceof StoreError && error.code !== "busy"
          ? words().documents.broken[error.code](words().untitled)
          : words().documents.failed(reasonOf(error)),
        "refusal",
      );
    }
    if (session.document.id !== id) release(id);
  }
}

export const tabs = service<Tabs>("tabs");
