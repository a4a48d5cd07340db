import { describe, expect, it } from "vitest";
import { packageOf } from "./shipped.ts";

describe("the package of a module", () => {
  it.each([
    ["/home/a/web/node_modules/lit/index.js", "node_modules/lit"],
    ["/home/a/web/node_modules/@lezer/common/dist/index.js", "node_modules/@lezer/common"],
    [
      "/home/a/web/node_modules/d3-sankey/node_modules/d3-shape/src/arc.js",
      "node_modules/d3-sankey/node_modules/d3-shape",
    ],
    ["C:\\a\\web\\node_modules\\idb\\build\\index.js", "node_modules/idb"],
    ["\0vite/preload-helper.js", "node_modules/vite"],
    ["\0@oxc-project+runtime@0.1.0/helpers/esm/decorate.js", "node_modules/rolldown"],
    ["/home/a/web/src/main.ts", undefined],
  ])("of %j is %s", (id, folder) => expect(packageOf(id)).toBe(folder));

  it("is never guessed", () => {
    expect(() => packageOf("\0something/else.js")).toThrow("something/else.js");
  });
});
