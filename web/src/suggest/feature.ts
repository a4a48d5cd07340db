import { desk } from "../services/desk.ts";
import { engineStatus } from "../services/engine-status.ts";
import type { Feature } from "../services/feature.ts";
import { notices } from "../services/notices.ts";
import { of, provision } from "../services/service.ts";
import { session } from "../services/session.ts";
import { suggestionCommands } from "./commands.ts";
import { Suggesting, suggesting } from "./suggesting.ts";

/** What might be marked, shown in the text and gone through. */
export const suggest: Feature = {
  services: [provision(suggesting, () => new Suggesting(of(desk), of(session), of(engineStatus), of(notices)))],
  commands: suggestionCommands,
  extension: () => of(suggesting).extension(),
};
