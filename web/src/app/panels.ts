import { html, type TemplateResult } from "lit";
import { GitCompareArrows, Lightbulb, ListChecks, Table2, Tags, type IconNode } from "lucide";
import type { Report } from "../engine/protocol.gen.ts";
import type { PanelId } from "./panelids.ts";
import type { Workbench } from "./workbench.ts";

/** PanelCount is the number on a panel's tab, and whether it is bad news. */
export interface PanelCount {
  n: number;
  tone: "" | "bad" | "warn";
}

export type { PanelId };

/** Panel is one of the panels beside the text. Its name is words().panes[id]. */
export interface Panel {
  id: PanelId;
  face: IconNode;
  /** draw makes the panel; shown is false while another is in front, so that a panel
   * that is costly or loaded later may wait. */
  draw: (bench: Workbench, shown: boolean) => TemplateResult;
  /** count reads from the report, null where it says nothing. */
  count?: (report: Report) => PanelCount | null;
}

/** The panels, in the order of their tabs. */
export const panels: readonly Panel[] = [
  {
    id: "practices",
    face: Table2,
    draw: (bench, shown) => html`<pm-practices .bench=${bench} .shown=${shown}></pm-practices>`,
    count: ({ analysed, practices }) => (analysed ? { n: practices.all, tone: "" } : null),
  },
  {
    id: "problems",
    face: ListChecks,
    draw: (bench, shown) => html`<pm-problems .bench=${bench} .shown=${shown}></pm-problems>`,
    count: ({ analysed, problems: { errors, warnings, infos } }) =>
      analysed ? { n: errors + warnings + infos, tone: errors > 0 ? "bad" : warnings > 0 ? "warn" : "" } : null,
  },
  {
    id: "data",
    face: Tags,
    draw: (bench, shown) => html`<pm-data .bench=${bench} .shown=${shown}></pm-data>`,
  },
  {
    id: "suggestions",
    face: Lightbulb,
    draw: (bench, shown) => html`<pm-suggestions .bench=${bench} .shown=${shown}></pm-suggestions>`,
    count: ({ suggestions: { total } }) => (total > 0 ? { n: total, tone: "" } : null),
  },
  {
    id: "compare",
    face: GitCompareArrows,
    draw: (bench, shown) => {
      if (customElements.get("pm-compare")) return html`<pm-compare .bench=${bench} .shown=${shown}></pm-compare>`;
      if (shown) void import("../compare/panel.ts").then(() => bench.tell("document"));
      return html``;
    },
  },
];
