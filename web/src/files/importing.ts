import { EngineError } from "../engine/engine-error.ts";
import { asking } from "../services/asking.ts";
import { commands } from "../services/commands.ts";
import { desk } from "../services/desk.ts";
import { newId } from "../services/document.ts";
import { notices } from "../services/notices.ts";
import { of } from "../services/service.ts";
import { lang, together, words } from "../words/words.ts";
import { toUtf8 } from "./encoding.ts";
import { ImportError, importZip, isZip, type Step } from "./exporting.ts";
import { keeper } from "./keeper.ts";
import { openFile } from "./opening.ts";
import type { Picked } from "./pick.ts";
import { openDocument, sayFailure } from "./workspace.ts";

/** openFiles opens what a person chose or dropped: one file as ever, several into the
 * workspace, each read as the engine recommends, and the first is shown. */
export async function openFiles(files: readonly Picked[]): Promise<void> {
  const [only, second] = files;
  if (!only) return;
  if (!second && !(await startsAsZip(only.file))) {
    await openFile(only.file, only.handle);
    return;
  }
  const w = words().documents.import;
  const opened: string[] = [];
  const refused: string[] = [];
  let known = 0;
  try {
    await of(asking).work(w.title, async (step) => {
      for (const [i, { file, handle }] of files.entries()) {
        await step(i, files.length, file.name);
        const bytes = new Uint8Array(await file.arrayBuffer());
        if (!isZip(bytes)) {
          await add(file.name, bytes, handle);
          continue;
        }
        const within: Step = (done, all) => step(i + done / Math.max(1, all), files.length, file.name);
        const result = await importZip(bytes, within, (name, content) => add(name, content, null));
        opened.push(...result.documents);
        refused.push(...result.broken);
        known += result.known;
      }
    });
  } catch (error) {
    if (error instanceof ImportError) refused.push(error.message);
    else {
      sayFailure(error, "");
      return;
    }
  }
  async function add(name: string, bytes: Uint8Array, handle: FileSystemFileHandle | null): Promise<void> {
    const id = await addFile(name, bytes, handle);
    if (id) opened.push(id);
    else refused.push(name);
  }
  if (opened[0]) await openDocument(opened[0], "");
  const told = [
    w.done(opened.length),
    known > 0 ? w.known(known) : "",
    refused.length > 0 ? w.refused(refused.slice(0, 5).join(words().problems.comma), refused.length) : "",
  ];
  of(notices).say(together(told), refused.length > 0 ? "refusal" : "info", {
    label: words().documents.open,
    run: () => of(commands).run("documents"),
  });
}

async function startsAsZip(file: File): Promise<boolean> {
  try {
    return isZip(new Uint8Array(await file.slice(0, 4).arrayBuffer()));
  } catch {
    return false;
  }
}

/** Adds a file to the workspace without asking; null when it cannot be read. */
async function addFile(name: string, raw: Uint8Array, handle: FileSystemFileHandle | null): Promise<string | null> {
  const { bytes, encoding } = await toUtf8(raw);
  try {
    const { refusal, recommended, markup } = await of(desk).engine.inspect({ data: bytes, lang: lang() });
    if (refusal) return null;
    const { text } = await of(desk).engine.decode({ data: bytes, reading: recommended, lang: lang() });
    const id = newId();
    const original = encoding === "utf-8" ? bytes : new Uint8Array();
    await of(keeper).store.keep(
      {
        id,
        name,
        reading: recommended,
        text,
        anchor: 0,
        head: 0,
        line: 1,
        dirty: false,
        updated: Date.now(),
        edition: 1,
      },
      {
        marks: recommended === "markup" ? markup.marks : 0,
        edited: encoding !== "utf-8",
        source: { id, original, handle: recommended === "markup" && encoding === "utf-8" ? handle : null },
      },
    );
    return id;
  } catch (error) {
    if (error instanceof EngineError) return null;
    throw error;
  }
}
