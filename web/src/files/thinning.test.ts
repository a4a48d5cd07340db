import { expect, test } from "vitest";
import type { Version } from "./records.ts";
import { most, thin } from "./thinning.ts";

const minute = 60_000;
const now = 1_700_000_000_000;
const version = (ago: number, more: Partial<Version> = {}): Version => ({
  key: ago,
  id: "a",
  at: now - ago * minute,
  why: "typing",
  label: "",
  length: 1,
  marks: null,
  packed: new Uint8Array(10),
  ...more,
});
const left = (versions: Version[]) => {
  const spare = new Set(thin(versions, now));
  return versions.filter((one) => !spare.has(one));
};

test("the last hour stays whole", () => {
  const versions = [0, 5, 10, 15, 55].map((ago) => version(ago));
  expect(left(versions)).toEqual(versions);
});

test("the older, the further apart", () => {
  const versions = Array.from({ length: 12 * 24 * 10 }, (_, i) => version(i * 5));
  const kept = left(versions);
  const within = (from: number, to: number) => kept.filter(({ key }) => key! >= from * 60 && key! < to * 60).length;
  expect(within(0, 1)).toBe(12);
  expect(within(2, 8)).toBeLessThanOrEqual(37);
  expect(within(8, 48)).toBeLessThanOrEqual(41);
  expect(within(48, 240)).toBeLessThanOrEqual(10);
});

test("what has a name stays, and so do the latest and the earliest", () => {
  const versions = [
    version(0),
    version(5000),
    version(5001, { why: "named", label: "x" }),
    version(5002),
    version(5003),
  ];
  expect(left(versions).map(({ key }) => key)).toEqual([0, 5000, 5001, 5003]);
});

test("number and bytes are bounded", () => {
  const many = Array.from({ length: 300 }, (_, i) => version(i / 10));
  expect(left(many)).toHaveLength(most.versions + 2);
  const big = Array.from({ length: 20 }, (_, i) => version(i, { packed: new Uint8Array(1 << 20) }));
  expect(left(big)).toHaveLength(8 + 2);
});

test("a clock that went back throws nothing away", () => {
  const versions = [0, -5000, -9000, 3].map((ago) => version(ago));
  expect(left(versions)).toEqual(versions);
});
