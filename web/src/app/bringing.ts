import { words } from "../words/words.ts";
import type { Workbench } from "./workbench.ts";

/** bring loads a part of the page that is not needed at the start, and says so where
 * it cannot be had. */
export async function bring<Part>(bench: Workbench, load: () => Promise<Part>): Promise<Part | null> {
  try {
    return await load();
  } catch {
    // The page was opened from a server that has gone since.
    bench.say(words().keys.failed, "refusal");
    return null;
  }
}
