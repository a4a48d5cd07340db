import { redo, redoDepth, undo, undoDepth } from "@codemirror/commands";
import type { Desk } from "./desk.ts";

/** undoStep takes back the last step and says so. */
export function undoStep(desk: Desk): boolean {
  desk.say(undo(desk.view) ? desk.words.done.undone : desk.words.done.nothingToUndo);
  return true;
}

/** redoStep does again what was taken back. */
export function redoStep(desk: Desk): boolean {
  desk.say(redo(desk.view) ? desk.words.done.redone : desk.words.done.nothingToRedo);
  return true;
}

/** steps says whether there is something to undo and to redo. */
export const steps = (desk: Desk): { undo: boolean; redo: boolean } => ({
  undo: undoDepth(desk.view.state) > 0,
  redo: redoDepth(desk.view.state) > 0,
});
