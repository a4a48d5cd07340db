/** The documents that this tab has claimed, and how to give them up. */
const mine = new Map<string, () => void>();

/** Called when another tab has taken a document from this one. */
let lost: (id: string) => void = () => {};

/** onLost says what to do when another tab takes a document without being given it. */
export function onLost(call: (id: string) => void): void {
  lost = call;
}

/** How a claim is made: patience is how many milliseconds to wait for it; by force
 * it is taken from a tab that does not answer. */
export interface ClaimOptions {
  patience?: number;
  force?: boolean;
}

/** claim takes a document for this tab until it is released or the tab is gone, so
 * that two tabs never keep the same one; false when another has it. */
export async function claim(id: string, { patience = 0, force = false }: ClaimOptions = {}): Promise<boolean> {
  const { locks } = navigator as { locks?: LockManager };
  if (!locks || mine.has(id)) return true;
  return await new Promise<boolean>((answer) => {
    let held = false;
    const hold = (lock: Lock | null) => {
      if (!lock) {
        answer(false);
        return undefined;
      }
      return new Promise<void>((release) => {
        held = true;
        mine.set(id, release);
        answer(true);
      });
    };
    const name = `policymark:${id}`;
    const request = force
      ? locks.request(name, { steal: true }, hold)
      : patience
        ? locks.request(name, { signal: AbortSignal.timeout(patience) }, hold)
        : locks.request(name, { ifAvailable: true }, hold);
    request.catch((error: DOMException) => {
      if (held) {
        // Another tab took it by force.
        mine.delete(id);
        lost(id);
        return;
      }
      // Where locks are forbidden, as in some frames, the tab is taken to be alone.
      answer(error.name !== "TimeoutError" && error.name !== "AbortError");
    });
  });
}

/** release gives up a claim. */
export function release(id: string): void {
  mine.get(id)?.();
  mine.delete(id);
}

/** has says whether this tab has claimed a document. */
export const has = (id: string): boolean => mine.has(id);

/** claimed lists the documents that some tab has open. */
export async function claimed(): Promise<Set<string>> {
  try {
    const { held } = await navigator.locks.query();
    return new Set((held ?? []).map(({ name }) => name?.replace(/^policymark:/, "") ?? ""));
  } catch {
    return new Set();
  }
}
