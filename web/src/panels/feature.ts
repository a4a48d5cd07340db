import { html } from "lit";
import { Lightbulb, ListChecks, Table2, Tags } from "lucide";
import type { Feature } from "../services/feature.ts";
import { panelCommands } from "./commands.ts";

/** What the document says and what is wrong with it, beside the text. The elements come
 * with beside.ts. */
export const panels: Feature = {
  commands: panelCommands,
  panels: [
    {
      id: "practices",
      face: Table2,
      draw: (shown) => html`<pm-practices .shown=${shown}></pm-practices>`,
      count: ({ analysed, practices }) => (analysed ? { n: practices.all, tone: "" } : null),
    },
    {
      id: "problems",
      face: ListChecks,
      draw: (shown) => html`<pm-problems .shown=${shown}></pm-problems>`,
      count: ({ analysed, problems: { errors, warnings, infos } }) =>
        analysed ? { n: errors + warnings + infos, tone: errors > 0 ? "bad" : warnings > 0 ? "warn" : "" } : null,
    },
    {
      id: "data",
      face: Tags,
      draw: (shown) => html`<pm-data .shown=${shown}></pm-data>`,
    },
    {
      id: "suggestions",
      face: Lightbulb,
      draw: (shown) => html`<pm-suggestions .shown=${shown}></pm-suggestions>`,
      count: ({ suggestions: { total } }) => (total > 0 ? { n: total, tone: "" } : null),
    },
  ],
};
