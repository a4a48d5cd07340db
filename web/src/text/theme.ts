import { EditorView } from "@codemirror/view";

/** The editor's look. Kinds differ in the line below them too: solid, double,
 * dotted, dashed, so that they can be told apart without colour. */
const line: Record<string, string> = { actor: "solid", action: "double", data: "dotted", purpose: "dashed" };
const width: Record<string, string> = { actor: "2px", action: "4px", data: "3px", purpose: "2px" };

const kindRules = Object.fromEntries(
  Object.keys(line).flatMap((kind) => [
    [
      `.pm-${kind}`,
      {
        color: `var(--${kind}-ink)`,
        // Let the selection, which is drawn behind the text, show through.
        backgroundColor: `color-mix(in srgb, var(--${kind}-line) 15%, transparent)`,
        borderBottom: `${width[kind]} ${line[kind]} var(--${kind}-line)`,
      },
    ],
    [`.pm-bracket-${kind}`, { color: `var(--${kind}-line)` }],
  ]),
);

const squiggle = (severity: string) => ({
  textDecoration: `underline wavy var(--${severity}-line)`,
  textDecorationThickness: "1.5px",
  textUnderlineOffset: "4px",
  textDecorationSkipInk: "none",
});

export const editorTheme = EditorView.theme({
  "&": { height: "100%", backgroundColor: "var(--paper)", color: "var(--ink)", fontSize: "var(--text-size)" },
  "&.cm-focused": { outline: "none" },
  "&.cm-focused .cm-scroller": { boxShadow: "inset 0 2px 0 -0.5px var(--accent)" },
  ".cm-scroller": { fontFamily: "var(--font-text)", lineHeight: "var(--text-leading)", overflowX: "hidden" },
  ".cm-content": {
    padding: "var(--space-6) 0 40vh",
    maxWidth: "50em",
    margin: "0 auto 0 0",
    caretColor: "var(--ink)",
    overflowWrap: "anywhere",
    lineBreak: "strict",
  },
  ".cm-line": { padding: "0 clamp(1rem, 4%, 3rem) 0 clamp(0.25rem, 2%, 1.5rem)" },
  ".cm-placeholder": { color: "var(--ink-3)" },
  ".cm-cursor, .cm-dropCursor": { borderLeftColor: "var(--ink)", borderLeftWidth: "2px" },
  ".cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": {
    backgroundColor: "var(--selection)",
  },
  ".cm-selectionLayer": { mixBlendMode: "normal" },
  ".pm-mark": { borderRadius: "3px 3px 0 0", paddingTop: "1px" },
  ".pm-holds-0": { paddingBottom: "1px" },
  ".pm-holds-1": { paddingBottom: "6px" },
  ".pm-holds-2": { paddingBottom: "11px" },
  ...kindRules,
  ".pm-together": { whiteSpace: "nowrap" },
  ".pm-bracket": { fontWeight: "400", opacity: "0.85" },
  ".pm-hidden": { opacity: "0.5", fontSize: "0.85em" },
  // The mark that the caret is in: where typed text goes, and what keys adjust.
  ".pm-at-caret": { outline: "1.5px solid var(--line-strong)", outlineOffset: "0", borderRadius: "4px" },
  ...Object.fromEntries(
    Object.keys(line).map((kind) => [`.pm-at-caret-${kind}`, { outlineColor: `var(--${kind}-line)` }]),
  ),
  // Without brackets, a little room keeps marks that touch apart.
  "&.pm-reading .pm-mark": { borderRadius: "4px 4px 1px 1px", marginInline: "1px" },
  "&.pm-reading .pm-together": { whiteSpace: "inherit" },
  ".pm-squiggle-error": squiggle("error"),
  ".pm-squiggle-warning": squiggle("warning"),
  ".pm-squiggle-info": {
    ...squiggle("info"),
    textDecoration: "underline dotted var(--info-line)",
  },
  ".pm-lit": { backgroundColor: "var(--accent-soft)", outline: "2px solid var(--accent)", borderRadius: "2px" },
  ".cm-searchMatch": { backgroundColor: "var(--warning-tint)", outline: "1px solid var(--warning-line)" },
  ".cm-searchMatch-selected": { backgroundColor: "var(--selection)" },
  ".cm-panels": { backgroundColor: "var(--ground)", color: "var(--ink)", borderColor: "var(--line)" },
  ".cm-panels.cm-panels-top": { borderBottom: "1px solid var(--line)" },
  ".cm-panel.cm-search": {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "var(--space-1) var(--space-2)",
    padding: "var(--space-2) var(--space-8) var(--space-2) var(--space-3)",
    fontFamily: "var(--font-ui)",
    fontSize: "var(--size-2)",
    lineHeight: "1.6",
  },
  // Three rows: what to find, how, and what to put there.
  ".cm-panel.cm-search::before, .cm-panel.cm-search::after": { content: '""', flexBasis: "100%" },
  ".cm-panel.cm-search::before": { order: "1" },
  ".cm-panel.cm-search label": {
    order: "2",
    display: "inline-flex",
    alignItems: "center",
    gap: "var(--space-1)",
    margin: "0",
    fontSize: "var(--size-2)",
    whiteSpace: "nowrap",
  },
  ".cm-panel.cm-search::after": { order: "3" },
  ".cm-panel.cm-search [name=replace], .cm-panel.cm-search [name=replaceAll]": { order: "4" },
  ".cm-panel.cm-search br": { display: "none" },
  ".cm-panel.cm-search input, .cm-panel.cm-search button": { margin: "0" },
  ".cm-panel.cm-search .cm-textfield": { flex: "1 1 8rem", minWidth: "6rem", maxWidth: "18rem" },
  ".cm-panel.cm-search [name=close]": { fontSize: "var(--size-5)", padding: "0 var(--space-2)", color: "var(--ink-2)" },
  ".cm-textfield": {
    backgroundColor: "var(--paper)",
    color: "var(--ink)",
    border: "1px solid var(--line-strong)",
    borderRadius: "var(--radius-small)",
    fontSize: "var(--size-3)",
    padding: "2px var(--space-2)",
  },
  ".cm-button": {
    backgroundImage: "none",
    backgroundColor: "var(--raised)",
    color: "var(--ink)",
    border: "1px solid var(--line-strong)",
    borderRadius: "var(--radius-small)",
    fontSize: "var(--size-2)",
    padding: "1px var(--space-2)",
  },
  ".cm-button:hover": { backgroundColor: "var(--hover)" },
  ".cm-panel button:focus-visible, .cm-panel input:focus-visible": {
    outline: "2px solid var(--accent)",
    outlineOffset: "1px",
  },
  ".cm-tooltip": {
    backgroundColor: "var(--raised)",
    color: "var(--ink)",
    border: "1px solid var(--line)",
    borderRadius: "var(--radius)",
    boxShadow: "var(--shadow)",
    maxWidth: "min(30rem, 92vw)",
    fontFamily: "var(--font-ui)",
    fontSize: "var(--size-2)",
    lineHeight: "1.5",
    zIndex: "30",
  },
  ".cm-specialChar": { color: "var(--error-ink)" },
  // The system's colours paint over the selection and what is found, which lie behind
  // the text, and take the colour from lines: their styles still differ.
  "@media (forced-colors: active)": {
    ".cm-selectionBackground, .cm-searchMatch-selected": {
      forcedColorAdjust: "none",
      backgroundColor: "color-mix(in srgb, Highlight 40%, Canvas) !important",
    },
    ".pm-lit": { outline: "2px solid Highlight" },
    ".pm-squiggle-error": { textDecorationThickness: "3px" },
  },
});
