import type { Plugin } from "vite";

/**
 * Has the hosted page's engine fetched from the start, behind what shows the
 * text, instead of when the script asks for it.
 */
export function preloadEngine(): Plugin {
  return {
    name: "policymark:preload-engine",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(_html, { bundle }) {
        const engine = Object.keys(bundle ?? {}).find((name) => name.endsWith(".wasm"));
        if (!engine) throw new Error("the build has no engine");
        const attrs = { rel: "preload", as: "fetch", fetchpriority: "low", crossorigin: true, href: `./${engine}` };
        return [{ tag: "link", attrs, injectTo: "head" }];
      },
    },
  };
}
