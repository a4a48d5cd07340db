import type { Feature } from "../services/feature.ts";
import { helpCommands } from "./commands.ts";

/** The help and the list of commands by name. */
export const help: Feature = { commands: helpCommands };
