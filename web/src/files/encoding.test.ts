import { expect, test } from "vitest";
import { toUtf8 } from "./encoding.ts";

const hex = (text: string) => Uint8Array.from(text.match(/../g)!, (pair) => parseInt(pair, 16));
const read = async (bytes: Uint8Array) => {
  const { bytes: out, encoding } = await toUtf8(bytes);
  return [encoding, new TextDecoder().decode(out)];
};

test("UTF-8 stays as it is, the same bytes", async () => {
  const bytes = new TextEncoder().encode("我们会[收集]");
  expect(await toUtf8(bytes)).toEqual({ bytes, encoding: "utf-8" });
  expect((await toUtf8(bytes)).bytes).toBe(bytes);
});

test("GB18030 is recognised by reading as Chinese", async () => {
  expect(await read(hex("ced2c3c7bbe1cad5bcaf"))).toEqual(["gb18030", "我们会收集"]);
});

test("UTF-16 is recognised by its byte order mark, both ways round", async () => {
  expect(await read(hex("fffe1162ec4e"))).toEqual(["utf-16", "我们"]);
  expect(await read(hex("feff62114eec"))).toEqual(["utf-16", "我们"]);
});

test("UTF-8 with a broken byte is no Chinese encoding", async () => {
  const bytes = new Uint8Array([...new TextEncoder().encode("我们会收集您的姓名，用于配送。"), 0xff]);
  expect((await toUtf8(bytes)).encoding).toBe("utf-8");
});

test("a character that lies across two steps is one", async () => {
  const bytes = new TextEncoder().encode(`a${"我".repeat(400_000)}`);
  expect((await toUtf8(bytes)).encoding).toBe("utf-8");
  expect((await toUtf8(bytes.subarray(0, -1))).encoding).not.toBe("gb18030");
});

test("a picture and Western letters are left to the engine", async () => {
  expect((await toUtf8(hex("89504e470d0a1a0a0000000d49484452"))).encoding).toBe("utf-8");
  expect((await toUtf8(hex("636166e9206e6fe9656c20e0"))).encoding).toBe("utf-8");
});
