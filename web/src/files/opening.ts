import { Text } from "@codemirror/state";
import type { Workbench } from "../app/workbench.ts";
import { EngineError } from "../engine/engine-error.ts";
import type { Inspection, Reading } from "../engine/protocol.gen.ts";
import { reread } from "../text/marking.ts";
import { breath, docOf, long } from "../analysis/long-text.ts";
import { lang, together, words } from "../words/words.ts";
import { claim } from "./claims.ts";
import { blank } from "./document.ts";
import { toUtf8 } from "./encoding.ts";
import { pickFiles } from "./pick.ts";

/** ReadingQuestion asks how a file shall be read. */
export interface ReadingQuestion {
  name: string;
  inspection: Inspection;
  notes: string[];
}

/** Choice is the answer. */
export interface Choice {
  reading: Reading;
}

/** openPicked lets the person choose files and opens them. */
export async function openPicked(bench: Workbench): Promise<void> {
  const picked = await pickFiles();
  const { openFiles } = await import("./importing.ts");
  await openFiles(bench, picked);
}

/** openFile opens a file that was chosen or dropped. */
export async function openFile(
  bench: Workbench,
  file: File,
  handle: FileSystemFileHandle | null = null,
): Promise<void> {
  const w = words().open;
  // A file that is too large is refused before it is read into memory.
  const largest = await bench.engine.welcome.then(
    ({ maxFile }) => maxFile,
    () => Infinity,
  );
  if (file.size > largest) {
    await bench.asker?.refuse(file.name, w.tooLarge(words().bytes(file.size), words().bytes(largest)));
    return;
  }
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    await bench.asker?.refuse(file.name, w.unreadable(error instanceof Error ? error.message : String(error)));
    return;
  }
  await openBytes(bench, file.name, bytes, handle);
}

/**
 * openBytes opens the bytes of a file: as the person chooses, when there is a
 * choice. original is false for text that comes from no file, as by pasting.
 */
export async function openBytes(
  bench: Workbench,
  name: string,
  raw: Uint8Array,
  handle: FileSystemFileHandle | null = null,
  original = true,
): Promise<void> {
  const w = words().open;
  const { bytes, encoding } = await toUtf8(raw);
  const notes = encoding === "utf-8" ? [] : [w.otherEncoding(name, encoding === "utf-16" ? "UTF-16" : "GB18030")];
  try {
    const inspection = await bench.engine.inspect({ data: bytes, lang: lang() });
    if (inspection.refusal) {
      await bench.asker?.refuse(name, inspection.refusal);
      return;
    }
    notes.push(...inspection.notes);
    let reading: Reading = inspection.recommended;
    const clear = clearly(inspection);
    if (!clear) {
      const choice = (await bench.asker?.chooseReading({ name, inspection, notes })) ?? null;
      if (!choice) return;
      reading = choice.reading;
    }
    const { text } = await bench.engine.decode({ data: bytes, reading, lang: lang() });
    if (text.length > long) await breath();
    const doc = docOf(text);
    if (text.length > long) await breath();
    // What was opened as plain text becomes a new file when it is saved: the
    // unmarked policy stays as it was.
    const keepsFile = original && reading === "markup" && encoding === "utf-8";
    const document = {
      ...blank(name, original ? doc : null),
      reading,
      original: original && encoding === "utf-8" ? bytes : new Uint8Array(),
      handle: keepsFile ? handle : null,
    };
    void claim(document.id);
    bench.show(document, doc);
    void bench.keeper.keep();
    bench.view.focus();
    const brackets = inspection.markup.marks + inspection.markup.strays > 0;
    bench.say(
      together([brackets ? w.opened(name) : w.openedPlain(name), ...(clear ? notes : [])]),
      "info",
      brackets && clear ? otherReading(bench, reading) : undefined,
    );
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    if (error.code === "refused") await bench.asker?.refuse(name, error.message);
    else await openWithoutEngine(bench, name, bytes);
  }
}

/** Nobody is asked about a text without brackets, nor about one whose every bracket
 * is a mark. */
function clearly({ recommended, markup }: Inspection): boolean {
  if (markup.marks === 0 && markup.strays === 0) return true;
  return recommended === "markup" && markup.strays === 0 && markup.marks >= 4;
}

/** otherReading offers to read the document the other way. */
export function otherReading(bench: Workbench, reading: Reading): { label: string; run: () => void } {
  const other: Reading = reading === "markup" ? "plain" : "markup";
  return {
    label: other === "plain" ? words().status.readAsPlain : words().status.readAsMarkup,
    run: () => void reread(bench, other),
  };
}

/** Without the engine a file can still be read and edited, if it is text. */
async function openWithoutEngine(bench: Workbench, name: string, bytes: Uint8Array): Promise<void> {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    await bench.asker?.refuse(name, words().open.notText);
    return;
  }
  const doc = Text.of(text.split(/\r\n?|\n/));
  const document = { ...blank(name, doc), original: bytes };
  void claim(document.id);
  bench.show(document, doc);
  bench.say(words().status.engineFailed, "refusal");
}

/** openText opens text that was pasted. */
export async function openText(bench: Workbench, text: string): Promise<void> {
  await openBytes(bench, "", new TextEncoder().encode(text.toWellFormed()), null, false);
}

/** openNew opens an empty document. */
export function openNew(bench: Workbench): void {
  const document = blank();
  void claim(document.id);
  bench.show(document, "");
  bench.view.focus();
}

const loaders = import.meta.glob<string>(["../../examples/*.txt", "!../../examples/first-*.txt"], {
  query: "?raw",
  import: "default",
});
/** What a first visit shows comes with the page. */
const first = import.meta.glob<string>("../../examples/first-*.txt", { query: "?raw", import: "default", eager: true });

/** An example: the name of its file, and how to load it. */
interface Example {
  file: string;
  load: () => Promise<string>;
}

/** The shortest first. */
const order = ["first-zh", "first-en", "shop-zh", "app-en", "plain-zh"];

/** The examples by name: "shop-zh", … */
export const examples: ReadonlyMap<string, Example> = new Map(
  [...Object.entries(loaders), ...Object.entries(first).map(([path, text]) => [path, async () => text] as const)]
    .map(([path, load]): [string, Example] => {
      const file = path.slice(path.lastIndexOf("/") + 1);
      return [file.replace(/(\.policymark)?\.txt$/, ""), { file, load }];
    })
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)),
);

/** openExample opens one of the examples: those with marks at once, one without as
 * any file. */
export async function openExample(bench: Workbench, name: string): Promise<void> {
  const { file, load } = examples.get(name)!;
  const text = await load();
  if (!file.includes(".policymark.")) {
    await openBytes(bench, file, new TextEncoder().encode(text));
    return;
  }
  const doc = Text.of(text.split(/\r\n?|\n/));
  const document = { ...blank(file, doc) };
  void claim(document.id);
  bench.show(document, doc);
  bench.view.focus();
}
