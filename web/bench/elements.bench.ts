import { readFileSync } from "node:fs";
import { test } from "@playwright/test";
import { hostPage, Site } from "../e2e/elements/fixtures.ts";
import { root } from "../e2e/server.ts";
import { quantile, table, type Figure } from "./budgets.ts";
import { brotli } from "./sizes.ts";

const loads = 7;
const policy = "shop-zh.policymark.txt";

/** When an element of a page came, in milliseconds since the navigation. */
interface Arrival {
  /** Its text was painted. */
  readable: number;
  /** Its text was painted and can be edited; null in what is to be read alone. */
  editable: number | null;
  /** Its practices were told, which the engine reads. */
  practices: number;
}

declare global {
  var arrived: Promise<Arrival>;
}

/** Watches for the element from the first moment of the page on. */
function watch(words: string): void {
  const painted = () =>
    new Promise<number>((done) => {
      const { port1, port2 } = new MessageChannel();
      // The next task after a frame's callbacks comes when it was painted.
      port1.onmessage = () => done(performance.now());
      port2.postMessage(null);
    });
  const until = async (there: (element: Element) => boolean): Promise<number> => {
    for (;;) {
      await new Promise(requestAnimationFrame);
      const element = document.querySelector("policymark-view, policymark-editor");
      if (element?.shadowRoot && there(element)) return await painted();
    }
  };
  const says = (element: Element) => element.shadowRoot!.textContent!.includes(words);
  const practices = new Promise<number>((done) =>
    addEventListener("practices", () => done(performance.now()), { capture: true, once: true }),
  );
  globalThis.arrived = (async () => ({
    readable: await until(says),
    editable: document.querySelector("policymark-editor")
      ? await until(
          (element) => says(element) && element.shadowRoot!.querySelector(".cm-content[contenteditable=true]") !== null,
        )
      : null,
    practices: await practices,
  }))();
}

test("the start of the elements", async ({ browser }) => {
  const site = new Site();
  await site.start();
  const figures: Figure[] = [];
  const text = readFileSync(`${root}web/examples/${policy}`, "utf8");
  const words = text.trimStart().split("\n")[0]!.trim();
  const kB = (path: string) =>
    brotli(
      path === "/"
        ? Buffer.from(site.pages.get("/")!.html)
        : readFileSync(
            path.startsWith("/policymark/")
              ? `${root}dist/package/${path.slice(12)}`
              : `${root}web/examples/${path.slice(10)}`,
          ),
    ) / 1000;

  for (const name of ["policymark-view", "policymark-editor"]) {
    site.pages.set("/", { html: hostPage(`<${name} src="/examples/${policy}"></${name}>`) });
    const arrivals: Arrival[] = [];
    let bytes = 0;
    for (let i = 0; i < loads; i++) {
      site.asked.length = 0;
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      const page = await context.newPage();
      await page.addInitScript(watch, words);
      await page.goto(site.address);
      arrivals.push(await page.evaluate(() => arrived));
      // The engine and its worker come beside what is shown.
      const asked = [...new Set(site.asked)].filter(
        (path) => path !== "/favicon.ico" && !/\.wasm$|-(?:worker|runtime)\.js$/.test(path),
      );
      bytes = asked.reduce((sum, path) => sum + kB(path), 0);
      await context.close();
    }
    const median = (of: (arrival: Arrival) => number | null) =>
      quantile(
        arrivals.map((one) => of(one) ?? 0),
        0.5,
      );
    figures.push(
      { what: `bytes before the text, all, brotli -11, <${name}>`, value: bytes, unit: "kB", budget: 140 },
      { what: `navigation → text readable, <${name}>`, value: median((one) => one.readable), unit: "ms", budget: 300 },
    );
    if (name === "policymark-editor")
      figures.push({
        what: `navigation → text editable, <${name}>`,
        value: median((one) => one.editable),
        unit: "ms",
        budget: 300,
      });
    figures.push({
      what: `navigation → practices, <${name}>`,
      value: median((one) => one.practices),
      unit: "ms",
      budget: 450,
    });
  }
  site.stop();
  console.log(table(figures));
});
