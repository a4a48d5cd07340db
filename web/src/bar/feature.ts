import type { Feature } from "../services/feature.ts";
import { settingCommands } from "./commands.ts";

/** The bars around the text, and what their menus offer. */
export const bar: Feature = { commands: settingCommands };
