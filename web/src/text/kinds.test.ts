import { expect, test } from "vitest";
import { kindTyped } from "./kinds.ts";

test.each([
  ["(", "actor"],
  ["（", "actor"],
  ["（）", "actor"],
  ["()", "actor"],
  ["[", "action"],
  ["【", "action"],
  ["［", "action"],
  ["【】", "action"],
  ["<", "data"],
  ["《", "data"],
  ["〈", "data"],
  ["＜", "data"],
  ["《》", "data"],
  ["{", "purpose"],
  ["｛", "purpose"],
  [")", undefined],
  ["a", undefined],
  ["", undefined],
  ["((", undefined],
  ["（我", undefined],
])("%s makes %s", (typed, kind) => {
  expect(kindTyped(typed)).toBe(kind);
});
