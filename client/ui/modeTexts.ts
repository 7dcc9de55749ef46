// Modes as the page speaks of them: their names, what one does in them, and what they count.

import { textOf } from '../i18n/index.ts';

/** A mode's name; of one that nobody has translated its id. */
export const modeName = (id: string): string => textOf(`mode.${id}.name`) ?? id;

/** What to do in a mode, in one sentence for a new player. */
export const modeSummary = (id: string): string => textOf(`mode.${id}.summary`) ?? '';

/** So many of what a mode counts. */
export const counted = (n: number, unit: string): string => textOf(`unit.${unit}`, { n }) ?? `${n} ${unit}`;
