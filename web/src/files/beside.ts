import { openDB, type DBSchema, type IDBPDatabase } from "idb";

/** Base is the text that a document was published as. */
export interface Base {
  /** As the engine decodes a file; its plain text counts. */
  text: string;
  /** The name of the file it came from; "" for none. */
  name: string;
}

/** UnplacedMark is a mark that a newer text has no sure place for. */
export interface UnplacedMark {
  kind: string;
  text: string;
  qualifiers: string;
  /** What stood around it in the older text. */
  before: string;
  after: string;
  state: string;
}

/** Beside is what is kept with a document beside its text. */
export interface Beside {
  id: string;
  base?: Base;
  left?: UnplacedMark[];
  /** What was decided of rows, by the texts that were compared. */
  decided?: { key: string; choices: [row: number, choice: number][] }[];
}

interface Schema extends DBSchema {
  beside: { key: string; value: Beside };
}

/** A database of its own: the one of the documents stays as every version of the
 * editor knows it. */
let database: Promise<IDBPDatabase<Schema>> | null = null;
const open = (): Promise<IDBPDatabase<Schema>> =>
  (database ??= openDB<Schema>("policymark-beside", 1, {
    upgrade: (db) => void db.createObjectStore("beside", { keyPath: "id" }),
    blocking: (_now, _then, event) => {
      (event.target as IDBDatabase).close();
      database = null;
    },
    terminated: () => (database = null),
  }).catch((error: unknown) => {
    database = null;
    throw error;
  }));

/** besideOf returns what is kept with a document. */
export async function besideOf(id: string): Promise<Beside> {
  return sound(id, await (await open()).get("beside", id));
}

const isOf = (value: unknown, ...texts: string[]): boolean =>
  typeof value === "object" &&
  value !== null &&
  texts.every((name) => typeof (value as Record<string, unknown>)[name] === "string");

/** Of what is damaged, the rest is taken. */
function sound(id: string, found: Beside | undefined): Beside {
  const { base, left, decided } = found ?? { id };
  const isChoice = (choice: unknown) =>
    Array.isArray(choice) && choice.length === 2 && choice.every(Number.isSafeInteger);
  return {
    id,
    ...(isOf(base, "text", "name") ? { base: base! } : {}),
    ...(Array.isArray(left)
      ? { left: left.filter((one) => isOf(one, "kind", "text", "qualifiers", "before", "after", "state")) }
      : {}),
    ...(Array.isArray(decided)
      ? {
          decided: decided.filter(
            (one) => isOf(one, "key") && Array.isArray(one.choices) && one.choices.every(isChoice),
          ),
        }
      : {}),
  };
}

/** keepBeside changes what is kept with a document, all of the change or nothing. */
export async function keepBeside(id: string, change: (beside: Beside) => Beside): Promise<Beside> {
  const tx = (await open()).transaction("beside", "readwrite");
  const next = change(sound(id, await tx.store.get(id)));
  await Promise.all([tx.store.put(next), tx.done]);
  return next;
}

/** forgetBeside forgets what was kept with a document. */
export async function forgetBeside(id: string): Promise<void> {
  await (await open()).delete("beside", id);
}
