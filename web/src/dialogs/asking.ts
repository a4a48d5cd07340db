import type { Asking } from "../services/asking.ts";

const ask = () => import("../ui/ask.ts");
const reading = () => import("./reading.ts");

/** The page's dialogs are not needed at the start: each is loaded with its first question. */
export const dialogsAsking: Asking = {
  ask: async (question) => await (await ask()).ask(question),
  askText: async (question) => await (await ask()).askText(question),
  showText: async (title, text) => await (await ask()).showText(title, text),
  chooseReading: async (question) => await (await reading()).chooseReading(question),
  refuse: async (name, reason) => await (await reading()).refuse(name, reason),
  work: async (title, run) => await (await import("../ui/progress.ts")).work(title, run),
};
