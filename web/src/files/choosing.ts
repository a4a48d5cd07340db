import { pickFiles } from "./pick.ts";

/** openPicked lets the person choose files and opens them. */
export async function openPicked(): Promise<void> {
  const picked = await pickFiles();
  const { openFiles } = await import("./importing.ts");
  await openFiles(picked);
}
