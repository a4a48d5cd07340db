import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

const icons = new URL("../src/offline/icons/", import.meta.url);

/** What a browser needs to know of the page to install it as an app. */
const manifest = {
  id: "./",
  name: "Policymark",
  short_name: "Policymark",
  description:
    "标注隐私政策：谁为了什么对哪些数据做了什么 · Annotate privacy policies: who does what with which data, and why",
  start_url: "./",
  scope: "./",
  display: "standalone",
  background_color: "#f3f4f6",
  theme_color: "#f3f4f6",
  categories: ["productivity", "education"],
  icons: [
    { src: "icons/icon.svg", sizes: "any", type: "image/svg+xml" },
    { src: "icons/icon-192.png", sizes: "192x192", type: "image/png" },
    { src: "icons/icon-512.png", sizes: "512x512", type: "image/png" },
    { src: "icons/maskable.svg", sizes: "any", type: "image/svg+xml", purpose: "maskable" },
  ],
  file_handlers: [{ action: "./", accept: { "text/plain": [".txt", ".md", ".policymark"] } }],
};

const files = ["icon.svg", "icon-192.png", "icon-512.png", "maskable.svg", "apple-touch-icon.png"];

/** Makes the hosted page one that browsers offer to install. */
export function installable(): Plugin {
  return {
    name: "policymark:installable",
    apply: "build",
    generateBundle() {
      for (const name of files) {
        this.emitFile({ type: "asset", fileName: `icons/${name}`, source: readFileSync(new URL(name, icons)) });
      }
      this.emitFile({ type: "asset", fileName: "manifest.webmanifest", source: JSON.stringify(manifest) });
    },
    transformIndexHtml: {
      order: "post",
      handler: () => [
        { tag: "link", attrs: { rel: "manifest", href: "./manifest.webmanifest" }, injectTo: "head" },
        { tag: "link", attrs: { rel: "apple-touch-icon", href: "./icons/apple-touch-icon.png" }, injectTo: "head" },
      ],
    },
  };
}
