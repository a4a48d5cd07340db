import { html, nothing, type TemplateResult } from "lit";
import { BookOpen, Eraser, Redo2, Undo2, type IconNode } from "lucide";
import { ariaOf, keysOf, showKey } from "../keys/keys.ts";
import { adjustingCommands, writingCommands, type CommandOf, type EditingDesk } from "../text/desk-commands.ts";
import { kinds } from "../text/kinds.ts";
import { steps } from "../text/undoing.ts";
import { icon } from "../ui/icon.ts";

/** What the bar and the line below the text show of an editor. */
export interface BarDesk extends EditingDesk {
  /** Whether the text can only be read. */
  readonly locked: boolean;
  /** Whether the text is shown as one reads it. */
  readonly reading: boolean;
  /** What was said last. */
  readonly message: { text: string; tone: "info" | "refusal" };
}

const commands = new Map<string, CommandOf<EditingDesk>>(
  [...writingCommands, ...adjustingCommands].map((command) => [command.id, command]),
);

/** drawBar draws the buttons: the kinds, and what takes back and turns the view. */
export function drawBar(editing: BarDesk): TemplateResult {
  const w = editing.words;
  const { undo, redo } = steps(editing);
  return html`<div class="bar" part="toolbar" role="group" aria-label=${w.toolbar.label}>
    <div class="kinds" role="group" aria-label=${w.toolbar.marks}>
      ${kinds.map(({ kind, open, close }) =>
        button(
          editing,
          kind,
          html`<span class="chip ${kind}" part="chip ${kind}" aria-hidden="true">${open}${w.kinds[kind]}${close}</span>`,
          {
            label: w.kinds[kind],
            hint: w.kindMeans[kind],
            off: editing.locked,
          },
        ),
      )}
      ${iconButton(editing, "unmark", Eraser, editing.locked)}
    </div>
    <div class="steps">
      ${iconButton(editing, "undo", Undo2, editing.locked || !undo)} ${iconButton(editing, "redo", Redo2, editing.locked || !redo)}
      ${iconButton(editing, "reading", BookOpen, false, editing.reading)}
    </div>
  </div>`;
}

interface Face {
  label: string;
  hint?: string;
  off: boolean;
  pressed?: boolean | undefined;
}

const iconButton = (editing: BarDesk, id: string, node: IconNode, off: boolean, pressed?: boolean) =>
  button(editing, id, icon(node), { label: commands.get(id)!.title(editing.words), off, pressed });

function button(
  editing: BarDesk,
  id: string,
  face: TemplateResult,
  { label, hint, off, pressed }: Face,
): TemplateResult {
  const command = commands.get(id)!;
  const [key = ""] = keysOf(command);
  return html`<button
    class="quiet"
    part="button"
    type="button"
    data-command=${id}
    aria-label=${label}
    aria-pressed=${pressed === undefined ? nothing : String(pressed)}
    aria-keyshortcuts=${key ? ariaOf(key) : nothing}
    title=${editing.words.toolbar.withKey(hint ?? label, showKey(key))}
    ?disabled=${off}
    @pointerdown=${keepFocus}
    @click=${() => {
      command.run(editing);
      editing.view.focus();
    }}
  >
    ${face}
  </button>`;
}

/** The selection in the text stays while a button is pressed. */
const keepFocus = (event: Event) => event.preventDefault();

/** drawStatus draws what was said last and how much is marked. Unseen, it is still there
 * for screen readers. */
export function drawStatus(editing: BarDesk, seen: boolean): TemplateResult {
  const { words: w, message, engine, analysis } = editing;
  const state = engine.state;
  const waits = state === "starting" || state === "restarting" ? w.status.engine[state] : "";
  const { report } = analysis;
  return html`<div class=${seen ? "status" : "hidden"} part="status">
    <span class="said ${message.tone}" role="status">${message.text}</span>
    <span class="counts">${waits || (report && state === "ready" ? w.status.marks(report.counts.marks) : nothing)}</span>
  </div>`;
}
