import { afterEach, expect, test, vi } from "vitest";
import { readSettings } from "./settings.ts";

const found = (text: string) => vi.stubGlobal("localStorage", { getItem: () => text });
afterEach(() => vi.unstubAllGlobals());

test("what is no settings is the standard", () => {
  found("{}");
  const standard = readSettings();
  for (const text of [
    "",
    "null",
    "7",
    '"x"',
    "[]",
    "{",
    '{"keys":null,"levels":{},"recentCommands":7,"panelWidth":"wide","lang":"xx"}',
  ]) {
    found(text);
    expect(readSettings(), text).toEqual(standard);
  }
});

test("of settings that are broken in part, the rest is taken", () => {
  found(
    '{"theme":"dark","levels":[null,7,{"rule":"x"},{"rule":"y","level":"off","more":1}],"recentCommands":[1,"open",null]}',
  );
  expect(readSettings()).toMatchObject({
    theme: "dark",
    levels: [{ rule: "y", level: "off" }],
    recentCommands: ["open"],
  });
});

test("names of what every object has are no settings", () => {
  found('{"__proto__":{"theme":"dark","lang":"zh"},"keys":{"__proto__":["F8"],"constructor":["F9"],"toString":"F9"}}');
  const { keys, theme, lang } = readSettings();
  expect([theme, lang]).toEqual(["system", null]);
  expect(Object.getPrototypeOf(keys)).toBe(Object.prototype);
  expect(({} as Record<string, unknown>)["F8"]).toBeUndefined();
});
