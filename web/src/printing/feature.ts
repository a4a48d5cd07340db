import type { Command } from "../services/commands.ts";
import { desk } from "../services/desk.ts";
import type { Feature } from "../services/feature.ts";
import { of, provision } from "../services/service.ts";
import { session } from "../services/session.ts";
import { Printing, printing } from "./printing.ts";

declare module "../services/commands.ts" {
  interface CommandIds extends Record<"print", true> {}
}

const command: Command = {
  id: "print",
  key: "Mod-p",
  title: (w) => w.text.commands.print,
  run: () => void of(printing).print(),
};

/** The document on paper. */
export const print: Feature = {
  services: [provision(printing, () => new Printing(of(desk), of(session)))],
  commands: [command],
};
