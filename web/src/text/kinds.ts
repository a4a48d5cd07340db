import type { Kind } from "../engine/protocol.gen.ts";

/** KindFace is how a kind shows and which keys make it. */
export interface KindFace {
  kind: Kind;
  /** The brackets, as shown on chips; what they mean only the engine knows. */
  open: string;
  close: string;
  /** The digit that, with Alt, marks. */
  digit: string;
  /** What a keyboard or an input method sends for the bracket. */
  typed: readonly string[];
}

/** The four kinds in the order of their digits. */
export const kinds: readonly KindFace[] = [
  { kind: "actor", open: "(", close: ")", digit: "1", typed: ["(", "（"] },
  { kind: "action", open: "[", close: "]", digit: "2", typed: ["[", "［", "【", "「"] },
  { kind: "data", open: "<", close: ">", digit: "3", typed: ["<", "＜", "《", "〈"] },
  { kind: "purpose", open: "{", close: "}", digit: "4", typed: ["{", "｛"] },
];

/** faceOf finds the face of a kind. */
export const faceOf = (kind: Kind): KindFace => kinds.find((face) => face.kind === kind)!;

/** byKind makes something for each kind. */
export const byKind = <Made>(make: (kind: Kind) => Made): Record<Kind, Made> =>
  Object.fromEntries(kinds.map(({ kind }) => [kind, make(kind)])) as Record<Kind, Made>;

/** kindTyped is the kind whose bracket was typed, if any. An input method may send
 * both brackets at once. */
export function kindTyped(text: string): Kind | undefined {
  if (text.length === 0 || text.length > 2) return undefined;
  const pair: Record<string, string> = {
    "（": "）",
    "【": "】",
    "《": "》",
    "〈": "〉",
    "「": "」",
    "｛": "｝",
    "［": "］",
    "＜": "＞",
  };
  const face = kinds.find(({ typed }) => typed.includes(text[0]!));
  if (!face) return undefined;
  return text.length === 1 || text[1] === pair[text[0]!] || text[1] === face.close ? face.kind : undefined;
}
