const standing = new Map<string, HTMLElement>();

/** over returns the element of a name that stands over the page, which is put there when
 * it is wanted for the first time: a dialog, of which one is enough. */
export function over<Kind extends HTMLElement>(name: string): Kind {
  let element = standing.get(name);
  if (!element) {
    element = document.createElement(name);
    standing.set(name, element);
    document.body.append(element);
  }
  return element as Kind;
}

/** overWhile puts an element over the page until what is done with it has ended. */
export async function overWhile<Kind extends HTMLElement>(
  name: string,
  work: (element: Kind) => Promise<void>,
): Promise<void> {
  const element = document.createElement(name) as Kind;
  document.body.append(element);
  try {
    await work(element);
  } finally {
    element.remove();
  }
}
