import type { Text } from "@codemirror/state";
import type { Workbench } from "../app/workbench.ts";
import { EngineError } from "../engine/engine-error.ts";
import { lang, words } from "../words/words.ts";
import { openBytes } from "./opening.ts";
import { canWriteFiles, download, mayWrite, pickTarget, read, write } from "./pick.ts";

/** The end of a name under which a policy with marks is saved. */
const ending = ".policymark.txt";

/** fileName is the name under which the document is saved. What was opened as
 * plain text gets a name of its own, so that the policy without marks stays. */
function fileName(bench: Workbench): string {
  const { name, reading } = bench.document;
  if (!name) return words().untitled + ending;
  if (reading === "markup" || (!bench.dirty && bench.document.original.length > 0)) return name;
  return name.endsWith(ending) ? name : name.replace(/\.(txt|md|html?)$/i, "") + ending;
}

/** save saves to the file that the document came from, else asks for one. */
export async function save(bench: Workbench): Promise<void> {
  const { handle } = bench.document;
  if (!handle) {
    await saveAs(bench);
    return;
  }
  try {
    if (!(await mayWrite(handle))) {
      refused(bench, words().documents.file.notAllowed(handle.name));
      return;
    }
    const now = await read(handle);
    if (!same(now, bench.document.original)) {
      const answer = await askChanged(handle.name);
      if (answer === "open") await openBytes(bench, handle.name, now, handle);
      else if (answer === "saveAs") await saveAs(bench);
      if (answer !== "overwrite") return;
    }
  } catch (error) {
    const gone = error instanceof DOMException && error.name === "NotFoundError";
    if (gone) refused(bench, words().documents.file.gone(handle.name));
    else failed(bench, error);
    return;
  }
  await put(bench, async (bytes) => {
    await write(handle, bytes);
    return words().save.done(bench.name);
  });
}

/** askChanged asks what to do with a file that another program has changed since it
 * was opened. */
async function askChanged(name: string): Promise<string> {
  const w = words().documents.file;
  const { ask } = await import("../dialogs/ask.ts");
  return await ask({
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

function refused(bench: Workbench, text: string): void {
  bench.say(text, "refusal", { label: words().toolbar.saveAs, run: () => void saveAs(bench) });
}

/** saveAs asks where to save; a browser that cannot ask downloads. */
export async function saveAs(bench: Workbench): Promise<void> {
  if (!canWriteFiles()) {
    await saveCopy(bench);
    return;
  }
  const name = fileName(bench);
  try {
    // The browser asks only right after a click: the bytes come afterwards.
    const handle = await pickTarget(name);
    if (!handle) return;
    await put(bench, async (bytes) => {
      await write(handle, bytes);
      bench.document.handle = handle;
      bench.document.name = handle.name;
      return words().save.done(handle.name);
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === "SecurityError") await saveCopy(bench);
    else failed(bench, error);
  }
}

/** saveCopy puts the file into the downloads. */
export async function saveCopy(bench: Workbench): Promise<void> {
  const name = fileName(bench);
  await put(bench, (bytes) => {
    download(name, bytes);
    bench.document.name = name;
    return Promise.resolve(words().save.downloaded(name));
  });
}

async function put(bench: Workbench, how: (bytes: Uint8Array) => Promise<string>): Promise<void> {
  const { document } = bench;
  try {
    const { bytes, doc, asIs } = await encode(bench);
    const done = await how(bytes);
    // What is saved is the file from now on: the next unchanged saving gives it again.
    if (bytes !== document.original) {
      document.original = bytes;
      document.reading = "markup";
    }
    document.saved = doc;
    bench.weigh();
    bench.tell("document");
    bench.say(asIs ? `${done}. ${words().save.withoutEngine}` : done);
    await Promise.all([bench.keeper.keep(), bench.history.add("saved", doc)]);
  } catch (error) {
    failed(bench, error);
  }
}

function failed(bench: Workbench, error: unknown): void {
  const w = words();
  const { name, message } = (error ?? {}) as Partial<Error>;
  const why =
    name === "NotAllowedError"
      ? w.documents.file.permission
      : name === "QuotaExceededError"
        ? w.documents.storage.full
        : message || name;
  bench.say(w.save.failed(why || String(error)), "refusal");
}

/** encode returns the bytes to save; asIs when the engine could not be asked. */
async function encode(bench: Workbench): Promise<{ bytes: Uint8Array; doc: Text; asIs: boolean }> {
  const { document, analysis, engine, view } = bench;
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
