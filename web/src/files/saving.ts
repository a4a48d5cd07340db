import type { Text } from "@codemirror/state";
import { EngineError } from "../engine/engine-error.ts";
import { asking } from "../services/asking.ts";
import { desk } from "../services/desk.ts";
import { notices } from "../services/notices.ts";
import { of } from "../services/service.ts";
import { session } from "../services/session.ts";
import { lang, words } from "../words/words.ts";
import { versions } from "./history.ts";
import { keeper } from "./keeper.ts";
import { openBytes } from "./opening.ts";
import { canWriteFiles, download, mayWrite, pickTarget, read, write } from "./pick.ts";

/** The end of a name under which a policy with marks is saved. */
const ending = ".policymark.txt";

/** fileName is the name under which the document is saved. What was opened as
 * plain text gets a name of its own, so that the policy without marks stays. */
function fileName(): string {
  const { name, reading } = of(session).document;
  if (!name) return words().untitled + ending;
  if (reading === "markup" || (!of(session).dirty && of(session).document.original.length > 0)) return name;
  return name.endsWith(ending) ? name : name.replace(/\.(txt|md|html?)$/i, "") + ending;
}

/** save saves to the file that the document came from, else asks for one. */
export async function save(): Promise<void> {
  const { handle } = of(session).document;
  if (!handle) {
    await saveAs();
    return;
  }
  try {
    if (!(await mayWrite(handle))) {
      refused(words().documents.file.notAllowed(handle.name));
      return;
    }
    const now = await read(handle);
    if (!same(now, of(session).document.original)) {
      const answer = await askChanged(handle.name);
      if (answer === "open") await openBytes(handle.name, now, handle);
      else if (answer === "saveAs") await saveAs();
      if (answer !== "overwrite") return;
    }
  } catch (error) {
    const gone = error instanceof DOMException && error.name === "NotFoundError";
    if (gone) refused(words().documents.file.gone(handle.name));
    else failed(error);
    return;
  }
  await put(async (bytes) => {
    await write(handle, bytes);
    return words().save.done(of(session).name);
  });
}

/** askChanged asks what to do with a file that another program has changed since it
 * was opened. */
async function askChanged(name: string): Promise<string> {
  const w = words().documents.file;
  return await of(asking).ask({
    title: w.changedTitle(name),
    text: w.changed,
    options: [
      { id: "open", label: w.openTheirs, primary: true },
      { id: "saveAs", label: words().toolbar.saveAs },
      { id: "overwrite", label: w.overwrite },
    ],
  });
}

const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i]);

function refused(text: string): void {
  of(notices).say(text, "refusal", { label: words().toolbar.saveAs, run: () => void saveAs() });
}

/** saveAs asks where to save; a browser that cannot ask downloads. */
export async function saveAs(): Promise<void> {
  if (!canWriteFiles()) {
    await saveCopy();
    return;
  }
  const name = fileName();
  try {
    // The browser asks only right after a click: the bytes come afterwards.
    const handle = await pickTarget(name);
    if (!handle) return;
    await put(async (bytes) => {
      await write(handle, bytes);
      of(session).document.handle = handle;
      of(session).rename(handle.name);
      return words().save.done(handle.name);
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === "SecurityError") await saveCopy();
    else failed(error);
  }
}

/** saveCopy puts the file into the downloads. */
export async function saveCopy(): Promise<void> {
  const name = fileName();
  await put((bytes) => {
    download(name, bytes);
    of(session).rename(name);
    return Promise.resolve(words().save.downloaded(name));
  });
}

async function put(how: (bytes: Uint8Array) => Promise<string>): Promise<void> {
  const { document } = of(session);
  try {
    const { bytes, doc, asIs } = await encode();
    const done = await how(bytes);
    // What is saved is the file from now on: the next unchanged saving gives it again.
    if (bytes !== document.original) {
      document.original = bytes;
      document.reading = "markup";
    }
    document.saved = doc;
    of(session).weigh();
    of(notices).say(asIs ? `${done}. ${words().save.withoutEngine}` : done);
    await Promise.all([of(keeper).keep(), of(versions).add("saved", doc)]);
  } catch (error) {
    failed(error);
  }
}

function failed(error: unknown): void {
  const w = words();
  const { name, message } = (error ?? {}) as Partial<Error>;
  const why =
    name === "NotAllowedError"
      ? w.documents.file.permission
      : name === "QuotaExceededError"
        ? w.documents.storage.full
        : message || name;
  of(notices).say(w.save.failed(why || String(error)), "refusal");
}

/** encode returns the bytes to save; asIs when the engine could not be asked. */
async function encode(): Promise<{ bytes: Uint8Array; doc: Text; asIs: boolean }> {
  const { analysis, engine, view } = of(desk);
  const { document } = of(session);
  await analysis.upToDate();
  if (document.original.length > 0 && document.saved?.eq(view.state.doc)) {
    return { bytes: document.original, doc: view.state.doc, asIs: false };
  }
  for (let isAgain = false; ; isAgain = true) {
    await analysis.upToDate();
    const { doc } = view.state;
    try {
      const { version } = analysis;
      const { original, reading } = document;
      const { data } = await engine.encode({ version, original, reading, lang: lang() });
      return { bytes: data, doc, asIs: false };
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      // The next engine is asked too, for only an engine knows the file's own bytes.
      if (error.code === "restarted" && !isAgain) continue;
      return { bytes: new TextEncoder().encode(doc.toString()), doc, asIs: true };
    }
  }
}
