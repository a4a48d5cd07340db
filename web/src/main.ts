import "./styles/page.css";
import "./styles/print.css";
import { allowWorkers } from "./ui/trusted.ts";
import "./app/app.ts";

allowWorkers();
document.body.append(document.createElement("pm-app"));
