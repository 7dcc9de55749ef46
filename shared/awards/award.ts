// What an award is. Each is a file here; the index lists them.

import type { Feats } from './tally.ts';

/** Who gets an award, and for how much. */
export interface Winner {
  slot: number;
  value: number;
}

/** What the winner did: the name of a text of the award, and the numbers in it. The words are the page's. */
export interface Deed {
  text: string;
  numbers: Record<string, number>;
}

export interface Award {
  id: string;
  deed(value: number): Deed;
  /** Who did most of it in a match; nobody when nobody did any. */
  of(feats: readonly Feats[]): Winner | undefined;
}

/** The highest value above 0 with its slot; the lower slot on a tie. */
export function most(feats: readonly Feats[], amount: (feats: Feats) => number): Winner | undefined {
  let best: Winner | undefined;
  for (const one of feats) {
    const value = amount(one);
    if (value > (best?.value ?? 0)) best = { slot: one.slot, value };
  }
  return best;
}
