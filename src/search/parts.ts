// Finds the parts of the search page that its script brings to life: each is marked with `data-part`.

/** @throws Error with a sentence if the page has no such part */
export function findPart<T extends HTMLElement = HTMLElement>(root: HTMLElement, name: string): T {
  const found = root.querySelector<T>(`[data-part="${name}"]`);
  if (found === null) throw new Error(`The search page has no part called ${name}.`);
  return found;
}
