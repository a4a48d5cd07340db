import { files, read } from "./assets.js";
import policymark from "./markdown-it.js";

/**
 * Adds Policymark to the configuration of a VitePress site: fenced blocks named
 * "policymark" and the element policymark-view.
 * @template {import("vitepress").UserConfig} T
 * @param {T} config
 * @returns {T}
 */
export function withPolicymark(config) {
  const base = config.base ?? "/";
  const { markdown, vue, vite } = config;
  const isCustomElement = vue?.template?.compilerOptions?.isCustomElement;
  return {
    ...config,
    head: [...(config.head ?? []), ["script", { type: "module", src: `${base}policymark/policymark.js` }]],
    markdown: {
      ...markdown,
      config(md) {
        policymark(md);
        return markdown?.config?.(md);
      },
    },
    vue: {
      ...vue,
      template: {
        ...vue?.template,
        compilerOptions: {
          ...vue?.template?.compilerOptions,
          isCustomElement: (tag) => tag.startsWith("policymark-") || (isCustomElement?.(tag) ?? false),
        },
      },
    },
    vite: { ...vite, plugins: [...(vite?.plugins ?? []), besideTheSite()] },
  };
}

/** Lays the files of the element beside the site's, under policymark/. */
function besideTheSite() {
  let isServer = false;
  return {
    name: "policymark",
    configResolved(config) {
      isServer = !!config.build.ssr;
    },
    generateBundle() {
      if (isServer) return;
      for (const name of files) this.emitFile({ type: "asset", fileName: `policymark/${name}`, source: read(name) });
    },
    configureServer(server) {
      const types = { js: "text/javascript", wasm: "application/wasm" };
      server.middlewares.use((request, response, next) => {
        const name = files.find((name) => request.url?.split("?")[0].endsWith(`/policymark/${name}`));
        if (!name) return next();
        response.setHeader("Content-Type", types[name.split(".").at(-1)]);
        response.end(read(name));
      });
    },
  };
}
