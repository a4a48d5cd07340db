import { expect } from "@playwright/test";

/** What a person can do in any browser, whatever drives it. */
export interface Hands {
  /** Waits for an element, in whichever shadow root. */
  find(selector: string): Promise<unknown>;
  /** How many elements there are of a selector, in whichever shadow root. */
  count(selector: string): Promise<number>;
  /** The text of an element, that of its shadow root where it has one. */
  textOf(selector: string): Promise<string>;
  /** Presses keys that are held together, as "Control+End". */
  press(keys: string): Promise<void>;
  type(text: string): Promise<void>;
}

export const squiggle = ".cm-line > .pm-squiggle";

/** What the text is when work is done. */
export const worked = "(We) collect your phone number to sign you in. [";

/** What a person does with a policy in the page: types, marks, changes, undoes. */
export async function work(hands: Hands): Promise<void> {
  await hands.find("pm-practice-card");
  await hands.press("Alt+n");
  await hands.find(".cm-placeholder");
  await hands.type("We collect your phone number to sign you in.");
  // Words are selected by keys, and a bracket marks them.
  await hands.press("Home");
  await hands.press("Control+Shift+ArrowRight");
  await hands.press("(");
  await expect.poll(() => hands.textOf(".cm-line")).toBe("(We) collect your phone number to sign you in.");
  for (let i = 0; i < 3; i++) await hands.press("Control+ArrowRight");
  await hands.press("Alt+2");
  await expect.poll(() => hands.textOf(".cm-line")).toBe("(We) [collect] your phone number to sign you in.");
  await hands.find("pm-practice-card");
  await hands.press("Control+z");
  await expect.poll(() => hands.textOf(".cm-line")).toBe("(We) collect your phone number to sign you in.");
  await hands.press("Control+End");
  await hands.type(" [");
  await hands.find(squiggle);
}

/** Types in so many places that the browser's own history of it is dropped in the pause
 * that follows, and goes on. */
export async function typeOn(hands: Hands): Promise<void> {
  const places = 105;
  await hands.press("Alt+n");
  await hands.find(".cm-placeholder");
  await hands.type("ab");
  for (let i = 0; i < places; i++) {
    await hands.press("ArrowLeft");
    await hands.type("x");
  }
  const typed = `ax${"x".repeat(places - 1)}b`;
  await expect.poll(() => hands.textOf(".cm-line")).toBe(typed);
  await new Promise((done) => setTimeout(done, 1000));
  await hands.type("Z");
  await expect.poll(() => hands.textOf(".cm-line")).toBe(`axZ${typed.slice(2)}`);
  await hands.press("Control+z");
  await expect.poll(() => hands.textOf(".cm-line")).toBe(typed);
}

/** All elements of a selector, in whichever shadow root. Runs in the page. */
export function all(selector: string): Element[] {
  const within = (root: ParentNode): Element[] => [
    ...root.querySelectorAll(selector),
    ...[...root.querySelectorAll("*")].flatMap(({ shadowRoot }) => (shadowRoot ? within(shadowRoot) : [])),
  ];
  return within(document);
}
