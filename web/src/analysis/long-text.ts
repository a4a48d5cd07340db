import { Text } from "@codemirror/state";

/** The texts that documents were made of, for as long as there are the documents. */
const texts = new WeakMap<Text, string>();

/** docOf makes a document of a text whose lines end in line feeds. */
export function docOf(text: string): Text {
  const doc = Text.of(text.split("\n"));
  texts.set(doc, text);
  return doc;
}

/** textOf is the text of a document. To put a large one together of its lines holds
 * up the page, so as long as it was not changed it is the text that it was made of. */
export const textOf = (doc: Text): string => texts.get(doc) ?? doc.toString();

/** Texts longer than this, in UTF-16 units, and files of more bytes, are worked on in
 * steps. */
export const long = 500_000;

/** breath lets the page answer keys and draw in the middle of long work. */
export const breath = (): Promise<void> => new Promise((go) => setTimeout(go));
