/** What the browser says of its storage: bytes used, and whether it keeps them until
 * the person deletes them; null where it does not say. */
export interface StorageState {
  used: number;
  persistent: boolean | null;
}

/** storageLine asks the browser; null where it cannot be asked. */
export async function storageLine(): Promise<StorageState | null> {
  const { storage } = navigator as { storage?: StorageManager };
  if (!storage?.estimate) return null;
  try {
    const { usage } = await storage.estimate();
    return { used: usage ?? 0, persistent: (await storage.persisted?.()) ?? null };
  } catch {
    return null;
  }
}
