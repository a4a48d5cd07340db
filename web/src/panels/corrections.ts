import { practiceText } from "../cards/practice-text.ts";
import type { Correction, CorrectionGroup, Kind, Practice, PracticeField } from "../engine/protocol.gen.ts";
import { desk } from "../services/desk.ts";
import { notices } from "../services/notices.ts";
import { of } from "../services/service.ts";
import { sayRefusal } from "../text/desk.ts";
import { faceOf } from "../text/kinds.ts";
import { correct } from "../text/marking.ts";
import type { MenuGroup, MenuItem } from "../ui/menu.ts";
import { lang, sentence, words } from "../words/words.ts";
import { copy } from "./copying.ts";

/** The groups of a menu, in their order. */
const order: readonly CorrectionGroup[] = [
  "polarity",
  "role",
  "kind",
  "replace",
  "detach",
  "move",
  "same",
  "part",
  "modality",
  "attach",
  "category",
];

/** correctionsMenu asks what can be set right of a value of a practice of the last
 * report; null when nothing can, which it says. */
export async function correctionsMenu(
  practice: Practice,
  field: PracticeField,
  index: number,
): Promise<MenuGroup[] | null> {
  const w = words().panels.correct;
  const groups: MenuGroup[] = [];
  try {
    const about = { lang: lang(), practice: practice.number, field, index };
    const { items } = await of(desk).engine.corrections({ ...about, version: of(desk).analysis.version });
    const item = (correction: Correction): MenuItem => ({
      label: titleOf(correction),
      ...(correction.group === "role" ||
      correction.group === "kind" ||
      correction.group === "polarity" ||
      correction.group === "modality" ||
      correction.group === "category"
        ? { checked: correction.checked }
        : {}),
      run: () =>
        void (correction.checked
          ? undefined
          : correct(of(desk), (engine, version) => engine.correct({ ...about, version, key: correction.key }), w.done)),
    });
    for (const group of order) {
      const of = items.filter((one) => one.group === group);
      if (of.length === 0) continue;
      const title = w.groups[group];
      groups.push({ ...(title ? { title } : {}), items: of.map(item) });
    }
  } catch (error) {
    sayRefusal(of(desk), error);
    return null;
  }
  if (field === "action") {
    const text = words().panels.copy.one;
    groups.unshift({
      items: [
        {
          label: text,
          run: () =>
            void copy(
              () => practiceText(practice),
              () => 1,
            ),
        },
      ],
    });
  }
  if (groups.length === 0) {
    of(notices).say(w.noMark, "refusal");
    return null;
  }
  return groups;
}

/** A correction by its name; a mark that it brings in with its brackets. */
function titleOf({ key, title, kind }: Correction): string {
  if (!kind) return sentence(title) || (words().panels.correct.names[key] ?? key);
  const { open, close } = faceOf(kind as Kind);
  return `${open}${title.replace(/\s+/g, " ")}${close}`;
}
