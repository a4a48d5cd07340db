import { readFileSync } from "node:fs";
import { root } from "../e2e/server.ts";

/** The example that every text repeats: some 12 KB with 156 marks. */
const policy = readFileSync(`${root}web/examples/shop-zh.policymark.txt`, "utf8").trimEnd();
const marksInPolicy = 156;

/** The two halves of a mark near the start of each text, between which is typed. */
export const typedInto = ["登录", "密码"] as const;

export interface Sample {
  name: string;
  text: string;
  marks: number;
}

/** The example, so many times over. */
export const repeated = (times: number): string => `${Array.from({ length: times }, () => policy).join("\n\n")}\n`;

/** Texts of 12 KB, 100 KB, 1 MB and 10 MB: the example, so many times over. */
export const samples: Sample[] = [
  ["12 KB", 1],
  ["100 KB", 9],
  ["1 MB", 90],
  ["10 MB", 900],
].map(([name, times]) => ({
  name: name as string,
  text: repeated(times as number),
  marks: marksInPolicy * (times as number),
}));
