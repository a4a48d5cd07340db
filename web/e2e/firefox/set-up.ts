import { buildServer } from "../server.ts";
import { findFirefox } from "./browser.ts";

export default function setUp(): void {
  buildServer();
  if (!findFirefox())
    console.log("There is no Firefox here: its tests are passed over. POLICYMARK_FIREFOX may name one.");
}
