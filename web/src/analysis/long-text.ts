import { Text } from "@codemirror/state";

/** The texts that documents were made from, as long as the documents exist. */
const texts = new WeakMap<Text, string>();

/** docOf makes a document of a text whose lines end in line feeds. */
export function docOf(text: string): Text {
  const doc = Text.of(text.split("\n"));
  texts.set(doc, text);
  return doc;
}

/** textOf is the text of a document. Joining the lines of a large one holds up the page,
 * so an unchanged document gives the text that it was made from. */
export const textOf = (doc: Text): string => texts.get(doc) ?? doc.toString();

/** Texts longer than this, in UTF-16 units, and files of more bytes, are worked on in
 * steps. */
export const long = 500_000;

/** breath lets the page answer keys and draw in the middle of long work. */
export const breath = (): Promise<void> => new Promise((go) => setTimeout(go));
