import { breath, long } from "../analysis/long-text.ts";

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
export async function toUtf8(bytes: Uint8Array): Promise<AsUtf8> {
  const as = (label: string): string | null => {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      return null;
    }
  };
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
  if (utf16) {
    const text = as(utf16);
    if (text !== null) return { bytes: new TextEncoder().encode(text), encoding: "utf-16" };
  }
  if ((await isUtf8(bytes)) || bytes.includes(0)) return { bytes, encoding: "utf-8" };
  const loose = share(new TextDecoder().decode(bytes), /\uFFFD/g);
  if (loose <= broken) return { bytes, encoding: "utf-8" };
  const gb = as("gb18030");
  if (gb !== null && share(gb, /[\u3000-\u303F\u4E00-\u9FFF\uFF00-\uFFEF]/g) >= chinese) {
    return { bytes: new TextEncoder().encode(gb), encoding: "gb18030" };
  }
  return { bytes, encoding: "utf-8" };
}

/** Whether bytes are UTF-8, looked at in steps. */
async function isUtf8(bytes: Uint8Array): Promise<boolean> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += long) {
      if (at > 0) await breath();
      decoder.decode(bytes.subarray(at, at + long), { stream: true });
    }
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

function share(text: string, pattern: RegExp): number {
  const foreign = text.match(/[^\x00-\x7F]/gu)?.length ?? 0;
  return foreign === 0 ? 0 : (text.match(pattern)?.length ?? 0) / foreign;
}
