import { expect, test } from "vitest";
import { of, provide, provision, service } from "./service.ts";

test("a port is made when it is asked for first, and once", () => {
  const counter = service<{ n: number }>("counter");
  let made = 0;
  provide(counter, () => ({ n: ++made }));
  expect(made).toBe(0);
  expect(of(counter)).toBe(of(counter));
  expect(made).toBe(1);
});

test("what is provided later takes the place of what was before", () => {
  const name = service<string>("name");
  provide(name, () => "first");
  expect(of(name)).toBe("first");
  const later = provision(name, () => "second");
  provide(later.service, later.make);
  expect(of(name)).toBe("second");
});

test("who asks for what nobody provides is told its name", () => {
  expect(() => of(service("ghost"))).toThrow("nobody provides ghost");
});

test("a port that needs itself is told of, not made for ever", () => {
  const hen = service<string>("hen");
  const egg = service<string>("egg");
  provide(hen, () => of(egg));
  provide(egg, () => of(hen));
  expect(() => of(hen)).toThrow("hen needs itself to be made");
});
