import { words } from "../words/words.ts";
import { notices } from "./notices.ts";
import { of } from "./service.ts";

/** bring loads a part of the page that is not needed at the start. When the server no
 * longer has it, bring says failed to the person and resolves to null. */
export async function bring<Part>(load: () => Promise<Part>, failed = words().keys.failed): Promise<Part | null> {
  try {
    return await load();
  } catch (error) {
    console.warn(error);
    of(notices).say(failed, "refusal");
    return null;
  }
}
