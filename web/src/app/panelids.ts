/** The panels, in the order of their tabs. */
export const panelIds = ["practices", "problems", "data", "suggestions", "compare"] as const;

export type PanelId = (typeof panelIds)[number];
