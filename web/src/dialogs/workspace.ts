import { versions } from "../files/history.ts";
import { sayFailure } from "../files/workspace.ts";
import { asking } from "../services/asking.ts";
import { notices } from "../services/notices.ts";
import { of } from "../services/service.ts";
import { session } from "../services/session.ts";
import { together, words } from "../words/words.ts";

/** nameVersion keeps the text as it is under a name. */
export async function nameVersion(): Promise<void> {
  const w = words().documents.history;
  const name = await of(asking).askText({ title: w.name, label: w.nameLabel, value: "", done: w.keep });
  if (name === null) return;
  const kept = await of(versions).add("named", of(session).text, name || w.unnamed);
  of(notices).say(kept ? w.kept(name || w.unnamed) : w.failed, kept ? "info" : "refusal");
}

/** exportWorkspace puts all documents into one file. */
export async function exportWorkspace(): Promise<void> {
  const w = words().documents.export;
  const { exportAll } = await import("../files/exporting.ts");
  try {
    const exported = await of(asking).work(w.title, exportAll);
    if (!exported) {
      of(notices).say(w.cancelled);
      return;
    }
    const { done, damaged } = exported;
    const comma = words().problems.comma;
    of(notices).say(
      together([w.done(done), damaged.length > 0 ? w.damaged(damaged.slice(0, 5).join(comma), damaged.length) : ""]),
      damaged.length > 0 ? "refusal" : "info",
    );
  } catch (error) {
    sayFailure(error, "");
  }
}
