import type { Kept } from "./records.ts";

/** A document as tests keep it. */
export const kept = (id: string, text: string, edition: number, more: Partial<Kept> = {}): Kept => ({
  id,
  name: `${id}.txt`,
  reading: "markup",
  text,
  anchor: 0,
  head: 0,
  line: 1,
  dirty: true,
  updated: 1000,
  edition,
  ...more,
});

/** What is kept beside it. */
export const beside = { marks: null, edited: true };
