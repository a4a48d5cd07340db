import { EditorSelection, Text } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { Workbench } from "../app/workbench.ts";
import { words } from "../words/words.ts";
import { anchorOf, place, type Anchor } from "./anchor.ts";
import { claim, release } from "./claims.ts";
import { blank } from "./document.ts";
import { isLink, LinkError, longestLink, readLink, safeLink, writeLink, type Linked } from "./link.ts";
import { saveCopy } from "./saving.ts";
import { shownName } from "./tabs.ts";
import { goTo } from "./workspace.ts";

/** copyDocumentLink puts an address on the clipboard that carries the document. */
export async function copyDocumentLink(bench: Workbench): Promise<void> {
  const w = words().documents.link;
  const address = addressOf(await writeLink(carried(bench)));
  if (address.length > longestLink) {
    bench.say(w.tooLong(address.length, longestLink), "refusal", {
      label: words().toolbar.download,
      run: () => void saveCopy(bench),
    });
    return;
  }
  await copy(bench, address, address.length > safeLink ? w.copiedLong(address.length) : w.copied);
}

/** copyPlaceLink puts an address on the clipboard that carries the document and the
 * place of the selection, or of the line of the caret; where the document is too
 * long, the place alone. */
export async function copyPlaceLink(bench: Workbench): Promise<void> {
  const w = words().documents.link;
  const at = here(bench);
  if (!at) {
    bench.say(w.nothingHere, "refusal");
    return;
  }
  const whole = addressOf(await writeLink({ ...carried(bench), at }));
  if (whole.length <= longestLink) {
    await copy(bench, whole, whole.length > safeLink ? w.copiedLong(whole.length) : w.placeCopied);
    return;
  }
  const { id } = bench.document;
  await copy(bench, addressOf(await writeLink({ type: "place", id, name: bench.name, at })), w.placeAlone(bench.name));
}

function carried(bench: Workbench): Extract<Linked, { type: "document" }> {
  const { document, view } = bench;
  return { type: "document", name: document.name, reading: document.reading, text: view.state.doc.toString() };
}

function here(bench: Workbench): Anchor | null {
  const { doc, selection } = bench.view.state;
  let { from, to } = selection.main;
  if (from === to) {
    const line = doc.lineAt(from);
    from = line.from + (/^\s*/.exec(line.text)?.[0].length ?? 0);
    to = line.from + line.text.trimEnd().length;
  }
  return from < to ? anchorOf(doc.toString(), from, to) : null;
}

const addressOf = (hash: string): string => location.href.replace(/#.*$/s, "") + hash;

async function copy(bench: Workbench, address: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(address);
  } catch {
    const { showText } = await import("../dialogs/ask.ts");
    await showText(words().documents.link.byHand, address);
    return;
  }
  bench.say(done);
}

/** openAddress opens what the page's address carries, always as a document of its
 * own; false when it carries nothing that could be opened. The address is cleared,
 * so that a reload does not open it again. */
export async function openAddress(bench: Workbench): Promise<boolean> {
  const { hash } = location;
  if (!isLink(hash)) return false;
  try {
    history.replaceState(null, "", location.href.replace(/#.*$/s, ""));
  } catch {
    // A page that may not change its address opens it again after a reload.
  }
  try {
    const linked = await readLink(hash);
    if (linked.type === "place") return await openPlace(bench, linked);
    await openLinked(bench, linked);
    return true;
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    const w = words().documents.link;
    await bench.asker?.refuse(w.title, w.errors[error.code]);
    return false;
  }
}

/** listenForLinks opens what a person puts into the address while the page is open. */
export function listenForLinks(bench: Workbench): void {
  addEventListener("hashchange", () => void openAddress(bench));
}

async function openLinked(bench: Workbench, linked: Extract<Linked, { type: "document" }>): Promise<void> {
  const w = words().documents.link;
  const doc = Text.of(linked.text.split(/\r\n?|\n/));
  const kept = await sameText(bench, linked.name, doc);
  if (!kept) {
    const document = { ...blank(linked.name), reading: linked.reading };
    await claim(document.id);
    bench.show(document, doc);
    void bench.keeper.keep();
  }
  bench.view.focus();
  bench.say(kept ? w.openedKept(shownName(bench)) : w.opened(shownName(bench)));
  if (linked.at) showPlace(bench, linked.at);
}

/** A link that is opened twice opens the document that it made the first time. */
async function sameText(bench: Workbench, name: string, doc: Text): Promise<boolean> {
  try {
    const { store } = bench.keeper;
    for (const entry of await store.recent()) {
      if (entry.name !== name || entry.length !== doc.length) continue;
      if (bench.document.id === entry.id && !bench.locked) {
        // What is kept may be a moment older than what is open.
        if (bench.view.state.doc.eq(doc)) return true;
        continue;
      }
      const found = await store.find(entry.id);
      if (!found || found.kept.text !== doc.toString()) continue;
      if (!(await claim(entry.id))) continue;
      if (await bench.keeper.reopen(entry.id)) return true;
      release(entry.id);
    }
  } catch {
    // Nothing is kept: it opens as a new document.
  }
  return false;
}

async function openPlace(bench: Workbench, linked: Extract<Linked, { type: "place" }>): Promise<boolean> {
  const w = words().documents.link;
  const entries = await bench.keeper.store.recent().catch(() => []);
  const entry = entries.find(({ id }) => id === linked.id) ?? entries.find(({ name }) => name === linked.name);
  if (!entry) {
    await bench.asker?.refuse(linked.name, w.notHere(linked.name));
    return false;
  }
  if (!(await goTo(bench, entry.id, entry.name))) return false;
  showPlace(bench, linked.at);
  return true;
}

/** showPlace selects the place of an anchor, or says that it is not there. */
export function showPlace(bench: Workbench, anchor: Anchor): void {
  const { view } = bench;
  const w = words().documents.link;
  const found = place(view.state.doc.toString(), anchor);
  if (!found) {
    bench.say(w.notPlaced(anchor.exact.slice(0, 40)), "refusal");
    return;
  }
  view.dispatch({
    selection: EditorSelection.single(found.from, found.to),
    effects: EditorView.scrollIntoView(found.from, { y: "center" }),
  });
  view.focus();
  if (found.how !== "position") bench.say(w.placedByWords);
}
