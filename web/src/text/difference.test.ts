import { expect, it } from "vitest";
import { differenceOf } from "./difference.ts";

it.each([
  ["abc", "abc", null],
  ["", "", null],
  ["", "a", { from: 0, to: 0, insert: "a" }],
  ["abc", "abxc", { from: 2, to: 2, insert: "x" }],
  ["aaa", "aa", { from: 2, to: 3, insert: "" }],
  ["a😀b", "a😁b", { from: 1, to: 3, insert: "😁" }],
  ["a🙀b", "a😀b", { from: 1, to: 3, insert: "😀" }],
])("%j becomes %j", (now, text, change) => expect(differenceOf(now, text)).toEqual(change));
