// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { isBare, isKey, normalKey, refusalOf, standardKeys } from "../keys/keys.ts";
import { catalogues } from "../words/words.ts";
import { allCommands as commands } from "./page.ts";

test("no two commands have the same id or the same standard key", () => {
  const ids = commands.map(({ id }) => id);
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  const keys = commands.flatMap(standardKeys).map(normalKey);
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
});

test("the standard keys are such as a person could choose", () => {
  for (const command of commands) {
    for (const key of standardKeys(command)) {
      expect(isKey(normalKey(key)), key).toBe(true);
      if (isBare(key)) continue;
      for (const mac of [false, true]) expect(refusalOf(normalKey(key), mac), `${command.id}: ${key}`).toBeUndefined();
    }
  }
});

test("no two commands have the same name, in either language", () => {
  for (const catalogue of Object.values(catalogues)) {
    const titles = commands.map(({ title }) => title(catalogue));
    expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
  }
});
