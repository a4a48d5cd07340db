import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "@playwright/test";
import { build } from "vite";
import { test } from "../../e2e/fixtures.ts";
import { Person } from "../../e2e/person.ts";
import { quantile } from "../budgets.ts";
import { parser, plainOf } from "../lezer/parser.mjs";
import { install, type Wanted } from "../probe.ts";
import { repeated } from "../texts.ts";
import type { Stretch } from "./peer.ts";

/** How often the example stands in the text, which has some 10,000 marks then. */
const copies = 64;
/** How often one annotation is added. */
const times = 15;
/** Words on the first screen that are not marked, which the one annotation is of. */
const places = [
  ["a paragraph", "匿名化处理"],
  ["the title, which ours reads all else by", "隐私政策"],
] as const;

/** Milliseconds: to show all, to read practices and problems of all, and to add one in
 * each of the places. */
interface Figures {
  show: number;
  read?: number;
  add: number[];
}

/** The text as Recogito has it: paragraphs, and annotations where our marks are. */
function asAnnotations(text: string): { paragraphs: string[]; stretches: Stretch[]; ones: Stretch[] } {
  const { plain, marks } = plainOf(parser.parse(text), text);
  if ([...plain].length !== plain.length) throw new Error("the text has characters of two units");
  const paragraphs: string[] = [];
  const starts: number[] = [];
  for (const { 0: line, index } of plain.matchAll(/.+/g)) {
    paragraphs.push(line);
    starts.push(index);
  }
  let paragraph = 0;
  // Marks come in the order of the text.
  const stretches = marks.map(({ start, end }) => {
    while (paragraph + 1 < starts.length && starts[paragraph + 1]! <= start) paragraph++;
    return { paragraph, from: start - starts[paragraph]!, to: end - starts[paragraph]! };
  });
  const ones = places.map(([, words]) => {
    const paragraph = paragraphs.findIndex((text) => text.includes(words));
    const from = paragraphs[paragraph]!.indexOf(words);
    return { paragraph, from, to: from + words.length };
  });
  return { paragraphs, stretches, ones };
}

async function theirs(browser: Browser, text: string): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), "policymark-peer-"));
  await build({
    configFile: false,
    logLevel: "error",
    root: folder,
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      outDir: folder,
      target: "es2022",
      lib: {
        entry: fileURLToPath(new URL("peer.ts", import.meta.url)),
        formats: ["iife"],
        name: "recogito",
        fileName: () => "peer.js",
        cssFileName: "peer",
      },
    },
  });
  const page = await browser.newPage();
  await page.setContent(
    `<!doctype html><meta charset="utf-8"><style>${readFileSync(join(folder, "peer.css"), "utf8")}</style><div id="content"></div>`,
  );
  await page.addScriptTag({ path: join(folder, "peer.js") });
  rmSync(folder, { recursive: true });
  const { paragraphs, stretches, ones } = asAnnotations(text);
  const show = await page.evaluate(([paragraphs, stretches]) => peer.show(paragraphs, stretches), [
    paragraphs,
    stretches,
  ] as const);
  const add: number[] = [];
  for (const one of ones) {
    const adding: number[] = [];
    for (let i = 0; i < times; i++) adding.push(await page.evaluate((one) => peer.add(one), one));
    add.push(quantile(adding, 0.5));
  }
  await page.close();
  return { show, add };
}

async function ours(browser: Browser, address: string, text: string): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), "policymark-peer-"));
  const file = join(folder, "text.txt");
  writeFileSync(file, text);
  const marks = plainOf(parser.parse(text), text).marks.length;
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB" });
  const page = await context.newPage();
  await install(page);
  const person = new Person(page);
  await person.come(address);
  const seen = (wanted: Wanted) => page.evaluate((wanted) => probe.painted(wanted), wanted);

  await page.evaluate(() =>
    addEventListener("change", (event) => Object.assign(globalThis, { changed: event.timeStamp }), {
      capture: true,
      once: true,
    }),
  );
  await person.open(file);
  // The first text that the page shows is another one.
  const shown = await seen({ text: text.slice(0, 4), drawn: true });
  const counted = await seen({ marks, practice: "" });
  const changed = await page.evaluate(() => (globalThis as unknown as { changed: number }).changed);
  rmSync(folder, { recursive: true });

  const press = async (key: string, marks: number) => {
    const painted = seen({ marks });
    await page.keyboard.press(key);
    const times = await painted;
    await page.waitForTimeout(30 + Math.random() * 40);
    return times.painted - times.key;
  };
  const add: number[] = [];
  for (const [, words] of places) {
    await page.keyboard.press("ControlOrMeta+Home");
    await person.select(words);
    const adding: number[] = [];
    for (let i = 0; i < times; i++) {
      adding.push(await press("Alt+3", marks + 1));
      await press("Alt+0", marks);
    }
    add.push(quantile(adding, 0.5));
  }
  await context.close();
  return { show: shown.painted - changed, read: counted.painted - changed, add };
}

test("beside Recogito", async ({ browser, server }) => {
  process.stderr.write("measuring: beside Recogito\n");
  const text = repeated(copies);
  const us = await ours(browser, server.address, text);
  const them = await theirs(browser, text);
  const rows = [
    ["text in hand → text with its annotations painted", us.show, them.show] as const,
    ["the same, and practices and problems read", us.read!, undefined] as const,
    ...places.map(([place], i) => [`one added in ${place} → painted, median`, us.add[i]!, them.add[i]!] as const),
  ].map(([what, our, their]) => [
    what,
    `${our.toFixed(0)} ms`,
    their === undefined ? "does not" : `${their.toFixed(0)} ms`,
    their === undefined ? "" : (their / our).toFixed(1),
  ]);
  const table = [
    [`${copies * 156} annotations, in the browser`, "ours", "Recogito", "ours is so many times faster"],
    ...rows,
  ];
  console.log(
    table
      .map(([what, ...rest]) => [what!.padEnd(72), ...rest.map((cell) => cell.padStart(10))].join("  ").trimEnd())
      .join("\n"),
  );
  console.log(
    "Recogito draws what it is given; ours reads the marks from the text, with practices and problems, and one added is written into the text.",
  );
});
