import { ariaOf, keysOf, showKey, type Keyed } from "../keys/keys.ts";
import { withoutEngine as isWithoutEngine, type CommandOf, type DeskCommandId } from "../text/desk-commands.ts";
import type { Words } from "../words/words.ts";
import { desk, type PageDesk } from "./desk.ts";
import { of, service } from "./service.ts";

/** CommandIds has the ids of all commands for its names. Each feature adds its own where
 * it declares its commands, as HTMLElementTagNameMap has those of elements. */
export interface CommandIds extends Record<DeskCommandId, true> {}

export type CommandId = keyof CommandIds;

/** Command is something that a person can do by its name or by a key. */
export interface Command extends Keyed {
  id: CommandId;
  /** "text" for a key that works in the text alone; elsewhere it is another's. */
  where?: "text";
  /** Its name in the interface's language. */
  title: (words: Words) => string;
  /** Why it cannot be done now; empty or absent where it can. */
  disabled?: (words: Words) => string;
  run: () => void;
}

/** Commands are all commands of the page, in the order in which they are listed. */
export class Commands {
  constructor(readonly all: readonly Command[]) {}

  /** find returns a command. Throws when there is none of that id. */
  find(id: CommandId): Command {
    const command = this.all.find((one) => one.id === id);
    if (!command) throw new Error(`no command is named ${id}`);
    return command;
  }

  /** run does what a command does. */
  run(id: CommandId): void {
    this.find(id).run();
  }

  /** keyOf writes a command's key as the person's keyboard has it, "" where it has none. */
  keyOf(id: CommandId): string {
    return showKey(keysOf(this.find(id))[0] ?? "");
  }

  /** ariaKey writes a command's keys for aria-keyshortcuts, "" where it has none. */
  ariaKey(id: CommandId): string {
    return keysOf(this.find(id))
      .map((key) => ariaOf(key))
      .join(" ");
  }
}

export const commands = service<Commands>("commands");

/** atDesk makes commands of the page of those that are done at a desk. */
export const atDesk = (list: readonly CommandOf<PageDesk, DeskCommandId>[]): Command[] =>
  list.map(({ disabled, run, ...command }) => ({
    ...command,
    ...(disabled ? { disabled: (words: Words) => disabled(of(desk), words) } : {}),
    run: () => run(of(desk)),
  }));

/** What needs the engine cannot be done without it. */
export const withoutEngine = (words: Words): string => isWithoutEngine(of(desk), words);
