/**
 * The place in a view that the hash of the page's address names: "#ID/ADDRESS" for
 * the view of that id, "#ADDRESS" for one without an id. undefined when it names
 * something else.
 */
export function addressIn(hash: string, view: Element): string | undefined {
  let words: string;
  try {
    words = decodeURIComponent(hash.slice(1));
  } catch {
    return undefined;
  }
  if (!view.id) return words || undefined;
  return words.startsWith(`${view.id}/`) ? words.slice(view.id.length + 1) || undefined : undefined;
}

/** The hash that names a place in a view. */
export function hashOf(address: string, view: Element): string {
  const words = view.id ? `${view.id}/${address}` : address;
  return `#${encodeURIComponent(words).replaceAll("%2F", "/").replaceAll("%3A", ":")}`;
}
