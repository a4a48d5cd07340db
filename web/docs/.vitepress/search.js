/**
 * Words of a text, for the search: Chinese has no spaces, so the browser's own
 * dictionary parts it. Long words are found by two of their characters as well. It
 * is written into the pages as text and can use nothing from outside.
 */
export function tokenize(text) {
  const words = [];
  for (const { segment, isWordLike } of new Intl.Segmenter("zh", { granularity: "word" }).segment(text)) {
    if (!isWordLike) continue;
    words.push(segment);
    if (/^\p{Script=Han}{3,}$/u.test(segment)) for (let i = 0; i + 2 <= segment.length; i++) words.push(segment.slice(i, i + 2));
  }
  return words;
}
