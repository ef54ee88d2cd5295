// A field that suggests while the reader types: the combobox pattern of ARIA 1.2, in which nothing is chosen unasked.
// See https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ (editable, list, manual selection).
import { element } from './element.ts';

export interface Option {
  content: (string | Node)[];
  choose: () => void;
}

export interface Suggestions {
  options: Option[];
  /** Read out when they come; empty where there is nothing to say. */
  message: string;
}

export interface Combobox {
  /** Takes the list away, and with it what is still being looked up. */
  close(): void;
}

/** Milliseconds without a key before suggestions are looked up: short, for they are near. */
const typingPause = 60;

/** @param suggest what to offer for what is in the field; its failure means no suggestions */
export function startCombobox(
  input: HTMLInputElement,
  list: HTMLElement,
  status: HTMLElement,
  suggest: (typed: string) => Promise<Suggestions>,
): Combobox {
  let options: Option[] = [];
  let active = -1;
  /** Counts questions, so that a slow answer does not replace a newer one. */
  let turn = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;

  const isOpen = (): boolean => !list.hidden;

  const activate = (index: number): void => {
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = index;
    const option = list.children[active];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option === undefined) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', option.id);
  };

  const show = (suggestions: Suggestions): void => {
    ({ options } = suggestions);
    activate(-1);
    const items = options.map(({ content }, index) =>
      element('li', { role: 'option', id: `${list.id}-${index}`, 'aria-selected': 'false' }, ...content),
    );
    list.replaceChildren(...items);
    list.hidden = options.length === 0;
    input.setAttribute('aria-expanded', String(isOpen()));
    status.textContent = suggestions.message;
  };

  const close = (): void => {
    clearTimeout(pause);
    turn += 1;
    show({ options: [], message: '' });
  };

  const open = async (): Promise<void> => {
    const mine = (turn += 1);
    const suggestions = await suggest(input.value).catch((): Suggestions => ({ options: [], message: '' }));
    if (mine === turn && document.activeElement === input) show(suggestions);
  };

  const choose = (index: number): void => {
    const option = options[index];
    close();
    option?.choose();
  };

  /** The keys that move through an open list; -1 is the field itself, between the last option and the first. */
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => activate(active + 1 < options.length ? active + 1 : -1),
    ArrowUp: () => activate(active === -1 ? options.length - 1 : active - 1),
    Escape: close,
  };

  input.addEventListener('input', () => {
    clearTimeout(pause);
    activate(-1);
    pause = setTimeout(() => void open(), typingPause);
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const { key, altKey } = event;
    if (key === 'ArrowDown' && !isOpen()) {
      event.preventDefault();
      void open().then(() => {
        if (!altKey && isOpen()) activate(0);
      });
    } else if (key === 'ArrowUp' && altKey) {
      event.preventDefault();
      close();
    } else if (isOpen() && key in keys) {
      event.preventDefault();
      keys[key]?.();
    } else if (key === 'Enter' && active !== -1) {
      event.preventDefault();
      choose(active);
    } else if (['Home', 'End', 'ArrowLeft', 'ArrowRight'].includes(key)) {
      // The caret moves, and with it the reader goes back into the field.
      activate(-1);
    } else if (key === 'Tab') {
      close();
    }
  });
  input.addEventListener('blur', close);
  // The field keeps the focus while a finger or the mouse is on the list.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', ({ target }) => {
    const index = [...list.children].findIndex((item) => target instanceof Node && item.contains(target));
    if (index !== -1) choose(index);
  });
  return { close };
}
