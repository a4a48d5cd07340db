/** The pages of all rules as they are written, by the path of their file. They are
 * one part of the page that is loaded when the first of them is needed. */
export const texts = import.meta.glob<string>(["../../../core/rules/*.md", "!**/README.md"], {
  query: "?raw",
  import: "default",
  eager: true,
});
