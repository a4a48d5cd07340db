import { expect, test } from "vitest";
import { isLink } from "./address.ts";
import { fromBase64, readLink, toBase64, writeLink, type Linked } from "./link.ts";
import { packText } from "./packing.ts";

const linked: Linked = { type: "document", name: "政策.txt", reading: "markup", text: "(我们)会[收集]😀\n" };
const made = async (value: unknown) => `#v1.deflate:${toBase64(await packText(JSON.stringify(value)))}`;

test("a document comes back as it was, with its place", async () => {
  const at = { from: 0, to: 4, exact: "(我们)", prefix: "", suffix: "会" };
  const hash = await writeLink({ ...linked, at });
  expect(hash).toMatch(/^#v1\.deflate:[A-Za-z0-9_-]+$/);
  expect(await readLink(hash)).toEqual({ ...linked, at });
});

test("all bytes survive base64", () => {
  const bytes = Uint8Array.from({ length: 70_001 }, (_, i) => (i * 7) & 0xff);
  expect(fromBase64(toBase64(bytes))).toEqual(bytes);
});

test.each([
  ["#v2.deflate:abc", "version"],
  ["#v1.brotli:abc", "version"],
  ["#v1.deflate:%%%", "damaged"],
  ["#v1.deflate:", "damaged"],
  ["#v1.deflate:AAAA", "damaged"],
])("%s is refused as %s", async (hash, code) => {
  await expect(readLink(hash)).rejects.toMatchObject({ code });
});

test("a link that was cut is damaged wherever it was cut", async () => {
  const hash = await writeLink({ ...linked, text: linked.text.repeat(50) });
  for (let length = hash.length - 1; length > 12; length -= 7) {
    await expect(readLink(hash.slice(0, length)), String(length)).rejects.toMatchObject({ code: "damaged" });
  }
});

test("a link that unpacks to very much is refused", async () => {
  await expect(readLink(await made({ ...linked, text: "x".repeat(5 << 20) }))).rejects.toMatchObject({ code: "large" });
});

test("what is no document of ours is refused", async () => {
  await expect(readLink(await made(7))).rejects.toMatchObject({ code: "damaged" });
  await expect(readLink(await made({ type: "picture", name: "x" }))).rejects.toMatchObject({ code: "version" });
  expect((await readLink(await made({ ...linked, at: { from: -1 } }))) as object).not.toHaveProperty("at");
});

test("other fragments are nobody's business", () => {
  expect(["", "#", "#top", "#version"].map(isLink)).toEqual([false, false, false, false]);
  expect(["#v1.deflate:x", "#v9.zstd:x"].map(isLink)).toEqual([true, true]);
});
