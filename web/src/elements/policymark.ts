/** The elements that other pages embed. Importing this module defines them. */
import { PolicymarkEditor } from "./editor.ts";
import { PolicymarkView } from "./view.ts";

export { locate, type Assets } from "./assets.ts";
export { PolicymarkEditor, type EditorPanelName } from "./editor.ts";
export { PolicymarkElement, type ErrorDetail } from "./element.ts";
export { PolicymarkView, type PanelName, type PracticesDetail, type ProblemsDetail, type ReadyDetail } from "./view.ts";
export type { Evidence, Group, Kind, Practice, Problem, Range, Severity, Value } from "../engine/protocol.gen.ts";

if (!customElements.get("policymark-view")) customElements.define("policymark-view", PolicymarkView);
if (!customElements.get("policymark-editor")) customElements.define("policymark-editor", PolicymarkEditor);

declare global {
  interface HTMLElementTagNameMap {
    "policymark-editor": PolicymarkEditor;
    "policymark-view": PolicymarkView;
  }
}
