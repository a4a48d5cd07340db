/** The panels, in the order of their tabs. */
export const panelIds = ["practices", "problems", "data", "suggestions"] as const;

export type PanelId = (typeof panelIds)[number];
