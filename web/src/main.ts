import "./styles/page.css";
import "./styles/print.css";
import { applySettings, langOf, readSettings } from "./app/settings.ts";
import { setLang } from "./words/words.ts";
import "./app/app.ts";

const settings = readSettings();
applySettings(settings);
setLang(langOf(settings));
document.body.append(document.createElement("pm-app"));
