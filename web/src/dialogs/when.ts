import { lang } from "../words/words.ts";

/** when writes a time of the past: today by its hour, else by its day. */
export function when(time: number): string {
  const locale = lang() === "zh" ? "zh-CN" : "en";
  const date = new Date(time);
  const today = new Date().toDateString() === date.toDateString();
  return date.toLocaleString(locale, today ? { hour: "numeric", minute: "2-digit" } : { year: "numeric", month: "short", day: "numeric" });
}

/** moment writes a time of the past with its day and its minute. */
export function moment(time: number): string {
  const locale = lang() === "zh" ? "zh-CN" : "en";
  const date = new Date(time);
  const today = new Date().toDateString() === date.toDateString();
  return date.toLocaleString(locale, { ...(today ? {} : { month: "short", day: "numeric" }), hour: "numeric", minute: "2-digit" });
}
