import { expect, test } from "vitest";
import { firstLine, lastLine } from "./rows.ts";

test("what stands around a place ends with its line", () => {
  expect(lastLine("一段。\n\n我们会")).toBe("我们会");
  expect(lastLine("我们会")).toBe("我们会");
  expect(firstLine("您的邮箱。\n\n下一段")).toBe("您的邮箱。");
  expect(firstLine("\n下一段")).toBe("");
});
