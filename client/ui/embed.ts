// Elements inside of translated sentences, such as a player's name with its emblem.

import type { ComponentChild } from 'preact';

/** Given as a parameter, it keeps an element's place in a text. */
export const GAP = '\uFFFC';

/** A text with an element at its gap. */
export function embed(text: string, element: ComponentChild): ComponentChild {
  const [before = '', after = ''] = text.split(GAP);
  return [before, element, after];
}
