/** Elements in which a child may hold the text. */
const holders = 'script[type^="text/"], template, pre, code';

/** Prepares a text as the engine reads it: lines end in a line feed. */
export const normal = (text: string): string =>
  text
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .toWellFormed();

/**
 * The text that a child of the host holds: a script of type text/plain, a pre or a
 * code, as far as they are the host's and not part of what is shown in its place.
 * undefined when there is none.
 */
export function childText(host: Element): string | undefined {
  const child = [...host.children].find((child) => child.matches(holders));
  const holder = child ?? onlyHolder(host);
  if (!holder) return undefined;
  const text = holder instanceof HTMLTemplateElement ? holder.content.textContent : holder.textContent;
  return normal(holder.matches("script, template") ? dedent(text ?? "") : withoutEnds(text ?? ""));
}

/** Generators put what they highlight into boxes of their own: a pre somewhere
 * inside counts when all text of the host is in it. */
function onlyHolder(host: Element): Element | null {
  const pre = host.querySelector("pre");
  return pre && withoutSpace(pre.textContent ?? "") === withoutSpace(host.textContent ?? "") ? pre : null;
}

const withoutSpace = (text: string): string => text.replace(/\s+/g, "");

/** The line break that follows a tag, and the one before its end, are none of the text. */
const withoutEnds = (text: string): string => text.replace(/^\r?\n/, "").replace(/\r?\n[ \t]*$/, "\n");

/** dedent takes off the indentation that all lines of a script share. */
function dedent(text: string): string {
  const lines = withoutEnds(text).split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => /^[ \t]*/.exec(line)![0]);
  const shared = indents.reduce((a, b) => (a.length <= b.length ? a : b), indents[0] ?? "");
  return indents.every((indent) => indent.startsWith(shared))
    ? lines.map((line) => (line.startsWith(shared) ? line.slice(shared.length) : line)).join("\n")
    : lines.join("\n");
}

/** Fetches a text of UTF-8. Throws an error that says why it cannot. */
export async function fetchText(src: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(new URL(src, document.baseURI), { signal });
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
  const bytes = await response.arrayBuffer();
  try {
    return normal(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new Error("it is not text in UTF-8");
  }
}
