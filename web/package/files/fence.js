// What all sites do with a fenced block named "policymark": the same element, with
// the text of the block in a pre, which is readable where no program runs.

/** The attributes that may stand behind the name of a fence. */
const names = ["panels", "lang", "at", "heading", "theme", "brackets", "id", "loading"];

/**
 * Reads the words behind the three backticks. Returns undefined when the block is not
 * one of ours, else the attributes of its element.
 * @param {string} info
 * @returns {[string, string][] | undefined}
 */
export function attributesOf(info) {
  const [, name, rest = ""] = /^\s*(\S*)\s*(.*)$/s.exec(info) ?? [];
  if (name !== "policymark") return undefined;
  return [...rest.matchAll(/([a-z]+)=(?:"([^"]*)"|(\S+))/g)]
    .map(([, key, quoted, bare]) => /** @type {[string, string]} */ ([key, quoted ?? bare]))
    .filter(([key]) => names.includes(key));
}

/** Text as HTML; braces too, for templates know them. */
export const escape = (text) => text.replace(/[&<>"'{}]/g, (sign) => `&#${sign.charCodeAt(0)};`);
