import { asking } from "../services/asking.ts";
import type { Feature } from "../services/feature.ts";
import { provision } from "../services/service.ts";
import { dialogsAsking } from "./asking.ts";
import { documentCommands } from "./commands.ts";

/** What is asked and shown over the page: questions, all documents, their versions. */
export const dialogs: Feature = {
  services: [provision(asking, () => dialogsAsking)],
  commands: documentCommands,
};
