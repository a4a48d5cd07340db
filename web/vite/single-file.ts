import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";
import { hashOf, policyOf, withPolicy } from "./content-security-policy.ts";
import { noticesText } from "./notices.ts";

interface Parts {
  html: string;
  script: string;
  style: string;
  /** The engine's program as compiled. */
  engine: Uint8Array;
  /** What has to go along with the page, as plain text. */
  notices: string;
}

/**
 * Makes one page of its parts. The engine comes last, as data that no browser
 * runs, so that the text can be read before it has arrived. Behind it are the notices, for who
 * reads the file.
 */
export function assemble({ html, script, style, engine, notices }: Parts): string {
  const inlineScript = `\n${withoutEndTags(script)}\n`;
  const inlineStyle = `\n${style.replaceAll("</style", "<\\/style")}\n`;
  const packed = gzipSync(engine, { level: 9 }).toString("base64");
  const bare = html
    .replace(/\s*<script type="module"[^>]*><\/script>/, "")
    .replace(/\s*<link rel="(?:stylesheet|modulepreload)"[^>]*>/g, "");
  const page = before(
    before(bare, "</head>", style && `  <style>${inlineStyle}</style>\n  `),
    "</body>",
    `<script>${inlineScript}</script>\n` +
      `<script type="application/octet-stream" id="policymark-engine">${packed}</script>\n`,
  );
  const policy = policyOf({
    own: "'none'",
    script: hashOf(inlineScript),
    style: style ? hashOf(inlineStyle) : "'none'",
  });
  if (/--!?>/.test(notices)) throw new Error("the notices would end the comment that they stand in");
  return `${withPolicy(page, policy).trimEnd()}\n<!--\n${notices}\n-->\n`;
}

function before(html: string, tag: string, insert: string): string {
  const at = html.lastIndexOf(tag);
  if (at < 0) throw new Error(`the page has no ${tag}`);
  return html.slice(0, at) + insert + html.slice(at);
}

// What would end the script, or begin what hides its end, written so that it
// means the same within a string, a template or a regular expression. Elsewhere
// in a script neither of the two occurs.
function withoutEndTags(script: string): string {
  return script.replace(/<(?=\/script|!--)/gi, "\\x3c");
}

/** Builds the page that is one file, and nothing else. */
export function singleFile({ engine, fileName }: { engine: string; fileName: string }): Plugin {
  return {
    name: "policymark:single-file",
    apply: "build",
    enforce: "post",
    generateBundle(_options, bundle) {
      const parts: Parts = { html: "", script: "", style: "", engine: readFileSync(engine), notices: noticesText() };
      for (const [name, file] of Object.entries(bundle)) {
        if (file.type === "chunk") parts.script += file.code;
        else if (name.endsWith(".css")) parts.style += text(file.source);
        else if (name.endsWith(".html")) parts.html = text(file.source);
        else this.error(`${name} is not within the single file`);
        delete bundle[name];
      }
      this.emitFile({ type: "asset", fileName, source: assemble(parts) });
    },
  };
}

function text(source: string | Uint8Array): string {
  return typeof source === "string" ? source : new TextDecoder().decode(source);
}
