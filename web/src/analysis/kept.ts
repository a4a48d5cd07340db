import type { ChangeDesc } from "@codemirror/state";
import type { Group, Practice, Range, Report, Value } from "../engine/protocol.gen.ts";

/**
 * completed returns a report with all that it takes as known: the practices and the strip
 * of the report before, with changes from that one's text to this one's, null for none.
 */
export function completed(report: Report, before: Report | null, changes: ChangeDesc | null): Report {
  const { kept, items } = report.practices;
  if (report.stripKept && before)
    report = { ...report, stripKept: false, ticks: before.ticks, density: before.density };
  if (kept.length === 0 || !before) return report;
  const first = before.practices.first;
  let next = 0;
  const rows = kept.map((number, i) => {
    if (number < 0) return items[next++]!;
    const practice = moved(before.practices.items[number - first]!, changes);
    const now = report.practices.first + i;
    return practice.number === now ? practice : { ...practice, number: now };
  });
  return { ...report, practices: { ...report.practices, items: rows, kept: [] } };
}

/** A practice where it stands after changes that leave its words alone; the same
 * object when it has not moved. */
function moved(practice: Practice, changes: ChangeDesc | null): Practice {
  if (!changes) return practice;
  let isMoved = false;
  const range = <At extends Range>(at: At): At => {
    if (at.from < 0) return at;
    const from = changes.mapPos(at.from, 1);
    const to = changes.mapPos(at.to, -1);
    if (from === at.from && to === at.to) return at;
    isMoved = true;
    return { ...at, from, to };
  };
  const values = (list: Value[]): Value[] => list.map(range);
  const group = (g: Group): Group => ({ ...g, parent: range(g.parent), children: values(g.children) });
  const after: Practice = {
    ...range(practice),
    sentence: range(practice.sentence),
    action: range(practice.action),
    actors: values(practice.actors),
    data: values(practice.data),
    groups: practice.groups.map(group),
    purposes: values(practice.purposes),
    conditions: values(practice.conditions),
    recipients: values(practice.recipients),
    sources: values(practice.sources),
    requester: practice.requester && range(practice.requester),
  };
  return isMoved ? after : practice;
}
