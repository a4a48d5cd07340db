import { EditorState } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { wordAt, wordEdge } from "./word.ts";

const state = EditorState.create({ doc: "我们会收集您的手机号码，and your name.\n下一行" });
const text = (from: number, to: number) => state.sliceDoc(from, to);

describe("words", () => {
  it("are those of the dictionary, not clauses", () => {
    const at = state.doc.toString().indexOf("收集");
    const word = wordAt(state, at);
    expect(word && text(word.from, word.to)).toBe("收集");
  });

  it("are gone over one by one in both directions, and a line keeps its words", () => {
    const ends: string[] = [];
    let at: number | null = 0;
    for (;;) {
      const next = wordEdge(state, at, true);
      if (next === null) break;
      ends.push(text(at, next));
      at = next;
    }
    expect(ends.join("|")).toContain("收集|");
    expect(ends.join("")).toBe("我们会收集您的手机号码，and your name");
    const starts: string[] = [];
    for (;;) {
      const next = wordEdge(state, at, false);
      if (next === null) break;
      starts.unshift(text(next, at));
      at = next;
    }
    expect(starts.join("")).toBe("我们会收集您的手机号码，and your name");
    expect(at).toBe(0);
  });
});
