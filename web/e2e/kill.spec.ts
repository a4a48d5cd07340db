import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext, type Page } from "@playwright/test";
import { findBrowser } from "./browser.ts";
import { expect, rest, test } from "./fixtures.ts";
import type { App } from "../src/app/app.ts";

/** How often the tab or the browser is killed: 4 times, or POLICYMARK_KILLS. */
const rounds = Number(process.env["POLICYMARK_KILLS"] ?? 4);
/** Every so many rounds it is the whole browser, by a signal that it cannot hear. */
const browserEvery = 6;
/** Milliseconds; what is older than this must not be lost, on a machine that has
 * nothing else to do. A busy one types late, writes late and is killed late, so the
 * time is judged only where POLICYMARK_KILL_LIMIT gives it; what the page said was
 * kept must be there on every machine. */
const mayBeLost = Number(process.env["POLICYMARK_KILL_LIMIT"] ?? Infinity);

const beginning = "开头，";

/** What the n-th change adds: words, or now and then a new paragraph. */
const added = (n: number): string => (n % 12 === 0 ? "。\n\n" : `(第${n})步[改]，`);

/** The text after n changes: most add, some take away. */
function textAfter(n: number): string {
  let text = beginning;
  for (let i = 1; i <= n; i++) text = i % 5 === 0 ? text.slice(0, -3) : text + added(i);
  return text;
}

interface Step {
  n: number;
  at: number;
  kept: boolean;
}

/** Changes the text at random moments from within the page and reports each step:
 * when, and whether the page said before it that everything was kept. */
async function type(page: Page, from: number, seed: number): Promise<void> {
  await page.evaluate(
    ({ from, seed }) => {
      const { desk, session } = (document.querySelector("pm-app") as App).page;
      let random = seed;
      const next = () => (random = (random * 48271) % 2147483647) / 2147483647;
      let n = from;
      const step = () => {
        const kept = session.keeping === "kept";
        n++;
        const { length } = session.text;
        const insert = n % 12 === 0 ? "。\n\n" : `(第${n})步[改]，`; // as added says
        const changes = n % 5 === 0 ? { from: length - 3, to: length } : { from: length, insert };
        desk.view.dispatch({ changes, userEvent: "input.type" });
        void (window as unknown as { stepped(step: object): Promise<void> }).stepped({ n, at: Date.now(), kept });
        if (n % 23 === 0)
          document.dispatchEvent(
            new KeyboardEvent("keydown", { key: "s", code: "KeyS", keyCode: 83, ctrlKey: true, bubbles: true }),
          );
        setTimeout(step, next() < 0.1 ? 600 : next() * 90);
      };
      step();
    },
    { from, seed },
  );
}

/** What the database holds of the open document. */
async function stored(page: Page) {
  return await page.evaluate(async () => {
    const { id } = (document.querySelector("pm-app") as App).page.session.document;
    const db = await new Promise<IDBDatabase>((done) => {
      const opening = indexedDB.open("policymark");
      opening.onsuccess = () => done(opening.result);
    });
    const tx = db.transaction(["documents", "entries", "sources", "versions"]);
    const read = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done) => (request.onsuccess = () => done(request.result)));
    const [record, entry, source, versions] = await Promise.all([
      read(tx.objectStore("documents").get(id)),
      read(tx.objectStore("entries").get(id)),
      read(tx.objectStore("sources").get(id)),
      read(tx.objectStore("versions").index("id").getAll(id)),
    ]);
    db.close();
    const texts = await Promise.all(
      versions.map(({ packed }: { packed: Uint8Array<ArrayBuffer> }) =>
        new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).text(),
      ),
    );
    return { record, entry, original: new TextDecoder().decode(source?.original), versions: texts };
  });
}

test(
  "killed at any moment, nothing that was kept is lost and nothing is torn",
  rest,
  async ({ address, faults }, info) => {
    test.setTimeout(120_000 + rounds * 60_000);
    const folder = await mkdtemp(join(tmpdir(), "policymark-kill-"));
    let steps: Step[] = [];
    let context: BrowserContext | null = null;
    let page!: Page;
    const start = async (): Promise<BrowserContext> => {
      const started = await chromium.launchPersistentContext(folder, {
        executablePath: findBrowser(),
        args: ["--disable-dev-shm-usage"],
        locale: "en-GB",
        serviceWorkers: "block",
        acceptDownloads: true,
      });
      await started.exposeBinding("stepped", (_, step: Step) => void steps.push(step));
      await started.addInitScript(() => {
        Reflect.deleteProperty(window, "showSaveFilePicker");
      });
      return started;
    };
    const come = async (): Promise<void> => {
      page = await context!.newPage();
      await page.goto(address);
      await expect(page.locator(".cm-content")).not.toHaveText(/^(Paste a.*)?$/, { timeout: 60_000 });
    };
    const losses: number[] = [];
    try {
      context = await start();
      await come();
      await page.locator(".cm-content").focus();
      await page.keyboard.press("Alt+n");
      await page.keyboard.insertText(beginning);
      await expect(page.locator("pm-status .state[title='Kept in this browser']")).toBeVisible();
      let n = 0;
      for (let round = 1; round <= rounds; round++) {
        steps = [];
        await type(page, n, round * 7919);
        // A moment by chance, from the start to some way into it.
        await page.waitForTimeout(350 + ((round * 613) % 1700));
        const killed = Date.now();
        if (round % browserEvery === 0) {
          const pid = await pidOf(context);
          process.kill(pid, "SIGKILL");
          await context.close().catch(() => {});
          context = await start();
        } else {
          const devtools = await context.newCDPSession(page);
          void devtools.send("Page.crash").catch(() => {});
          await page.waitForEvent("crash");
          await page.close();
        }
        await come();
        const { record, entry, original, versions } = await stored(page);
        const text = await page.evaluate(() => (document.querySelector("pm-app") as App).page.session.text.toString());
        // One of the texts that there were, whole; the page shows what is kept.
        const last = steps.at(-1)?.n ?? n;
        const states = new Map<string, number>();
        for (let i = 0; i <= last + 40; i++) states.set(textAfter(i), i);
        const found = states.get(text);
        expect(found, `round ${round}: a text of the ones typed, not ${text.slice(-60)}`).toBeDefined();
        expect(record.text).toBe(text);
        expect([entry.length, entry.edition, entry.dirty]).toEqual([text.length, record.edition, record.dirty]);
        if (!record.dirty) expect(original).toBe(text);
        for (const one of [original || beginning, ...versions])
          expect(states.has(one), "a version is one of the texts").toBe(true);
        // What the page said was kept is there.
        const promised = Math.max(n, ...steps.filter((step) => step.kept).map((step) => step.n - 1));
        expect(found, `round ${round}: kept up to ${promised}`).toBeGreaterThanOrEqual(promised);
        const first = steps.find((step) => step.n === found! + 1);
        losses.push(first ? Math.max(0, killed - first.at) : 0);
        n = found!;
        if (process.env["POLICYMARK_KILLS"]) console.log(`kill ${round}: ${losses.at(-1)} ms`);
      }
    } finally {
      await context?.close().catch(() => {});
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
    losses.sort((a, b) => a - b);
    const told = `${rounds} kills: lost at most the last ${losses.at(-1)} ms, half of the times ${losses[losses.length >> 1]} ms or less`;
    info.annotations.push({ type: "kills", description: told });
    console.log(told);
    expect(losses.at(-1)).toBeLessThanOrEqual(mayBeLost);
    expect(faults).toEqual([]);
  },
);

/** The process of a browser, which its context does not tell. */
async function pidOf(context: BrowserContext): Promise<number> {
  const devtools = await context.browser()!.newBrowserCDPSession();
  const { processInfo } = (await devtools.send("SystemInfo.getProcessInfo")) as {
    processInfo: { type: string; id: number }[];
  };
  return processInfo.find(({ type }) => type === "browser")!.id;
}
