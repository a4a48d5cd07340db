import type { Command } from "../services/commands.ts";
import type { Feature } from "../services/feature.ts";
import { openAlike } from "./alike.ts";

declare module "../services/commands.ts" {
  interface CommandIds extends Record<"alike", true> {}
}

const command: Command = {
  id: "alike",
  key: "Mod-Shift-l",
  title: (w) => w.text.commands.alike,
  run: () => void openAlike(),
};

/** Everything that reads the same, marked at once. */
export const alike: Feature = { commands: [command] };
