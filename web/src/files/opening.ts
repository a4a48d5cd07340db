import { Text } from "@codemirror/state";
import { breath, docOf, long } from "../analysis/long-text.ts";
import { EngineError } from "../engine/engine-error.ts";
import type { Inspection, Reading } from "../engine/protocol.gen.ts";
import { asking } from "../services/asking.ts";
import { desk } from "../services/desk.ts";
import { blank } from "../services/document.ts";
import { notices } from "../services/notices.ts";
import { of } from "../services/service.ts";
import { session } from "../services/session.ts";
import { reread } from "../text/marking.ts";
import { lang, together, words } from "../words/words.ts";
import { claim } from "./claims.ts";
import { toUtf8 } from "./encoding.ts";
import { keeper } from "./keeper.ts";

/** openFile opens a file that was chosen or dropped. */
export async function openFile(file: File, handle: FileSystemFileHandle | null = null): Promise<void> {
  const w = words().open;
  // A file that is too large is refused before it is read into memory.
  const largest = await of(desk).engine.welcome.then(
    ({ maxFile }) => maxFile,
    () => Infinity,
  );
  if (file.size > largest) {
    await of(asking).refuse(file.name, w.tooLarge(words().bytes(file.size), words().bytes(largest)));
    return;
  }
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    await of(asking).refuse(file.name, w.unreadable(error instanceof Error ? error.message : String(error)));
    return;
  }
  await openBytes(file.name, bytes, handle);
}

/**
 * openBytes opens the bytes of a file: as the person chooses, when there is a
 * choice. original is false for text that comes from no file, as by pasting.
 */
export async function openBytes(
  name: string,
  raw: Uint8Array,
  handle: FileSystemFileHandle | null = null,
  original = true,
): Promise<void> {
  const w = words().open;
  const { bytes, encoding } = await toUtf8(raw);
  const notes = encoding === "utf-8" ? [] : [w.otherEncoding(name, encoding === "utf-16" ? "UTF-16" : "GB18030")];
  try {
    const inspection = await of(desk).engine.inspect({ data: bytes, lang: lang() });
    if (inspection.refusal) {
      await of(asking).refuse(name, inspection.refusal);
      return;
    }
    notes.push(...inspection.notes);
    let reading: Reading = inspection.recommended;
    const clear = clearly(inspection);
    if (!clear) {
      const chosen = await of(asking).chooseReading({ name, inspection, notes });
      if (!chosen) return;
      reading = chosen;
    }
    const { text } = await of(desk).engine.decode({ data: bytes, reading, lang: lang() });
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
    of(session).show(document, doc);
    void of(keeper).keep();
    of(desk).view.focus();
    const brackets = inspection.markup.marks + inspection.markup.strays > 0;
    of(notices).say(
      together([brackets ? w.opened(name) : w.openedPlain(name), ...(clear ? notes : [])]),
      "info",
      brackets && clear ? otherReading(reading) : undefined,
    );
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    if (error.code === "refused") await of(asking).refuse(name, error.message);
    else await openWithoutEngine(name, bytes);
  }
}

/** Nobody is asked about a text without brackets, nor about one whose every bracket
 * is a mark. */
function clearly({ recommended, markup }: Inspection): boolean {
  if (markup.marks === 0 && markup.strays === 0) return true;
  return recommended === "markup" && markup.strays === 0 && markup.marks >= 4;
}

/** otherReading offers to read the document the other way. */
export function otherReading(reading: Reading): { label: string; run: () => void } {
  const other: Reading = reading === "markup" ? "plain" : "markup";
  return {
    label: other === "plain" ? words().status.readAsPlain : words().status.readAsMarkup,
    run: () => void reread(of(desk), other),
  };
}

/** Without the engine a file can still be read and edited, if it is text. */
async function openWithoutEngine(name: string, bytes: Uint8Array): Promise<void> {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    await of(asking).refuse(name, words().open.notText);
    return;
  }
  const doc = Text.of(text.split(/\r\n?|\n/));
  const document = { ...blank(name, doc), original: bytes };
  void claim(document.id);
  of(session).show(document, doc);
  of(notices).say(words().status.engineFailed, "refusal");
}

/** openText opens text that was pasted. */
export async function openText(text: string): Promise<void> {
  await openBytes("", new TextEncoder().encode(text.toWellFormed()), null, false);
}

/** openNew opens an empty document. */
export function openNew(): void {
  const document = blank();
  void claim(document.id);
  of(session).show(document, "");
  of(desk).view.focus();
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
export async function openExample(name: string): Promise<void> {
  const { file, load } = examples.get(name)!;
  const text = await load();
  if (!file.includes(".policymark.")) {
    await openBytes(file, new TextEncoder().encode(text));
    return;
  }
  const doc = Text.of(text.split(/\r\n?|\n/));
  const document = { ...blank(file, doc) };
  void claim(document.id);
  of(session).show(document, doc);
  of(desk).view.focus();
}
