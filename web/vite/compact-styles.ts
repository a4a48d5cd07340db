import type { Plugin } from "vite";

/** Takes the line breaks and the indentation out of the styles of components: the
 * bundler does not look into templates. */
export function compactStyles(): Plugin {
  return {
    name: "policymark:compact-styles",
    apply: "build",
    enforce: "pre",
    transform(code, id) {
      if (!/\/web\/src\/.*\.ts$/.test(id) || !code.includes("css`")) return null;
      return { code: code.replace(/\bcss`[^`]*`/g, compact), map: null };
    },
  };
}

const compact = (style: string): string =>
  style
    .replace(/\/\*.*?\*\//gs, "")
    .replace(/\s+/g, " ")
    .replace(/ ?([{};]) ?/g, "$1");
