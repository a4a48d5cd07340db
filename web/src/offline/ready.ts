import { keepOffline } from "./keep.ts";

/** Offline says whether the page works without a network: "file" when it is one
 * file from a disk, "kept" when the browser keeps all of it. */
export type Offline = "no" | "kept" | "file";

/** readyOffline finds out, having the browser keep the page where it can. */
export async function readyOffline(): Promise<Offline> {
  if (location.protocol === "file:") return "file";
  return (await keepOffline()) ? "kept" : "no";
}
