import type { Workbench } from "../app/workbench.ts";
import { words } from "../words/words.ts";
import { claim, has, onLost, release } from "./claims.ts";
import { reasonOf } from "./reason.ts";
import { opening } from "./records.ts";
import { StoreError } from "./store.ts";

/** What tabs tell one another: "give" asks for a document, "given" says that it was
 * let go, "kept" that a new edition is in the database. */
interface Message {
  type: "give" | "given" | "kept";
  id: string;
}

/** Milliseconds that another tab has to let go of a document. */
const patience = 3000;

/** shownName is what a person calls the open document: its name or its first words. */
export const shownName = (bench: Workbench): string =>
  bench.document.name || opening(bench.view.state.doc.sliceString(0, 200)) || words().untitled;

/** Tabs speaks with the other tabs, so that a document has one writer and a person
 * is told where it is. */
export class Tabs {
  private readonly channel: BroadcastChannel | null;
  /** Whether a text that another tab does not have is on its way into the history. */
  private rescuing = false;

  constructor(private readonly bench: Workbench) {
    let channel: BroadcastChannel | null = null;
    try {
      channel = new BroadcastChannel("policymark");
      channel.onmessage = ({ data }: MessageEvent<Message>) => void this.heard(data);
    } catch {
      // Without a channel a document is taken by its lock alone.
    }
    this.channel = channel;
    onLost((id) => void this.lost(id));
  }

  /** kept tells the other tabs that a document was kept. */
  kept(id: string): void {
    this.post({ type: "kept", id });
  }

  private post(message: Message): void {
    this.channel?.postMessage(message);
  }

  private async heard({ type, id }: Message): Promise<void> {
    const { bench } = this;
    if (type === "give" && has(id)) {
      const open = bench.document.id === id;
      if (open) {
        if (await bench.keeper.keep()) this.giveUp(id);
        else if (bench.document.id === id) await bench.keeper.part();
      }
      release(id);
      this.post({ type: "given", id });
    } else if (type === "kept" && bench.locked && bench.document.id === id && !this.rescuing) {
      await this.follow(id);
    }
  }

  /** Another tab took the document without waiting for an answer. */
  private async lost(id: string): Promise<void> {
    const { bench } = this;
    if (bench.document.id !== id) return;
    const text = bench.keeper.state === "kept" ? null : bench.view.state.doc;
    this.giveUp(id);
    if (!text) return;
    this.rescuing = true;
    const isSafe = await bench.history.add("rescued", text);
    this.rescuing = false;
    if (isSafe || bench.document.id !== id) return;
    bench.lock(false);
    await bench.keeper.part();
  }

  private giveUp(id: string): void {
    const { bench } = this;
    bench.lock(true);
    this.offer(id, shownName(bench), words().documents.tabs.taken);
  }

  /** follow shows what another tab has kept of the document that is only read here. */
  private async follow(id: string): Promise<void> {
    const { bench } = this;
    const found = await bench.keeper.store.find(id).catch(() => undefined);
    if (!found || !bench.locked || bench.document.id !== id) return;
    bench.document.edition = found.entry?.edition ?? 0;
    bench.replaceText(found.kept.text, true);
  }

  /** offer says that a document is open in another tab, and offers to bring it here. */
  offer(id: string, name: string, text = words().documents.tabs.elsewhere): void {
    const { bring } = words().documents.tabs;
    this.bench.say(text(name || words().untitled), "refusal", { label: bring, run: () => void this.bring(id) });
  }

  /** bring takes a document from the tab that has it, with its newest text. */
  async bring(id: string): Promise<void> {
    const { bench } = this;
    try {
      if (!has(id)) {
        this.post({ type: "give", id });
        // A tab that the browser has put to sleep does not answer.
        if (!(await claim(id, { patience }))) await claim(id, { force: true });
      }
      if (await bench.keeper.reopen(id)) {
        bench.view.focus();
        bench.say(words().documents.tabs.brought(shownName(bench)));
        return;
      }
      bench.say(words().documents.gone, "refusal");
    } catch (error) {
      bench.say(
        error instanceof StoreError && error.code !== "busy"
          ? words().documents.broken[error.code](words().untitled)
          : words().documents.failed(reasonOf(error)),
        "refusal",
      );
    }
    if (bench.document.id !== id) release(id);
  }
}
