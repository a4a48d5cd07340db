import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { Analysis } from "../analysis/analysis.ts";
import { createEngine } from "../engine/client.ts";
import { keeper, type Keeper } from "../files/keeper.ts";
import { store } from "../files/store.ts";
import { makeProblemCard } from "../panels/problem-card.ts";
import { Commands, commands, type Command } from "../services/commands.ts";
import { desk, type PageDesk } from "../services/desk.ts";
import { EngineStatus, engineStatus } from "../services/engine-status.ts";
import type { Panel } from "../services/feature.ts";
import { Navigation, navigation, type PanelId } from "../services/navigation.ts";
import { Notices, notices } from "../services/notices.ts";
import { of, provide } from "../services/service.ts";
import { Session, session } from "../services/session.ts";
import { Settings, settings } from "../services/settings.ts";
import { bindingsOf } from "../text/desk-commands.ts";
import { bindKeys, editorExtensions, speak } from "../text/editor.ts";
import { turnTo } from "../text/reading.ts";
import { lang, onLang, words } from "../words/words.ts";
import { features } from "./features.ts";

declare module "../services/commands.ts" {
  interface CommandIds extends Record<`panel-${PanelId}`, true> {}
}

/** Page is what the frame of the page needs of what stands in it. */
export interface Page {
  readonly desk: PageDesk;
  readonly session: Session;
  readonly keeper: Keeper;
}

/** The panels, in the order of their tabs. */
export const panels: readonly Panel[] = features.flatMap((feature) => feature.panels ?? []);

const panelCommand = ({ id }: Panel): Command => ({
  id: `panel-${id}`,
  title: (w) => w.panels.toPanel(w.panes[id]),
  run: () => of(navigation).bring(id, true),
});

/** All commands, in the order in which they are listed. */
export const allCommands: readonly Command[] = features.flatMap((feature) => [
  ...(feature.panels ?? []).map(panelCommand),
  ...(feature.commands ?? []),
]);

/** composePage makes the parts of the page and puts them together. The editor stands in
 * parent, its styles in root. */
export function composePage(parent: HTMLElement, root: ShadowRoot): Page {
  const chosen = new Settings();
  const said = new Notices();
  const analysis = new Analysis();
  const view = new EditorView({ parent, root });
  provide(settings, () => chosen);
  provide(notices, () => said);
  for (const { service, make } of features.flatMap((feature) => feature.services ?? [])) provide(service, make);
  // The browser looks up what was kept while the rest is made.
  of(store);
  const status = new EngineStatus();
  const engine = createEngine({
    lang: lang(),
    onRestart: () => analysis.handOver(),
    onRestored: (report) => analysis.restored(report),
    onState: (state, reason) => {
      analysis.requestReport();
      if (state === "ready") {
        engine.welcome.then(
          ({ rules, maxAnalysed }) => status.greeted(rules, maxAnalysed),
          () => {},
        );
      }
      status.turned(state, reason?.message);
    },
  });
  const moving = new Navigation(view);
  const page: PageDesk = {
    view,
    analysis,
    engine,
    get lang() {
      return lang();
    },
    get words() {
      return words();
    },
    get settings() {
      return chosen.current;
    },
    say: (text, tone) => said.say(text, tone),
    toFront: () => moving.bring("text"),
    turnView(which) {
      turnTo(view, which);
      chosen.change({ textView: which });
      said.say(words().text.viewIs[which]);
    },
  };
  const keys = () => bindingsOf(page, allCommands);
  const open = new Session(view, analysis, engine, (doc, selection, own) =>
    EditorState.create({
      doc,
      selection,
      extensions: editorExtensions(page, {
        keys: keys(),
        view: chosen.current.textView,
        drawCard: makeProblemCard,
        parts: [own, features.map((feature) => feature.extension?.() ?? [])],
      }),
    }),
  );
  provide(engineStatus, () => status);
  provide(navigation, () => moving);
  provide(desk, () => page);
  provide(session, () => open);
  provide(commands, () => new Commands(allCommands));
  for (const { service } of features.flatMap((feature) => feature.services ?? [])) of(service);
  open.begin();

  let bound = chosen.current.keys;
  chosen.addEventListener("changed", () => {
    const { keys: now, levels } = chosen.current;
    if (now !== bound) bindKeys(view, keys());
    bound = now;
    analysis.setLevels(levels);
  });
  onLang(() => {
    speak(view);
    analysis.requestReport();
  });
  analysis.setLevels(chosen.current.levels);
  analysis.attach(view);
  analysis.connect(engine);
  return { desk: page, session: open, keeper: of(keeper) };
}
