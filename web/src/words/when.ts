import { lang } from "./words.ts";

/** when writes a time of the past: today by its hour, else by its day; "" where it is
 * not known, which is 0. */
export function when(time: number): string {
  if (!isKnown(time)) return "";
  const locale = lang() === "zh" ? "zh-CN" : "en";
  const date = new Date(time);
  const today = new Date().toDateString() === date.toDateString();
  return date.toLocaleString(
    locale,
    today ? { hour: "numeric", minute: "2-digit" } : { year: "numeric", month: "short", day: "numeric" },
  );
}

/** moment writes a time of the past with its day and its minute; "" where it is not
 * known. */
export function moment(time: number): string {
  if (!isKnown(time)) return "";
  const locale = lang() === "zh" ? "zh-CN" : "en";
  const date = new Date(time);
  const today = new Date().toDateString() === date.toDateString();
  return date.toLocaleString(locale, {
    ...(today ? {} : { month: "short", day: "numeric" }),
    hour: "numeric",
    minute: "2-digit",
  });
}

/** A number that is no time of the calendar is none of a clock. */
const isKnown = (time: number): boolean => time !== 0 && !Number.isNaN(new Date(time).getTime());
