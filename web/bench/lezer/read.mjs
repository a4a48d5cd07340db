// Prints, as JSON, how many milliseconds Lezer takes for the texts of files: to parse
// one anew, and for a keystroke in it, each in its first and in its second second.
//
//	node read.mjs FILE…
import { readFileSync } from "node:fs";
import { TreeFragment } from "@lezer/common";
import { parser } from "./parser.mjs";

/** The milliseconds of a call, over a second. */
function perCall(call) {
  const start = performance.now();
  let calls = 0;
  let now = start;
  for (; now - start < 1000; now = performance.now()) {
    call();
    calls++;
  }
  return (now - start) / calls;
}

const twice = (call) => ({ cold: perCall(call), warm: perCall(call) });

/** A letter typed into the middle mark and erased again, by turns. */
function typing(text) {
  const at = text.indexOf(">", text.length / 2);
  if (at < 0) throw new Error("the text has no mark in its second half");
  // Both texts are at hand: to put them together is not what is measured.
  const texts = [text, `${text.slice(0, at)}x${text.slice(at)}`];
  const changes = [
    { fromA: at, toA: at, fromB: at, toB: at + 1 },
    { fromA: at, toA: at + 1, fromB: at, toB: at },
  ];
  let turn = 0;
  let fragments = TreeFragment.addTree(parser.parse(text));
  return () => {
    const change = changes[turn];
    turn = 1 - turn;
    const kept = TreeFragment.applyChanges(fragments, [change]);
    fragments = TreeFragment.addTree(parser.parse(texts[turn], kept), kept);
  };
}

const figures = process.argv.slice(2).map((file) => {
  const text = readFileSync(file, "utf8");
  return { parse: twice(() => parser.parse(text)), key: twice(typing(text)) };
});
console.log(JSON.stringify(figures));
