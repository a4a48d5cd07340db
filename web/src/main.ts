import "./styles/page.css";
import "./styles/print.css";
import { applySettings, langOf, readSettings } from "./app/settings.ts";
import { allowWorkers } from "./app/trusted.ts";
import { setLang } from "./words/words.ts";
import "./app/app.ts";

allowWorkers();
const settings = readSettings();
applySettings(settings);
setLang(langOf(settings));
document.body.append(document.createElement("pm-app"));
