import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContext, Page } from "@playwright/test";
import { test } from "../e2e/fixtures.ts";
import { Person } from "../e2e/person.ts";
import { dist, root } from "../e2e/server.ts";
import { quantile, table, type Figure } from "./budgets.ts";
import { EngineWatch } from "./engine.ts";
import { install, type Wanted } from "./probe.ts";
import { sizes } from "./sizes.ts";
import { samples, typedInto, type Sample } from "./texts.ts";

const keys = 40;
const loads = 7;
/** Key presses before those that count. */
const warmUp = 4;

const figures: Figure[] = [];
const add = (what: string, value: number, unit: Figure["unit"], budget?: number) =>
  void figures.push({ what, value, unit, budget });

/** Where the files to be opened lie. */
const folder = mkdtempSync(join(tmpdir(), "policymark-bench-"));

/** Says what is being measured, for it takes a while. */
const say = (what: string) => void process.stderr.write(`measuring: ${what}\n`);

const seen = (page: Page, wanted: Wanted) => page.evaluate((wanted) => probe.painted(wanted), wanted);

/** Presses a key and returns the milliseconds until what is wanted was painted. */
async function press(page: Page, key: string, wanted: Wanted): Promise<number> {
  const painted = seen(page, wanted);
  await page.keyboard.press(key);
  const times = await painted;
  // Keys must not come in step with the frames.
  await page.waitForTimeout(30 + Math.random() * 40);
  return times.painted - times.key;
}

/** Presses two keys by turns, of which the second undoes the first. */
async function pressByTurns(page: Page, one: [string, Wanted], other: [string, Wanted]): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < (keys + warmUp) / 2; i++) {
    times.push(await press(page, ...one), await press(page, ...other));
  }
  return times.slice(warmUp);
}

/** Opens a text and returns the milliseconds until its first practices and problems were
 * painted, and until those of all of it were known. */
async function open(person: Person, { name, text, marks }: Sample): Promise<{ first: number; whole: number }> {
  const { page } = person;
  // A file on the disk: bytes would be put together in the page, which would be measured.
  const file = join(folder, `${name}.txt`);
  writeFileSync(file, text);
  await page.evaluate(() =>
    addEventListener("change", (event) => Object.assign(globalThis, { changed: event.timeStamp }), {
      capture: true,
      once: true,
    }),
  );
  await person.open(file);
  const first = await seen(page, { marks, practice: "" });
  const whole = await seen(page, { marks, whole: true });
  const changed = await page.evaluate(() => (globalThis as unknown as { changed: number }).changed);
  return { first: first.painted - changed, whole: whole.painted - changed };
}

async function measureTyping(page: Page, sample: Sample, where: "worker" | "page"): Promise<void> {
  const person = new Person(page);
  const { name } = sample;
  say(`${name}, ${where}`);
  const inWorker = where === "worker";
  const limit = inWorker ? { median: 33, p95: 50 } : { median: 17, p95: 25 };
  const label = inWorker ? name : `${name}, no worker`;

  await page.evaluate(() => probe.longestTask());
  const opened = await open(person, sample);
  add(`open → first problems and practices, ${label}`, opened.first, "ms", { "1 MB": 300, "10 MB": 3000 }[name]);
  add(`open → those of all of it, ${label}`, opened.whole, "ms");
  const engine = inWorker ? await EngineWatch.begin(page) : undefined;
  await page.waitForTimeout(500);
  add(
    `longest task of the page while opening, ${label}`,
    await page.evaluate(() => probe.longestTask()),
    "ms",
    inWorker ? 50 : undefined,
  );

  // A bracket behind the title changes a heading, which the whole document hangs
  // on; a letter in a mark changes one practice.
  await page.locator(".cm-content").focus();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.press("End");
  const squiggles = await page.locator(".pm-squiggle").count();
  const problems = await pressByTurns(page, ["[", { squiggles: squiggles + 1 }], ["Backspace", { squiggles }]);

  const work = { problems: await engine?.times("edit"), practices: [] as number[] | undefined };
  await person.caretAt(typedInto.join("|"));
  const [whole, typed] = [typedInto.join(""), typedInto.join("x")];
  await engine?.times("edit");
  const practices = await pressByTurns(
    page,
    ["x", { practice: typed }],
    ["Backspace", { practice: whole, notPractice: typed }],
  );

  work.practices = await engine?.times("edit");

  for (const [what, times] of [
    ["problems", problems],
    ["practices", practices],
  ] as const) {
    add(`key → ${what} painted, median, ${label}`, quantile(times, 0.5), "ms", limit.median);
    add(`key → ${what} painted, p95, ${label}`, quantile(times, 0.95), "ms", limit.p95);
    const engineTimes = work[what];
    if (engineTimes) add(`engine's work per key, ${what}, median, ${label}`, quantile(engineTimes, 0.5), "ms", 1);
  }
  add(`longest task of the page while typing, ${label}`, await page.evaluate(() => probe.longestTask()), "ms", 50);

  if (engine)
    add(`memory of the engine, ${label}`, await engine.memory(), "MB", { "12 KB": 12, "1 MB": 24, "10 MB": 120 }[name]);
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = (await session.send("Runtime.getHeapUsage")) as { usedSize: number };
  add(`memory of the page, ${label}`, usedSize / 1e6, "MB", { "12 KB": 20, "1 MB": 30, "10 MB": 90 }[name]);
  await session.detach();
}

interface Arrivals {
  text: number[];
  practices: number[];
}

async function arrive(page: Page, go: () => Promise<unknown>, arrivals: Arrivals): Promise<void> {
  await go();
  const [text, practices] = await page.evaluate(() => Promise.all([arrival.text, arrival.practices]));
  arrivals.text.push(text.painted);
  arrivals.practices.push(practices.painted);
}

async function measureStart(newContext: () => Promise<BrowserContext>, address: string, place: string): Promise<void> {
  say(`start, ${place}`);
  const first: Arrivals = { text: [], practices: [] };
  const again: Arrivals = { text: [], practices: [] };
  for (let i = 0; i < loads; i++) {
    const context = await newContext();
    const page = await context.newPage();
    await install(page);
    await arrive(page, () => page.goto(address), first);
    if (i === 0) {
      const person = new Person(page);
      await page.evaluate(() => {
        Reflect.deleteProperty(window, "showOpenFilePicker");
      });
      await open(person, samples[0]!);
      await page.waitForTimeout(2000);
      for (let j = 0; j < loads; j++) await arrive(page, () => page.reload(), again);
      if (place === "hosted" && (await page.evaluate(() => navigator.serviceWorker?.controller !== null))) {
        await context.setOffline(true);
        const offline: Arrivals = { text: [], practices: [] };
        for (let j = 0; j < loads; j++) await arrive(page, () => page.reload(), offline);
        add("reload → text, offline", quantile(offline.text, 0.5), "ms", 300);
      }
    }
    await context.close();
  }
  add(`navigation → text, first visit, ${place}`, quantile(first.text, 0.5), "ms", 300);
  add(`navigation → practices, first visit, ${place}`, quantile(first.practices, 0.5), "ms", 450);
  add(`reload → text, 12 KB, ${place}`, quantile(again.text, 0.5), "ms", 300);
  add(`reload → practices, 12 KB, ${place}`, quantile(again.practices, 0.5), "ms", 450);
}

test("measurements", async ({ page, browser, server, address }) => {
  const [busy] = loadavg() as [number, number, number];
  const single = pathToFileURL(`${dist}/policymark.html`).href;
  figures.push(...sizes(dist));
  const newContext = () => browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB" });
  await measureStart(newContext, server.address, "hosted");
  await measureStart(newContext, single, "single file");

  for (const sample of samples) {
    const context = await newContext();
    const fresh = await context.newPage();
    await EngineWatch.seeMemory(fresh);
    await install(fresh);
    await new Person(fresh).come(address);
    await measureTyping(fresh, sample, "worker");
    await context.close();
  }
  for (const sample of samples.filter(({ name }) => name === "12 KB" || name === "1 MB")) {
    const context = await newContext();
    const fresh = await context.newPage();
    await fresh.addInitScript(() => Reflect.deleteProperty(globalThis, "Worker"));
    await install(fresh);
    await new Person(fresh).come(address);
    await measureTyping(fresh, sample, "page");
    await context.close();
  }
  await page.close();
  rmSync(folder, { recursive: true });

  console.log(`processors: ${cpus().length}, busy with something else before: ${busy.toFixed(1)}`);
  console.log(table(figures));
  mkdirSync(`${root}build`, { recursive: true });
  writeFileSync(`${root}build/bench-page.json`, `${JSON.stringify(figures, null, 2)}\n`);
});
