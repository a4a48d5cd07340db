import type { CopyDesk } from "../text/copying.ts";
import type { EditingDesk } from "../text/desk-commands.ts";
import { service } from "./service.ts";

/** PageDesk is the page's one editor and what its text is worked on with. */
export interface PageDesk extends EditingDesk, CopyDesk {}

export const desk = service<PageDesk>("desk");
