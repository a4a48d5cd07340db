import { expect, test } from "vitest";
import { stepFrom } from "./segments.ts";

/** The text up to the edge after a step; the mark is between brackets. */
function after(marked: string, end: boolean, back: boolean, step: "character" | "word"): string {
  const [, before, text, rest] = /^(.*)\[(.*)\](.*)$/s.exec(marked)!;
  const around = { kind: "data" as const, before: before!, text: text!, after: rest!, range: { from: 0, to: 0 } };
  const edge = before!.length + (end ? text!.length : 0);
  return (before! + text! + rest!).slice(0, edge + stepFrom(around, end, back, step));
}

test.each([
  ["a family is one character", "a[b]👨‍👩‍👧c", true, false, "character", "ab👨‍👩‍👧"],
  ["and back", "a[b👨‍👩‍👧]c", true, true, "character", "ab"],
  ["a combining accent goes with its letter", "[a]e\u0301x", true, false, "character", "ae\u0301"],
  ["the start on", "[ab]c", false, false, "character", "a"],
  ["the start back", "ab[c]", false, true, "character", "a"],
  ["nowhere on", "[ab]", true, false, "character", "ab"],
  ["nowhere back", "[ab]c", false, true, "character", ""],
  ["the next word", "[email] address, name", true, false, "word", "email address"],
  ["over a comma", "[email address], name", true, false, "word", "email address, name"],
  ["back to the end of the word before", "[email address, name]", true, true, "word", "email address"],
  ["the start to the next word", "[your email]", false, false, "word", "your "],
  ["the start back by a word", "collect your [email]", false, true, "word", "collect "],
  ["a Chinese word", "我们会收集[您的]手机号码。", true, false, "word", "我们会收集您的手机"],
  ["within a word to its end", "collect e[ma]il", true, false, "word", "collect email"],
] as const)("%s", (_name, marked, end, back, step, expected) => {
  expect(after(marked, end, back, step)).toBe(expected);
});
