import { describe, expect, it } from "vitest";
import { ariaOf, isKey, keyPressed, keysOf, readChosen, refusalOf, setKeys, showKey, type Pressed } from "./keys.ts";

const press = (key: string, code: string, held = ""): Pressed => ({
  key,
  code,
  altKey: held.includes("a"),
  ctrlKey: held.includes("c"),
  metaKey: held.includes("m"),
  shiftKey: held.includes("s"),
});

describe("a key", () => {
  it("is written as it was pressed", () => {
    for (const [event, mac, key] of [
      [press("p", "KeyP", "c"), false, "Mod-p"],
      [press("P", "KeyP", "cs"), false, "Mod-Shift-p"],
      [press("p", "KeyP", "m"), true, "Mod-p"],
      [press("p", "KeyP", "c"), true, "Ctrl-p"],
      // Option writes signs on a Mac, or nothing yet.
      [press("¡", "Digit1", "a"), true, "Alt-1"],
      [press("Dead", "KeyN", "a"), true, "Alt-n"],
      [press("1", "Digit1", "a"), false, "Alt-1"],
      [press("!", "Digit1", "as"), false, "Alt-Shift-1"],
      // A Cyrillic keyboard, and a French one.
      [press("з", "KeyP", "c"), false, "Mod-p"],
      [press("a", "KeyQ", "c"), false, "Mod-a"],
      [press("&", "Digit1", "a"), false, "Alt-1"],
      [press("F8", "F8", "s"), false, "Shift-F8"],
      [press("?", "Slash", "s"), false, "?"],
      [press("-", "Minus", "c"), false, "Mod--"],
      [press("ArrowLeft", "ArrowLeft", "as"), false, "Alt-Shift-ArrowLeft"],
      [press(" ", "Space", "c"), false, "Mod-Space"],
      [press("Shift", "ShiftLeft", "s"), false, ""],
      [press("Process", "KeyA"), false, ""],
    ] as const) {
      expect(keyPressed(event, mac), JSON.stringify(event)).toBe(key);
      if (key) expect(isKey(key), key).toBe(true);
    }
  });

  it("is shown as the keyboard has it", () => {
    expect(showKey("Mod-Shift-p", false)).toBe("Ctrl+Shift+P");
    expect(showKey("Alt-Mod-k", false)).toBe("Ctrl+Alt+K");
    expect(showKey("Mod-Shift-p", true)).toBe("⌘⇧P");
    expect(showKey("Alt-ArrowLeft", false)).toBe("Alt+←");
    expect(showKey("Mod--", false)).toBe("Ctrl+-");
    expect(ariaOf("Mod-Shift-p", false)).toBe("Control+Shift+p");
    expect(ariaOf("Mod-Shift-p", true)).toBe("Meta+Shift+p");
  });

  it("that others keep is refused", () => {
    expect(refusalOf("Mod-t", false)).toBe("browser");
    expect(refusalOf("Mod-h", false)).toBeUndefined();
    expect(refusalOf("Mod-h", true)).toBe("system");
    for (const key of ["a", "Shift-a", "Enter", "Tab", "Mod-c", "ArrowLeft", "Shift-ArrowLeft", "Mod-ArrowLeft"]) {
      expect(refusalOf(key, false), key).toBe("text");
    }
    for (const key of ["F7", "Shift-F8", "Mod-k", "Alt-1", "Alt-Shift-ArrowLeft"])
      expect(refusalOf(key, false), key).toBeUndefined();
  });
});

describe("the keys of a command", () => {
  const command = { id: "open", key: ["Mod-o", "Alt-o"] };

  it("are those it comes with, or those chosen instead", () => {
    expect(keysOf(command)).toEqual(["Mod-o", "Alt-o"]);
    setKeys({ open: ["F9"], save: [] });
    expect(keysOf(command)).toEqual(["F9"]);
    expect(keysOf({ id: "save", key: "Mod-s" })).toEqual([]);
    setKeys({});
    expect(keysOf({ id: "none" })).toEqual([]);
  });

  it("are read from what a browser kept, whatever that is", () => {
    expect(readChosen({ open: ["F9"], save: [], find: "F3", undo: [7], redo: ["Shift-Mod-z"], x: ["Mod"] })).toEqual({
      open: ["F9"],
      save: [],
    });
    for (const other of [undefined, null, 3, "F9", []]) expect(readChosen(other)).toEqual({});
  });
});
