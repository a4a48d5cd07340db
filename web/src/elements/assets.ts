// The two files beside the module. Whoever builds the module puts expressions in
// place of these names that bundlers of other pages understand.
declare const POLICYMARK_ENGINE: URL;
declare const POLICYMARK_WORKER: URL;

/** Where the files of the engine lie. */
export interface Assets {
  /** The engine's program, policymark.wasm. */
  engine?: string | URL;
  /** The script of its worker, policymark-worker.js. */
  worker?: string | URL;
}

let chosen: Assets = {};

/**
 * Says where the files of the engine lie, when that is not beside the module. To be
 * called before the first element starts its engine.
 */
export function locate(assets: Assets): void {
  chosen = { ...chosen, ...assets };
}

const absolute = (address: string | URL): URL => new URL(address, document.baseURI);

/** The address of the engine's program. */
export const engineAddress = (): URL => absolute(chosen.engine ?? POLICYMARK_ENGINE);

/** The address of its worker. */
export const workerAddress = (): URL => absolute(chosen.worker ?? POLICYMARK_WORKER);
