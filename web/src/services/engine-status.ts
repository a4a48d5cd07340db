import type { EngineState } from "../engine/contract.ts";
import type { RuleInfo } from "../engine/protocol.gen.ts";
import { Events } from "./events.ts";
import { service } from "./service.ts";

/** EngineStatus is what is known of the engine. Event: "changed". */
export class EngineStatus extends Events<"changed"> {
  state: EngineState = "starting";
  /** Why it failed; "" where it did not, or gave no reason. */
  reason = "";
  /** The engine's rules, none until it has greeted. */
  rules: readonly RuleInfo[] = [];
  /** Up to which size in bytes practices and problems are worked out, 0 until known. */
  maxAnalysed = 0;

  /** turned notes another state of the engine. */
  turned(state: EngineState, reason = ""): void {
    this.state = state;
    this.reason = reason;
    this.tell("changed");
  }

  /** greeted notes what the engine said about itself in the handshake. */
  greeted(rules: readonly RuleInfo[], maxAnalysed: number): void {
    this.rules = rules;
    this.maxAnalysed = maxAnalysed;
    this.tell("changed");
  }
}

export const engineStatus = service<EngineStatus>("engine-status");
