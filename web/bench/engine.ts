import type { Page, Worker } from "@playwright/test";

/** Watches an engine in its worker from without. */
export class EngineWatch {
  private constructor(private readonly worker: Worker) {}

  /** Begins to keep the time of each call of the page's engine. */
  static async begin(page: Page): Promise<EngineWatch> {
    const [worker] = page.workers();
    if (!worker) throw new Error("the page has no worker");
    await worker.evaluate(() => {
      const times: [string, number][] = [];
      const ask = globalThis.policymark!;
      globalThis.policymark = (method, request, document) => {
        const start = performance.now();
        const answer = ask(method, request, document);
        times.push([method, performance.now() - start]);
        return answer;
      };
      Object.assign(globalThis, { times });
    });
    return new EngineWatch(worker);
  }

  /** The milliseconds of each call of a method since this was last asked. */
  async times(method: string): Promise<number[]> {
    return this.worker.evaluate((method) => {
      const { times } = globalThis as unknown as { times: [string, number][] };
      return times.splice(0).flatMap(([name, time]) => (name === method ? [time] : []));
    }, method);
  }

  /** The engine's memory in MB. */
  async memory(): Promise<number> {
    return this.worker.evaluate(
      () => (globalThis as unknown as { engineMemory: WebAssembly.Memory }).engineMemory.buffer.byteLength / 1e6,
    );
  }

  /** Has every engine that is made from now on in a worker show its memory. */
  static async seeMemory(page: Page): Promise<void> {
    await page.addInitScript(() => {
      const show = `{
        const instantiate = WebAssembly.instantiate;
        WebAssembly.instantiate = async (...program) => {
          const instance = await instantiate(...program);
          globalThis.engineMemory = instance.exports.mem;
          return instance;
        };
      }\n`;
      const make = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (source: Blob | MediaSource) =>
        make(source instanceof Blob && source.type.includes("javascript") ? new Blob([show, source], source) : source);
    });
  }
}
