import { EngineError } from "../engine/engine-error.ts";
import { toUtf8 } from "../files/encoding.ts";
import { versions } from "../files/history.ts";
import { keeper } from "../files/keeper.ts";
import { unpackText } from "../files/packing.ts";
import { pickFiles } from "../files/pick.ts";
import { nameOf } from "../files/workspace.ts";
import { asking } from "../services/asking.ts";
import { desk } from "../services/desk.ts";
import { of } from "../services/service.ts";
import { session } from "../services/session.ts";
import { moment } from "../words/when.ts";
import { lang, sentence, words } from "../words/words.ts";

/** Other is a text to compare with. */
export interface Other {
  name: string;
  /** As the engine decodes a file. */
  text: string;
  /** Whether it is older than the document for certain. */
  older: boolean;
}

/** Offer is an entry of a list of texts to compare with. */
export interface Offer {
  id: string;
  name: string;
  /** Beside the name. */
  note: string;
  load: () => Promise<Other | null>;
}

/** At most this much is offered of each list. */
const most = 12;

/** pickOthers lets the person choose files, as many as can be compared with at once.
 * What cannot be read is said. */
export async function pickOthers(count: number): Promise<Other[]> {
  const picked = await pickFiles();
  const others: Other[] = [];
  for (const { file } of picked.slice(0, count)) {
    const other = await readOther(file);
    if (other) others.push(other);
  }
  return others;
}

async function readOther(file: File): Promise<Other | null> {
  try {
    const { maxFile } = await of(desk).engine.welcome;
    if (file.size > maxFile) {
      await of(asking).refuse(file.name, words().open.tooLarge(words().bytes(file.size), words().bytes(maxFile)));
      return null;
    }
    const { bytes } = await toUtf8(new Uint8Array(await file.arrayBuffer()));
    const { refusal, recommended } = await of(desk).engine.inspect({ data: bytes, lang: lang() });
    if (refusal) {
      await of(asking).refuse(file.name, refusal);
      return null;
    }
    const { text } = await of(desk).engine.decode({ data: bytes, reading: recommended, lang: lang() });
    return { name: file.name, text, older: false };
  } catch (error) {
    const why =
      error instanceof EngineError ? sentence(error.message) : error instanceof Error ? error.message : String(error);
    await of(asking).refuse(file.name, words().open.unreadable(why));
    return null;
  }
}

/** documentsOf offers the other documents of the workspace, the last used first. */
export async function documentsOf(): Promise<Offer[]> {
  const recent = await of(keeper).store.recent();
  return recent
    .filter(({ id, length }) => id !== of(session).document.id && length > 0)
    .slice(0, most)
    .map((entry) => ({
      id: entry.id,
      name: nameOf(entry),
      note: entry.marks === null ? "" : words().status.marks(entry.marks),
      load: async () => {
        const found = await of(keeper).store.find(entry.id);
        return found ? { name: nameOf(entry), text: found.kept.text, older: false } : null;
      },
    }));
}

/** versionsOf offers the versions of the document, the latest first. */
export async function versionsOf(): Promise<Offer[]> {
  await of(versions).settled();
  const all = await of(keeper).store.versions(of(session).document.id);
  return all.slice(0, most).map((version) => {
    const name = version.label || moment(version.at);
    return {
      id: `version-${version.key}`,
      name,
      note: words().documents.history.why[version.why],
      load: async () => ({ name, text: await unpackText(version.packed), older: true }),
    };
  });
}
