import type { Text } from "@codemirror/state";
import type { Reading } from "../engine/protocol.gen.ts";

/** PolicyDocument is what is known of the open document beside its text, which
 * only the editor holds. */
export interface PolicyDocument {
  /** The id under which the browser keeps it. */
  readonly id: string;
  /** The file's name; "" before it has one. */
  name: string;
  /** How the bytes of original were read. */
  reading: Reading;
  /** The bytes that were opened or last saved, empty for none. Saving an unchanged
   * document gives exactly these. */
  original: Uint8Array;
  /** The file on the disk, where the browser can write to it. */
  handle: FileSystemFileHandle | null;
  /** The text as it was opened or last saved; null when that is not known. */
  saved: Text | null;
  /** The edition under which the browser last kept it, 0 before it did. */
  edition: number;
  /** Whether a person changed it since it was opened here. */
  edited: boolean;
}

/** newId names a document in this browser. */
export const newId = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
};

/** blank is a document without a file. */
export const blank = (name = "", saved: Text | null = null): PolicyDocument => ({
  id: newId(),
  name,
  reading: "markup",
  original: new Uint8Array(),
  handle: null,
  saved,
  edition: 0,
  edited: false,
});
