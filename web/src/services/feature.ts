import type { Extension } from "@codemirror/state";
import type { TemplateResult } from "lit";
import type { IconNode } from "lucide";
import type { Report } from "../engine/protocol.gen.ts";
import type { Command } from "./commands.ts";
import type { PanelId } from "./navigation.ts";
import type { Provision } from "./service.ts";

/** PanelCount is the number on a panel's tab, and whether it is bad news. */
export interface PanelCount {
  n: number;
  tone: "" | "bad" | "warn";
}

/** Panel is one of the panels beside the text. Its name is in words().panes[id]. */
export interface Panel {
  id: PanelId;
  face: IconNode;
  /** draw makes the panel; shown is false while another is in front, so that a panel
   * that is costly or loaded later may wait. */
  draw: (shown: boolean) => TemplateResult;
  /** count reads from the report, null where it says nothing. */
  count?: (report: Report) => PanelCount | null;
}

/** Feature is what a folder adds to the page. */
export interface Feature {
  /** The ports that it offers. They are made when the page starts. */
  services?: readonly Provision[];
  /** What a person can do with it. */
  commands?: readonly Command[];
  /** Its panels beside the text. */
  panels?: readonly Panel[];
  /** Its part of the editor, made for each document that is opened. */
  extension?: () => Extension;
}
