import type { Text } from "@codemirror/state";
import type { Workbench } from "../app/workbench.ts";
import { EngineError } from "../engine/client.ts";
import { lang, words } from "../words/words.ts";
import { canWriteFiles, download, pickTarget, write } from "./pick.ts";

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
  await put(bench, async (bytes) => {
    await write(handle, bytes);
    return words().save.done(bench.name);
  });
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
    await bench.keeper.keep();
  } catch (error) {
    failed(bench, error);
  }
}

function failed(bench: Workbench, error: unknown): void {
  const why = error instanceof Error ? error.message || error.name : String(error);
  bench.say(words().save.failed(why), "refusal");
}

/** encode returns the bytes to save; asIs when the engine could not be asked. */
async function encode(bench: Workbench): Promise<{ bytes: Uint8Array; doc: Text; asIs: boolean }> {
  const { document, analysis, engine, view } = bench;
  await analysis.upToDate();
  const { doc } = view.state;
  if (document.original.length > 0 && document.saved?.eq(doc)) return { bytes: document.original, doc, asIs: false };
  try {
    const { data } = await engine.encode({
      version: analysis.version,
      original: document.original,
      reading: document.reading,
      lang: lang(),
    });
    return { bytes: data, doc, asIs: false };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return { bytes: new TextEncoder().encode(doc.toString()), doc, asIs: true };
  }
}
