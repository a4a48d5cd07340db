import type { Message, Workbench } from "../app/workbench.ts";
import { words } from "../words/words.ts";
import type { PolicyDocument } from "./document.ts";
import { reasonOf } from "./reason.ts";
import { opening, type Kept, type Source } from "./records.ts";
import { goTo } from "./workspace.ts";

/** Holding is a document that is in no storage as it is here. */
export interface Holding {
  kept: Kept;
  /** What was known of it while it was open; null for one that was rescued. */
  document: PolicyDocument | null;
  source: Source | undefined;
}

/** Left holds the documents that were left while the browser could not keep them, by
 * their ids, until it can. */
export class Left {
  private readonly held = new Map<string, Holding>();
  private said: Message | null = null;

  constructor(private readonly bench: Workbench) {}

  get size(): number {
    return this.held.size;
  }

  /** hold holds a document, unless a later edition of it is held. */
  hold(holding: Holding): void {
    const before = this.held.get(holding.kept.id);
    if ((before?.kept.edition ?? 0) <= (holding.kept.edition ?? 0)) this.held.set(holding.kept.id, holding);
  }

  /** tell says that a document is held, and offers the way back to it. */
  tell({ kept: { id, name, text } }: Holding, error: unknown): void {
    const shown = name || opening(text) || words().untitled;
    this.bench.say(words().documents.storage.left(shown, reasonOf(error)), "refusal", {
      label: words().documents.open,
      run: () => void goTo(this.bench, id, name),
    });
    this.said = this.bench.message;
  }

  has(id: string): boolean {
    return this.held.has(id);
  }

  /** take hands out a document, which is open or kept from now on. */
  take(id: string): Holding | undefined {
    const holding = this.held.get(id);
    this.held.delete(id);
    return holding;
  }

  all(): Holding[] {
    return [...this.held.values()];
  }

  /** relieved takes back what was said once nothing is held. */
  relieved(): void {
    if (this.size === 0 && this.said && this.bench.message === this.said) this.bench.hush();
  }
}
