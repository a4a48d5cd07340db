import { Text } from "@codemirror/state";
import { asking } from "../services/asking.ts";
import { desk } from "../services/desk.ts";
import { blank } from "../services/document.ts";
import { navigation } from "../services/navigation.ts";
import { notices } from "../services/notices.ts";
import { of } from "../services/service.ts";
import { session } from "../services/session.ts";
import { words } from "../words/words.ts";
import { anchorOf, place, type Anchor } from "./anchor.ts";
import { claim, release } from "./claims.ts";
import { keeper } from "./keeper.ts";
import { LinkError, longestLink, readLink, safeLink, writeLink, type Linked } from "./link.ts";
import { saveCopy } from "./saving.ts";
import { shownName } from "./tabs.ts";
import { openDocument } from "./workspace.ts";

/** copyDocumentLink puts an address on the clipboard that carries the document. */
export async function copyDocumentLink(): Promise<void> {
  const w = words().documents.link;
  const address = addressOf(await writeLink(carried()));
  if (address.length > longestLink) {
    of(notices).say(w.tooLong(address.length, longestLink), "refusal", {
      label: words().toolbar.download,
      run: () => void saveCopy(),
    });
    return;
  }
  await copy(address, address.length > safeLink ? w.copiedLong(address.length) : w.copied);
}

/** copyPlaceLink puts an address on the clipboard that carries the document and the
 * place of the selection, or of the line of the caret; where the document is too
 * long, the place alone. */
export async function copyPlaceLink(): Promise<void> {
  const w = words().documents.link;
  const at = here();
  if (!at) {
    of(notices).say(w.nothingHere, "refusal");
    return;
  }
  const whole = addressOf(await writeLink({ ...carried(), at }));
  if (whole.length <= longestLink) {
    await copy(whole, whole.length > safeLink ? w.copiedLong(whole.length) : w.placeCopied);
    return;
  }
  const { id } = of(session).document;
  await copy(
    addressOf(await writeLink({ type: "place", id, name: of(session).name, at })),
    w.placeAlone(of(session).name),
  );
}

function carried(): Extract<Linked, { type: "document" }> {
  const { document, text } = of(session);
  return { type: "document", name: document.name, reading: document.reading, text: text.toString() };
}

function here(): Anchor | null {
  const { doc, selection } = of(desk).view.state;
  let { from, to } = selection.main;
  if (from === to) {
    const line = doc.lineAt(from);
    from = line.from + (/^\s*/.exec(line.text)?.[0].length ?? 0);
    to = line.from + line.text.trimEnd().length;
  }
  return from < to ? anchorOf(doc.toString(), from, to) : null;
}

const addressOf = (hash: string): string => location.href.replace(/#.*$/s, "") + hash;

async function copy(address: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(address);
  } catch {
    await of(asking).showText(words().documents.link.byHand, address);
    return;
  }
  of(notices).say(done);
}

/** openAddress opens the link that the page's address is, always as a document of its
 * own; false when it carries nothing that could be opened. The address is cleared,
 * so that a reload does not open it again. */
export async function openAddress(): Promise<boolean> {
  const { hash } = location;
  try {
    history.replaceState(null, "", location.href.replace(/#.*$/s, ""));
  } catch {
    // A page that may not change its address opens it again after a reload.
  }
  try {
    const linked = await readLink(hash);
    if (linked.type === "place") return await openPlace(linked);
    await openLinked(linked);
    return true;
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    const w = words().documents.link;
    await of(asking).refuse(w.title, w.errors[error.code]);
    return false;
  }
}

async function openLinked(linked: Extract<Linked, { type: "document" }>): Promise<void> {
  const w = words().documents.link;
  const doc = Text.of(linked.text.split(/\r\n?|\n/));
  const kept = await sameText(linked.name, doc);
  if (!kept) {
    const document = { ...blank(linked.name), reading: linked.reading };
    await claim(document.id);
    of(session).show(document, doc);
    void of(keeper).keep();
  }
  of(desk).view.focus();
  of(notices).say(kept ? w.openedKept(shownName()) : w.opened(shownName()));
  if (linked.at) showPlace(linked.at);
}

/** A link that is opened twice opens the document that it made the first time. */
async function sameText(name: string, doc: Text): Promise<boolean> {
  try {
    const { store } = of(keeper);
    for (const entry of await store.recent()) {
      if (entry.name !== name || entry.length !== doc.length) continue;
      if (of(session).document.id === entry.id && !of(session).locked) {
        // What is kept may be a moment older than what is open.
        if (of(session).text.eq(doc)) return true;
        continue;
      }
      const found = await store.find(entry.id);
      if (!found || found.kept.text !== doc.toString()) continue;
      if (!(await claim(entry.id))) continue;
      if (await of(keeper).reopen(entry.id)) return true;
      release(entry.id);
    }
  } catch {
    // Nothing is kept: it opens as a new document.
  }
  return false;
}

async function openPlace(linked: Extract<Linked, { type: "place" }>): Promise<boolean> {
  const w = words().documents.link;
  const entries = await of(keeper)
    .store.recent()
    .catch(() => []);
  const entry = entries.find(({ id }) => id === linked.id) ?? entries.find(({ name }) => name === linked.name);
  if (!entry) {
    await of(asking).refuse(linked.name, w.notHere(linked.name));
    return false;
  }
  if (!(await openDocument(entry.id, entry.name))) return false;
  showPlace(linked.at);
  return true;
}

/** showPlace selects the place of an anchor, or says that it is not there. */
export function showPlace(anchor: Anchor): void {
  const w = words().documents.link;
  const found = place(of(session).text.toString(), anchor);
  if (!found) {
    of(notices).say(w.notPlaced(anchor.exact.slice(0, 40)), "refusal");
    return;
  }
  of(navigation).revealNow(found);
  if (found.how !== "position") of(notices).say(w.placedByWords);
}
