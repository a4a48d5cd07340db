import type { EngineClient } from "../engine/contract.ts";
import type { Comparing } from "../engine/protocol.gen.ts";
import { besideOf, keepBeside } from "../files/beside.ts";
import { sayFailure } from "../files/workspace.ts";
import { lang } from "../words/words.ts";

/** The choices of a row of several annotators, see DecideRowRequest. */
export const neither = -1;
export const all = -2;

/** Of how many comparisons the decisions are kept with a document. */
const mostKept = 8;

/** What was decided of the rows of a comparison. It is kept with the document, so that
 * it is there after a reload, as long as the texts are the same. */
export class Decided {
  private readonly choices = new Map<number, number>();
  /** What was decided of a row before, the latest last. */
  private readonly steps: { row: number; before: number }[] = [];
  private readonly key: string;

  constructor(
    private readonly engine: Pick<EngineClient, "decideRow">,
    private readonly document: string,
    /** The document's name, for a person. */
    private readonly name: string,
    private readonly kind: Comparing,
    texts: readonly string[],
  ) {
    this.key = [kind, ...texts.map((text) => `${text.length}-${hash(text)}`)].join(" ");
  }

  /** Whether there are decisions to take back. */
  get undoable(): boolean {
    return this.steps.length > 0;
  }

  /** again decides what was decided of the same texts before. */
  async again(): Promise<void> {
    if (this.kind !== "annotators" && this.kind !== "carry") return;
    const beside = await besideOf(this.document).catch(() => null);
    for (const [row, choice] of beside?.decided?.find(({ key }) => key === this.key)?.choices ?? []) {
      await this.tell(row, choice);
      this.choices.set(row, choice);
    }
  }

  /** decide decides on a row. Rejects with an EngineError. */
  async decide(row: number, choice: number): Promise<void> {
    const before = await this.tell(row, choice);
    this.steps.push({ row, before });
    this.keep(row, choice);
  }

  /** undo takes the last decision back and returns its row; undefined for none. */
  async undo(): Promise<number | undefined> {
    const last = this.steps.pop();
    if (!last) return undefined;
    await this.tell(last.row, last.before);
    this.keep(last.row, last.before);
    return last.row;
  }

  private async tell(row: number, choice: number): Promise<number> {
    const { before } = await this.engine.decideRow({ kind: this.kind, row, choice, lang: lang() });
    return before;
  }

  private keep(row: number, choice: number): void {
    if (choice === 0) this.choices.delete(row);
    else this.choices.set(row, choice);
    const { key, name } = this;
    const choices = [...this.choices];
    void keepBeside(this.document, (beside) => ({
      ...beside,
      decided: [{ key, choices }, ...(beside.decided ?? []).filter((one) => one.key !== key)].slice(0, mostKept),
    })).catch((error: unknown) => sayFailure(error, name));
  }
}

/** FNV-1a of a text's units. */
function hash(text: string): string {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h >>> 0).toString(36);
}
