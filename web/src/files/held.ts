import type { PolicyDocument } from "../services/document.ts";
import type { Notice, Notices } from "../services/notices.ts";
import { words } from "../words/words.ts";
import { reasonOf } from "./reason.ts";
import { opening, type Kept, type Source } from "./records.ts";

/** Holding is a document that is in no storage as it is here. */
export interface Holding {
  kept: Kept;
  /** What was known of it while it was open; null for one that was rescued. */
  document: PolicyDocument | null;
  source: Source | undefined;
}

/** HeldDocuments are those that were left while the browser could not keep them, by their
 * ids, until it can. */
export class HeldDocuments {
  private readonly held = new Map<string, Holding>();
  private said: Notice | null = null;

  /** open opens a document again, by its id and its name. */
  constructor(
    private readonly notices: Notices,
    private readonly open: (id: string, name: string) => void,
  ) {}

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
    this.notices.say(words().documents.storage.left(shown, reasonOf(error)), "refusal", {
      label: words().documents.open,
      run: () => this.open(id, name),
    });
    this.said = this.notices.last;
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
    if (this.size === 0 && this.said && this.notices.last === this.said) this.notices.hush();
  }
}
