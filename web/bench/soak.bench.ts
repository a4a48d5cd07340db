import { Day } from "../e2e/day.ts";
import { test } from "../e2e/fixtures.ts";
import { example, Person } from "../e2e/person.ts";
import { quantile } from "./budgets.ts";
import { EngineWatch } from "./engine.ts";
import { install } from "./probe.ts";

/** How long it goes on; not at all without a number. */
const minutes = Number(process.env["POLICYMARK_MINUTES"] ?? 0);
const seed = Number(process.env["POLICYMARK_SEED"] ?? Date.now() % 1e6);
/** Lines that the table gets. */
const lines = 20;

test("a soak: random editing for a long time, looked at after each step", async ({ page, address }) => {
  test.skip(minutes === 0, "POLICYMARK_MINUTES says for how long");
  test.setTimeout((minutes + 5) * 60_000);
  await EngineWatch.seeMemory(page);
  await install(page);
  const person = new Person(page);
  await person.come(address);
  await person.open(example("shop-zh.policymark.txt"));
  await person.text.focus();
  const engine = await EngineWatch.begin(page);
  const session = await page.context().newCDPSession(page);
  const day = new Day(person, seed);

  console.log(`seed ${seed}`);
  console.log("minute   steps  characters  page MB  engine MB  edit ms, median  p95  longest task ms");
  const start = Date.now();
  let steps = 0;
  for (let line = 1; line <= lines; line++) {
    while (Date.now() - start < (line / lines) * minutes * 60_000) {
      await day.step();
      if (++steps % 10 === 0) await day.kept();
    }
    await session.send("HeapProfiler.collectGarbage");
    const { usedSize } = (await session.send("Runtime.getHeapUsage")) as { usedSize: number };
    const edits = await engine.times("edit");
    const row: [number, width: number, digits: number][] = [
      [(Date.now() - start) / 60_000, 6, 1],
      [steps, 8, 0],
      [(await day.text()).length, 12, 0],
      [usedSize / 1e6, 9, 1],
      [await engine.memory(), 11, 1],
      [quantile(edits, 0.5), 17, 1],
      [quantile(edits, 0.95), 5, 1],
      [await page.evaluate(() => probe.longestTask()), 17, 0],
    ];
    console.log(row.map(([value, width, digits]) => value.toFixed(digits).padStart(width)).join(""));
  }
});
