import { expect, test } from "vitest";
import { anchorOf, place } from "./anchor.ts";

const text = "我们会收集您的手机号。\n\n为了配送，我们会收集您的地址。";
const at = (words: string, from = 0) => {
  const start = text.indexOf(words, from);
  return anchorOf(text, start, start + words.length);
};
const placed = (changed: string, anchor: ReturnType<typeof at>) => {
  const found = place(changed, anchor);
  return found && [changed.slice(found.from, found.to), found.how];
};

test("an unchanged text has it at its position", () => {
  expect(placed(text, at("您的地址"))).toEqual(["您的地址", "position"]);
});

test("words moved are found by themselves", () => {
  expect(placed(`新的一段。\n\n${text}`, at("您的地址"))).toEqual(["您的地址", "quote"]);
});

test("the same words twice are told apart by what stands around them", () => {
  const second = at("我们会收集", 5);
  const changed = `前言。\n\n${text}`;
  expect(place(changed, second)!.from).toBe(changed.lastIndexOf("我们会收集"));
  expect(place(changed, at("我们会收集"))!.from).toBe(changed.indexOf("我们会收集"));
});

test("marks that were added do not hide it", () => {
  expect(placed("(我们)会[收集]您的<手机号>。\n\n为了{配送}，(我们)会[收集]您的<地址>。", at("收集您的地址"))).toEqual([
    "收集]您的<地址",
    "marks",
  ]);
});

test("marks that were removed do not hide it", () => {
  const marked = "(我们)会[收集]您的<地址>。";
  expect(place("X我们会收集您的地址。", anchorOf(marked, 1, 13))).toMatchObject({ how: "marks" });
});

test("other words at the position are not the place", () => {
  expect(place("毫不相干的文字。".repeat(5), at("您的地址"))).toBeNull();
  expect(place("", at("您的地址"))).toBeNull();
});

test("several places with nothing of the surroundings are a guess, and none is taken", () => {
  const anchor = { from: 0, to: 2, exact: "数据", prefix: "甲乙", suffix: "丙丁" };
  expect(place("一数据二。三数据四。", anchor)).toBeNull();
});

test("a long range is kept by its beginning", () => {
  const long = "字".repeat(5000);
  expect(anchorOf(long, 0, 5000).exact).toHaveLength(1000);
});
