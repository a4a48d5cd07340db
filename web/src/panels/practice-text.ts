import type { Group, Practice, Value } from "../engine/protocol.gen.ts";
import { sentence, words } from "../words/words.ts";

const names = (values: readonly Value[]): string => values.map(({ text }) => text).join(words().panels.copy.separator);

/** dataText writes the data of a practice, each with its parts in parentheses. */
export function dataText({ data, groups }: Practice): string {
  const w = words();
  const same = (a: Value, b: Value) => a.from === b.from && a.text === b.text;
  const write = (value: Value, depth: number): string => {
    const group: Group | undefined = depth < 4 ? groups.find(({ parent }) => same(parent, value)) : undefined;
    if (!group) return value.text;
    const parts = group.children.map((child) => write(child, depth + 1)).join(w.panels.copy.separator);
    return w.panels.copy.with(value.text, `${parts}${group.open ? w.panels.copy.open : ""}`);
  };
  const apart = groups
    .filter(({ parent }) => !data.some((value) => same(value, parent)))
    .filter(({ parent }) => !groups.some(({ children }) => children.some((child) => same(child, parent))))
    .map(({ parent }) => parent);
  return [...data, ...apart].map((value) => write(value, 0)).join(w.panels.copy.separator);
}

/** actionText writes the action so that nobody takes what is denied for done. */
export function actionText(p: Practice): string {
  return `${p.negated ? `${words().panels.copy.not} ` : ""}${withCategory(p, p.action.text)}`;
}

/** withCategory names the category too, where it is not the word itself. */
const withCategory = ({ categoryName }: Practice, action: string): string =>
  categoryName && categoryName.toLowerCase() !== action.toLowerCase()
    ? words().panels.copy.with(action, categoryName)
    : action;

/** practiceText writes a practice as lines of text. */
export function practiceText(p: Practice): string {
  const w = words();
  const { copy } = w.panels;
  const modality = w.practices.modality[p.modality] ?? "";
  const lines = [
    [names(p.actors) || copy.nobody, actionText(p), dataText(p) || copy.nothing].join(" → ") +
      (modality && !p.negated ? ` [${modality}]` : "") +
      (p.negated && p.negationText ? ` [${w.practices.negatedLong(p.negationText)}]` : ""),
  ];
  const field = (name: string, values: readonly Value[]) => {
    if (values.length > 0) lines.push(`  ${name}${copy.colon}${names(values)}`);
  };
  field(w.practices.purposes, p.purposes);
  field(w.practices.conditions, p.conditions);
  field(w.practices.recipients, p.recipients);
  field(w.practices.sources, p.sources);
  field(w.practices.asks, p.requester ? [p.requester] : []);
  if (p.section.length > 0) lines.push(`  ${w.panels.views.columns.section}${copy.colon}${p.section.join(" › ")}`);
  return lines.join("\n");
}

/** columns are those of the table of practices, with what each shows. */
export const columns = {
  actor: (p: Practice) => names(p.actors),
  action: (p: Practice) => actionText(p),
  data: (p: Practice) => dataText(p),
  purpose: (p: Practice) => names(p.purposes),
  condition: (p: Practice) => names(p.conditions),
  recipient: (p: Practice) => names(p.recipients),
  section: (p: Practice) => p.section.join(" › "),
} as const;

export type Column = keyof typeof columns;

export const columnNames = Object.keys(columns) as Column[];

/** tableText writes practices as a table whose cells are parted by tabs. What a
 * spreadsheet program would take for a formula has an apostrophe before it, which such
 * a program does not show. */
export function tableText(practices: readonly Practice[]): string {
  const clean = (text: string) => text.replace(/[\t\r\n]+/g, " ").replace(/^\s*[=+\-@＝＋－＠]/, "'$&");
  const w = words().panels.views.columns;
  return [
    columnNames.map((name) => sentence(w[name])).join("\t"),
    ...practices.map((p) => columnNames.map((name) => clean(columns[name](p))).join("\t")),
  ].join("\n");
}
