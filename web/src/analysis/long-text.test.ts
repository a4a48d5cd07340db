import { expect, test } from "vitest";
import { docOf, textOf } from "./long-text.ts";

test("a document's text is that which it was made of, until it is changed", () => {
  const doc = docOf("一\n\n二\n");
  expect(doc.lines).toBe(4);
  expect(textOf(doc)).toBe("一\n\n二\n");
  expect(textOf(doc.replace(0, 1, docOf("三")))).toBe("三\n\n二\n");
});
