const current = "policymark.document";
const left = "policymark.left";

/** The document of this tab, which a reload opens again, and whether this tab had it
 * until the page was left: a copy of the tab has its notes, but never had it. */
export function documentOfTab(): { id: string | null; had: boolean } {
  try {
    const id = sessionStorage.getItem(current);
    const had = id !== null && sessionStorage.getItem(left) === id;
    sessionStorage.removeItem(left);
    return { id, had };
  } catch {
    return { id: null, had: false };
  }
}

/** noteOpen notes the document that this tab has open. */
export const noteOpen = (id: string): void => note(current, id);

/** noteLeft notes that this tab had a document until the page was left. */
export const noteLeft = (id: string): void => note(left, id);

function note(key: string, id: string): void {
  try {
    sessionStorage.setItem(key, id);
  } catch {
    // The latest document is found by its order instead.
  }
}
