import { html } from "lit";
import { GitCompareArrows } from "lucide";
import { desk } from "../services/desk.ts";
import type { Feature } from "../services/feature.ts";
import { notices } from "../services/notices.ts";
import { of, provision } from "../services/service.ts";
import { session } from "../services/session.ts";
import { compareCommands } from "./commands.ts";
import { Drift, drift } from "./drift.ts";

/** The document beside other texts. */
export const compare: Feature = {
  services: [provision(drift, () => new Drift(of(desk), of(session), of(notices)))],
  commands: compareCommands,
  panels: [
    {
      id: "compare",
      face: GitCompareArrows,
      draw: (shown) => {
        // The element is loaded when it is to be seen first, and takes its place then.
        if (shown && !customElements.get("pm-compare")) import("./panel.ts").catch(console.warn);
        return html`<pm-compare .shown=${shown}></pm-compare>`;
      },
    },
  ],
};
