import type { AlikeRequest, Kind } from "../engine/protocol.gen.ts";
import { desk } from "../services/desk.ts";
import { of } from "../services/service.ts";
import { lang } from "../words/words.ts";

/** Where places that read the same are looked for. */
export type SearchScope = "range" | "section" | "document";

/** AlikeStart is what the dialog of everything alike begins with. */
export interface AlikeStart {
  text: string;
  kind: Kind | "";
  /** The kind of the mark that it came from, "" for none. */
  was: Kind | "";
  scope: SearchScope;
  /** The selection, in which a scope of "range" looks. */
  from: number;
  to: number;
}

/** requestOf asks for some rows of the places. */
export const requestOf = (start: AlikeStart, rows: { first: number; count: number }): AlikeRequest => ({
  version: of(desk).analysis.version,
  lang: lang(),
  text: start.text,
  kind: start.kind as Kind,
  was: start.was as Kind,
  scope: start.scope,
  from: start.from,
  to: start.to,
  rows,
});
