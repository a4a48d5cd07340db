import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Figure } from "./budgets.ts";

/** The bytes that brotli makes of bytes at its best. */
export function brotli(bytes: Buffer): number {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return brotliCompressSync(bytes, { params }).length;
}

interface Size {
  raw: number;
  gzip: number;
  brotli: number;
}

function sizeOf(files: string[]): Size {
  const sum = { raw: 0, gzip: 0, brotli: 0 };
  for (const file of files) {
    const bytes = readFileSync(file);
    sum.raw += bytes.length;
    sum.gzip += gzipSync(bytes, { level: 9 }).length;
    sum.brotli += brotli(bytes);
  }
  return sum;
}

/** The sizes of what was built in dist, in kB of 1,000 bytes. */
export function sizes(dist: string): Figure[] {
  const html = readFileSync(join(dist, "index.html"), "utf8");
  // What the page names itself is what it needs before the first use, but for the
  // engine, which arrives beside it.
  const named = [...html.matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/g)].map((match) => join(dist, match[1]!));
  const wasm = readdirSync(join(dist, "assets")).filter((name) => name.endsWith(".wasm"));
  const engine = sizeOf(wasm.map((name) => join(dist, "assets", name)));
  const page = sizeOf([join(dist, "index.html"), ...named]);
  const single = sizeOf([join(dist, "policymark.html")]);

  const three = (what: string, size: Size, budgets: Partial<Size>): Figure[] =>
    (["raw", "gzip", "brotli"] as const).map((form) => ({
      what: `${what}, ${form === "raw" ? "raw" : form === "gzip" ? "gzip -9" : "brotli -11"}`,
      value: size[form] / 1000,
      unit: "kB",
      budget: budgets[form],
    }));
  return [
    ...three("engine", engine, { brotli: 760 }),
    ...three("page before first use", page, { brotli: 140 }),
    { what: "first use, all, brotli -11", value: (engine.brotli + page.brotli) / 1000, unit: "kB", budget: 900 },
    ...three("policymark.html", single, { raw: 1900 }),
  ];
}
