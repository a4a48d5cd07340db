import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { files, read } from "./assets.js";

/** A plugin of Docusaurus that lays the element beside the site and loads it. Fenced
 * blocks named "policymark" need the plugin policymark/remark as well. */
export default function policymark({ baseUrl }) {
  return {
    name: "policymark",
    injectHtmlTags: () => ({
      headTags: [{ tagName: "script", attributes: { type: "module", src: `${baseUrl}policymark/policymark.js` } }],
    }),
    configureWebpack: () => ({
      devServer: {
        static: [{ directory: fileURLToPath(new URL(".", import.meta.url)), publicPath: `${baseUrl}policymark/` }],
      },
    }),
    postBuild({ outDir }) {
      mkdirSync(join(outDir, "policymark"), { recursive: true });
      for (const name of files) writeFileSync(join(outDir, "policymark", name), read(name));
    },
  };
}
