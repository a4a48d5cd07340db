import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import * as runtime from "./runtime.ts";

const folder = mkdtempSync(join(tmpdir(), "policymark-"));
let bytes: Buffer;
let module: WebAssembly.Module;

beforeAll(async () => {
  const out = join(folder, "mortal.wasm");
  execFileSync("go", ["build", "-o", out, "."], {
    cwd: fileURLToPath(new URL("testdata/mortal", import.meta.url)),
    env: { ...process.env, GOOS: "js", GOARCH: "wasm" },
  });
  bytes = readFileSync(out);
  module = await WebAssembly.compile(new Uint8Array(bytes));
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true }));

async function start() {
  const onEnd = vi.fn();
  await runtime.run(module, onEnd);
  return { ask: (text: string) => runtime.ask(globalThis.policymark, "plain", { text }, 0), onEnd };
}

describe("a Go program", () => {
  it("answers", async () => {
    const { ask, onEnd } = await start();
    expect(ask("hello")).toEqual({ json: '{"text":"plain"}' });
    expect(ask("bytes")).toEqual({ json: "{}", data: new Uint8Array([1, 2, 3]) });
    expect(ask("refuse")).toEqual({ code: "refused", message: "no" });
    expect(onEnd).not.toHaveBeenCalled();
  });

  it.each(["exit", "panic", "out of memory"])("is known to be dead after: %s", async (way) => {
    vi.spyOn(console, "log").mockImplementation(() => {});
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const { ask, onEnd } = await start();
    expect(() => ask(way)).toThrow();
    expect(() => ask("hello")).toThrow();
    await vi.waitFor(() => expect(onEnd).toHaveBeenCalledOnce());
    vi.restoreAllMocks();
  });

  it("runs again from the same module", async () => {
    const { ask } = await start();
    expect(ask("hello").json).toBeDefined();
  });

  it("that cannot be compiled is an error", async () => {
    const packed = gzipSync("not a program").toString("base64");
    await expect(runtime.compile({ packed })).rejects.toThrow();
    await expect(runtime.compile({ packed: "AAAA" })).rejects.toThrow();
  });
});

describe("unpacking", () => {
  const fromBase64 = Object.getOwnPropertyDescriptor(Uint8Array, "fromBase64");
  const set = (value: unknown) =>
    Object.defineProperty(Uint8Array, "fromBase64", { configurable: true, writable: true, value });
  afterEach(() => {
    if (fromBase64) Object.defineProperty(Uint8Array, "fromBase64", fromBase64);
    else delete (Uint8Array as { fromBase64?: unknown }).fromBase64;
  });
  const packed = () => `${gzipSync(bytes, { level: 1 }).toString("base64")}\n`;

  it("gives the program where the browser can read base64", async () => {
    const value = (text: string) => new Uint8Array(Buffer.from(text, "base64"));
    set(value);
    expect(await runtime.compile({ packed: packed() })).toBeInstanceOf(WebAssembly.Module);
  });

  it("gives the program where it cannot", async () => {
    set(undefined);
    expect(await runtime.compile({ packed: packed() })).toBeInstanceOf(WebAssembly.Module);
  });
});
