/**
 * Words of a text, for the search: Chinese has no spaces, so the browser's own
 * dictionary parts it. A character left alone goes with the one before it, and long
 * words are found by two of their characters as well. It is written into the pages as
 * text and can use nothing from outside.
 */
export function tokenize(text) {
  const words = [];
  const isHan = /^\p{Script=Han}+$/u;
  let before = "";
  for (const { segment, isWordLike } of new Intl.Segmenter("zh", { granularity: "word" }).segment(text)) {
    const han = isHan.test(segment);
    if (han && segment.length === 1 && before) words.push(before + segment);
    else if (isWordLike) words.push(segment);
    if (han && segment.length > 2) for (let i = 0; i + 2 <= segment.length; i++) words.push(segment.slice(i, i + 2));
    before = han ? segment.at(-1) : "";
  }
  return words;
}
