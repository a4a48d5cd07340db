/** AsUtf8 is a file's text in UTF-8 and the encoding it was found in. */
export interface AsUtf8 {
  bytes: Uint8Array;
  encoding: "utf-8" | "utf-16" | "gb18030";
}

/** Share of characters that may be broken in a text that is still taken for UTF-8. */
const broken = 0.2;
/** Share of Chinese among what is not ASCII that makes a text Chinese. */
const chinese = 0.8;

/**
 * toUtf8 recognises the two other encodings in which Chinese policies come: UTF-16
 * by its byte order mark, and GB18030 (GBK, GB2312) by reading as Chinese where it
 * does not read as UTF-8. Everything else is left to the engine as it is.
 */
export function toUtf8(bytes: Uint8Array): AsUtf8 {
  const as = (label: string): string | null => {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      return null;
    }
  };
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
  if (utf16) {
    const text = as(utf16);
    if (text !== null) return { bytes: new TextEncoder().encode(text), encoding: "utf-16" };
  }
  if (as("utf-8") !== null || bytes.includes(0)) return { bytes, encoding: "utf-8" };
  const loose = share(new TextDecoder().decode(bytes), /\uFFFD/g);
  if (loose <= broken) return { bytes, encoding: "utf-8" };
  const gb = as("gb18030");
  if (gb !== null && share(gb, /[\u3000-\u303F\u4E00-\u9FFF\uFF00-\uFFEF]/g) >= chinese) {
    return { bytes: new TextEncoder().encode(gb), encoding: "gb18030" };
  }
  return { bytes, encoding: "utf-8" };
}

function share(text: string, pattern: RegExp): number {
  const foreign = text.match(/[^\x00-\x7F]/gu)?.length ?? 0;
  return foreign === 0 ? 0 : (text.match(pattern)?.length ?? 0) / foreign;
}
