import { EditorView } from "@codemirror/view";
import { desk } from "../services/desk.ts";
import type { Feature } from "../services/feature.ts";
import { notices } from "../services/notices.ts";
import { of, provision } from "../services/service.ts";
import { session } from "../services/session.ts";
import { fileCommands } from "./commands.ts";
import { History, versions } from "./history.ts";
import { Keeper, keeper } from "./keeper.ts";
import { pasting } from "./pasting.ts";
import { saveCopy } from "./saving.ts";
import { Store, store } from "./store.ts";
import { Tabs, tabs } from "./tabs.ts";
import { openDocument } from "./workspace.ts";

/** Documents: opened, saved, kept in the browser with their versions, one writer each. */
export const files: Feature = {
  services: [
    provision(store, openedStore),
    provision(versions, () => new History(of(store), of(session))),
    provision(
      keeper,
      () =>
        new Keeper(of(store), of(session), of(versions), of(desk).engine, of(notices), {
          open: (id, name) => void openDocument(id, name),
          download: () => void saveCopy(),
        }),
    ),
    provision(tabs, () => new Tabs(of(session), of(keeper), of(versions), of(notices), of(desk).view)),
  ],
  commands: fileCommands,
  extension: () => [pasting, keeping],
};

function openedStore(): Store {
  const opened = new Store();
  // What was kept is wanted first of all; who asks for it hears of a failure.
  opened.open().catch(() => {});
  return opened;
}

/** Tells the keeper of what is to be kept: changes of the text, and where a person is. */
const keeping = EditorView.updateListener.of((update) => {
  if (update.docChanged && !of(session).locked) {
    of(versions).changed(update);
    of(keeper).touch();
  } else if (update.selectionSet) of(keeper).touch();
});
