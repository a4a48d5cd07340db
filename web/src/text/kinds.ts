import { brackets } from "../engine/kinds.gen.ts";
import type { Kind } from "../engine/protocol.gen.ts";

/** KindFace is how a kind shows and which keys make it. */
export interface KindFace {
  kind: Kind;
  /** The brackets, as shown on chips; what they mean only the engine knows. */
  open: string;
  close: string;
  /** The digit that, with Alt, marks. */
  digit: string;
  /** The pairs of which a keyboard or an input method sends one bracket or both. */
  pairs: readonly string[];
}

/** The pairs that an input method sends for those of a kind. */
const wide: Readonly<Record<Kind, readonly string[]>> = {
  actor: ["（）"],
  action: ["［］", "【】", "「」"],
  data: ["＜＞", "《》", "〈〉"],
  purpose: ["｛｝"],
};

/** The four kinds in the order of their digits. */
export const kinds: readonly KindFace[] = brackets.map(({ kind, open, close }, i) => ({
  kind,
  open,
  close,
  digit: String(i + 1),
  pairs: [open + close, ...wide[kind]],
}));

/** faceOf finds the face of a kind. */
export const faceOf = (kind: Kind): KindFace => kinds.find((face) => face.kind === kind)!;

/** byKind makes something for each kind. */
export const byKind = <Made>(make: (kind: Kind) => Made): Record<Kind, Made> =>
  Object.fromEntries(kinds.map(({ kind }) => [kind, make(kind)])) as Record<Kind, Made>;

/** kindTyped is the kind whose bracket was typed, if any. An input method may send
 * both brackets at once. */
export function kindTyped(text: string): Kind | undefined {
  for (const { kind, close, pairs } of kinds) {
    const pair = pairs.find(([open]) => open === text[0]);
    if (pair) return text.length === 1 || text === pair || text === pair[0] + close ? kind : undefined;
  }
  return undefined;
}
