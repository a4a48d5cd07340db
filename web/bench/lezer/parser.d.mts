import type { Tree } from "@lezer/common";
import type { LRParser } from "@lezer/lr";

export declare const parser: LRParser;

export declare function plainOf(
  tree: Tree,
  text: string,
): { plain: string; marks: { kind: string; start: number; end: number }[] };
