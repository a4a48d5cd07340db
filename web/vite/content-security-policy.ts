import { createHash } from "node:crypto";
import type { Plugin } from "vite";

/**
 * The policy of a page that may load files of its own origin and no others, or
 * none at all where own is "'none'". Go's engine needs 'wasm-unsafe-eval', and
 * its worker is made from a blob.
 */
export function policyOf({ own, script = own, style = own }: { own: string; script?: string; style?: string }): string {
  const data = own === "'none'" ? "" : `${own} `;
  return [
    "default-src 'none'",
    `script-src ${script} 'wasm-unsafe-eval'`,
    `style-src ${style}`,
    `worker-src ${data}blob:`,
    `connect-src ${own}`,
    `img-src ${data}data: blob:`,
    `font-src ${data}data:`,
    `manifest-src ${own}`,
    "form-action 'none'",
    "base-uri 'none'",
    // A string is no markup and no script; what may become one is in src/ui/trusted.ts.
    "require-trusted-types-for 'script'",
    "trusted-types default policymark lit-html",
  ].join("; ");
}

/** The source expression that allows one inline script or style. */
export function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** Puts a policy in front of everything else in the head of a page. */
export function withPolicy(html: string, policy: string): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
  const [before, after] = html.split(/(?<=<meta charset="utf-8" \/>)/);
  if (after === undefined) throw new Error("the page has no place for its content security policy");
  return `${before}\n    ${meta}${after}`;
}

/** Gives the hosted page its policy. The development server goes without. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: "policymark:content-security-policy",
    apply: "build",
    transformIndexHtml: { order: "post", handler: (html) => withPolicy(html, policyOf({ own: "'self'" })) },
  };
}
