import { alike } from "../alike/feature.ts";
import { bar } from "../bar/feature.ts";
import { compare } from "../compare/feature.ts";
import { dialogs } from "../dialogs/feature.ts";
import { files } from "../files/feature.ts";
import { help } from "../help/feature.ts";
import { panels } from "../panels/feature.ts";
import { print } from "../printing/feature.ts";
import { atDesk } from "../services/commands.ts";
import type { Feature } from "../services/feature.ts";
import { suggest } from "../suggest/feature.ts";
import { copyingCommands } from "../text/copying.ts";
import { adjustingCommands, edgeCommands, writingCommands } from "../text/desk-commands.ts";

/** The features of the page, in the order of their tabs and their commands. */
export const features: readonly Feature[] = [
  files,
  { commands: atDesk(writingCommands) },
  help,
  bar,
  dialogs,
  panels,
  suggest,
  compare,
  { commands: atDesk(adjustingCommands) },
  alike,
  { commands: atDesk(copyingCommands) },
  print,
  { commands: atDesk(edgeCommands) },
];
