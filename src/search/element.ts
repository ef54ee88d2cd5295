// Makes an element in one expression; what it holds enters it as text or as elements, never as markup.

/** @param attributes set as they stand; `class` among them */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>>,
  ...content: (string | Node)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...content);
  return made;
}

/** A name, kept apart from the direction of the text around it. */
export const nameElement = (name: string): HTMLElement => element('bdi', {}, name);
