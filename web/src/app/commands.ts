import type { KeyBinding } from "@codemirror/view";
import { ariaOf, keysOf, showKey } from "../keys/keys.ts";
import { compareCommands } from "../compare/commands.ts";
import { documentCommands } from "../files/commands.ts";
import { openNew, openPicked } from "../files/opening.ts";
import { save, saveAs } from "../files/saving.ts";
import { textCommands } from "../text/commands.ts";
import { bindingsOf, writingCommands, type CommandOf } from "../text/desk-commands.ts";
import { suggestionCommands } from "../suggest/commands.ts";
import { helpCommands } from "./help-commands.ts";
import { settingCommands } from "./setting-commands.ts";
import { panelCommands } from "./panelcommands.ts";
import type { Workbench } from "./workbench.ts";

/** Command is something that a person can do by its name or by a key. */
export type Command = CommandOf<Workbench>;

/** All commands. Their keys work wherever the focus is. Each part of the page keeps
 * its own in a list that is joined to this one. */
export const commands: readonly Command[] = [
  { id: "open", key: "Mod-o", title: (w) => w.toolbar.open, run: (bench) => void openPicked(bench) },
  { id: "save", key: "Mod-s", title: (w) => w.toolbar.save, run: (bench) => void save(bench) },
  { id: "saveAs", key: "Mod-Shift-s", title: (w) => w.toolbar.saveAs, run: (bench) => void saveAs(bench) },
  { id: "new", key: "Alt-n", title: (w) => w.toolbar.newDocument, run: openNew },
  ...writingCommands,
  ...helpCommands,
  ...settingCommands,
  ...documentCommands,
  ...panelCommands,
  ...suggestionCommands,
  ...compareCommands,
  ...textCommands,
];

/** keymapOf binds the commands to a workbench, and the keys that only the editor
 * takes. */
export const keymapOf = (bench: Workbench): KeyBinding[] => bindingsOf(bench, commands);

/** commandOf finds a command. */
export const commandOf = (id: string): Command => commands.find((command) => command.id === id)!;

/** keyOf writes a command's key as the person's keyboard has it, "" where it has none. */
export const keyOf = (id: string): string => showKey(keysOf(commandOf(id))[0] ?? "");

/** ariaKey writes a command's keys for aria-keyshortcuts, "" where it has none. */
export const ariaKey = (id: string): string =>
  keysOf(commandOf(id))
    .map((key) => ariaOf(key))
    .join(" ");
