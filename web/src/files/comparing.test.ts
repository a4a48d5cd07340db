import { expect, test } from "vitest";
import { compare } from "./comparing.ts";

const now = (parts: ReturnType<typeof compare>["parts"]) =>
  parts
    .map((part) =>
      part.kind === "skip"
        ? "…"
        : part.kind === "removed"
          ? `-${part.text}-`
          : part.kind === "added"
            ? `+${part.text}+`
            : part.text,
    )
    .join("");

test("marks that were added are shown as such", () => {
  const { added, removed, parts } = compare("我们会收集您的手机号。", "(我们)会[收集]您的<手机号>。");
  expect([added, removed]).toEqual([6, 0]);
  expect(now(parts)).toBe("+(+我们+)+会+[+收集+]+您的+<+手机号+>+。");
});

test("words that were changed are shown whole", () => {
  const { parts } = compare("We collect it for one year, and keep it.", "We gather it for two years and (keep) <it>.");
  expect(now(parts)).toBe("We -collect-+gather+ it for -one-+two+ -year,-+years+ and +(+keep+)+ +<+it+>+.");
});

test("lines alike are left out between changes", () => {
  const lines = Array.from({ length: 200 }, (_, i) => `line ${i} of a policy that nobody changed`);
  const changed = [...lines];
  changed[3] = "another line";
  changed[190] = "yet another";
  const { parts } = compare(lines.join("\n"), changed.join("\n"));
  expect(parts.some(({ kind }) => kind === "skip")).toBe(true);
  const shown = parts.reduce((n, part) => n + (part.kind === "skip" ? 0 : part.text.length), 0);
  expect(shown).toBeLessThan(2500);
});

test("texts alike have no changes", () => {
  expect(compare("a", "a")).toEqual({ added: 0, removed: 0, parts: [{ kind: "same", text: "a" }] });
});
