import { bring } from "../services/loading.ts";

/** isLink tells whether the fragment of an address, with its #, is meant for us. */
export const isLink = (hash: string): boolean => /^#v\d+\./.test(hash);

/** openLink opens what the page's address carries; false when that is nothing. */
export async function openLink(): Promise<boolean> {
  if (!isLink(location.hash)) return false;
  const linking = await bring(() => import("./linking.ts"));
  return (await linking?.openAddress()) ?? false;
}

/** listenForLinks opens what a person puts into the address while the page is open. */
export function listenForLinks(): void {
  addEventListener("hashchange", () => void openLink());
}
