import type { Group, Kind, Practice, PracticeField, Value } from "../engine/protocol.gen.ts";

/** Datum is data of a practice with the parts that the text says it has. */
export interface Datum {
  value: Value;
  /** The group that names its parts; undefined where it has none. */
  group: Group | undefined;
  /** Its parts in the order of the text, none without a group. */
  parts: Datum[];
  /** Which value of the practice it is, as corrections count them: "data", or "member" of
   * a group; undefined for what only heads a group. */
  field: "data" | "member" | undefined;
  index: number;
}

/** Parts of parts are followed so far down: a group may hold what it is part of. */
const deepest = 4;

/** dataOf returns the data of a practice with their parts, then what has parts and is
 * data only by them. */
export function dataOf({ data, groups }: Practice): Datum[] {
  const same = (a: Value, b: Value) => a.from === b.from && a.text === b.text;
  const members = groups.flatMap(({ children }) => children);
  const datum = (value: Value, depth: number): Datum => {
    const group = depth < deepest ? groups.find(({ parent }) => same(parent, value)) : undefined;
    const parts = group?.children.map((child) => datum(child, depth + 1)) ?? [];
    const [at, member] = [data.indexOf(value), members.indexOf(value)];
    if (at >= 0) return { value, group, parts, field: "data", index: at };
    return { value, group, parts, field: member >= 0 ? "member" : undefined, index: Math.max(0, member) };
  };
  const apart = groups
    .map(({ parent }) => parent)
    .filter((parent) => ![...data, ...members].some((value) => same(value, parent)));
  return [...data, ...apart].map((value) => datum(value, 0));
}

/** FieldName names a field of a practice in the words of the interface. */
export type FieldName = "purposes" | "conditions" | "recipients" | "sources" | "asks";

/** Field is a list of values of a practice. */
export interface Field {
  name: FieldName;
  field: PracticeField;
  /** The kind of mark that such values have. */
  kind: Kind;
  values: readonly Value[];
}

/** fieldsOf returns what a practice has beside who does what with which data, in the
 * order in which it is shown, empty fields left out. */
export function fieldsOf({ purposes, conditions, recipients, sources, requester }: Practice): Field[] {
  const all: Field[] = [
    { name: "purposes", field: "purpose", kind: "purpose", values: purposes },
    { name: "conditions", field: "condition", kind: "purpose", values: conditions },
    { name: "recipients", field: "recipient", kind: "actor", values: recipients },
    { name: "sources", field: "source", kind: "actor", values: sources },
    { name: "asks", field: "requester", kind: "actor", values: requester ? [requester] : [] },
  ];
  return all.filter(({ values }) => values.length > 0);
}

/** saysModality tells whether a practice says how binding it is beside that it is denied:
 * 不会 says both that somebody may not and that they will not, and once is enough. */
export const saysModality = ({ negated, negationText, modalityText }: Practice): boolean =>
  !(negated && negationText.includes(modalityText));
