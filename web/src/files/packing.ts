/** pack compresses bytes by deflate, without a frame. */
export async function pack(bytes: Uint8Array): Promise<Uint8Array> {
  return await through(bytes, new CompressionStream("deflate-raw"), Infinity);
}

/** unpack is the way back. It rejects with a RangeError when there are more bytes
 * than largest, and with a TypeError when they are no such thing. */
export async function unpack(bytes: Uint8Array, largest = Infinity): Promise<Uint8Array> {
  return await through(bytes, new DecompressionStream("deflate-raw"), largest);
}

async function through(
  bytes: Uint8Array,
  stream: CompressionStream | DecompressionStream,
  largest: number,
): Promise<Uint8Array> {
  const reader = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > largest) {
      await reader.cancel();
      throw new RangeError("too long");
    }
    parts.push(value);
  }
  const out = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** packText compresses a text. */
export const packText = (text: string): Promise<Uint8Array> => pack(new TextEncoder().encode(text));

/** unpackText is the way back. */
export const unpackText = async (bytes: Uint8Array, largest = Infinity): Promise<string> =>
  new TextDecoder("utf-8", { fatal: true }).decode(await unpack(bytes, largest));
