import type { Text } from "@codemirror/state";
import type { ViewUpdate } from "@codemirror/view";
import { textOf } from "../analysis/long-text.ts";
import { service } from "../services/service.ts";
import type { Session } from "../services/session.ts";
import { packText } from "./packing.ts";
import type { Why } from "./records.ts";
import type { Store } from "./store.ts";
import { thin } from "./thinning.ts";

/** Milliseconds of typing after which a version is kept. */
const often = 5 * 60_000;
/** A change that takes away more than this many UTF-16 units, or changes more than
 * this many places, is a large one: the text before it is kept. */
const large = { units: 1000, places: 12 };

/** History keeps versions of the open document: as it was when it was opened, before
 * large changes, when it is saved, every few minutes while it is typed in, and when
 * a person asks. */
export class History {
  /** Whether the text is still as it was opened. */
  private untouched = false;
  /** When the last version was kept, by the clock that never goes back. */
  private last = 0;
  private line: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly store: Pick<Store, "versions" | "addVersion" | "nameVersion" | "forgetVersions">,
    private readonly session: Pick<Session, "document" | "text" | "marks" | "addEventListener">,
  ) {
    session.addEventListener("leaving", () => {
      this.untouched = true;
      this.last = performance.now();
    });
  }

  /** changed tells of a change of the text. */
  changed(update: ViewUpdate): void {
    const before = update.startState.doc;
    if (this.untouched) {
      this.untouched = false;
      if (before.length > 0) void this.add("opened", before);
    } else if (before.length > 0 && isLarge(update)) {
      void this.add("before", before);
    } else if (performance.now() - this.last > often) {
      void this.add("typing");
    }
  }

  /** add keeps a version of a text, that of the document unless another is given;
   * false when the browser could not. A text that is the last version already is not
   * kept twice, unless it gets a name. */
  async add(why: Why, doc: Text = this.session.text, label = ""): Promise<boolean> {
    const { session } = this;
    const marks = doc === session.text ? session.marks : null;
    this.last = performance.now();
    return await this.addTo(session.document.id, why, doc, Date.now(), label, marks);
  }

  /** addTo keeps a version of a document that need not be open. */
  async addTo(id: string, why: Why, doc: Text, at: number, label = "", marks: number | null = null): Promise<boolean> {
    const { store } = this;
    const adding = this.line.then(async () => {
      const packed = await packText(textOf(doc));
      const [latest, ...older] = await store.versions(id);
      if (latest && same(latest.packed, packed)) {
        if (label) await store.nameVersion(latest.key!, label);
        return;
      }
      const entry = { id, at, why, label, length: doc.length, marks, packed };
      const key = await store.addVersion(entry);
      const spare = thin([{ ...entry, key }, ...(latest ? [latest] : []), ...older], at);
      if (spare.length > 0) await store.forgetVersions(spare.map((one) => one.key!));
    });
    this.line = adding.catch(() => {});
    return await adding.then(
      () => true,
      () => false,
    );
  }

  /** settled waits until what was to be kept is kept. */
  async settled(): Promise<void> {
    await this.line;
  }
}

const batches = ["fix.all", "reread", "restore"];

function isLarge(update: ViewUpdate): boolean {
  if (update.transactions.some((one) => batches.some((event) => one.isUserEvent(event)))) return true;
  let places = 0;
  let units = 0;
  update.changes.iterChangedRanges((from, to) => {
    places++;
    units += to - from;
  });
  return units > large.units || places > large.places;
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** The versions of documents. */
export const versions = service<History>("versions");
