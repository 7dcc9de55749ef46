// Awards in words: what they are called, and what their winners did.

import { AWARDS } from '#shared/awards/index.ts';
import { textOf } from '../i18n/index.ts';

/** What an award is called; one that nobody has translated by its id. */
export const awardTitle = (id: string): string => textOf(`award.${id}.title`) ?? id;

/** What its winner did, for the value that won. */
export function awardText(id: string, value: number): string {
  const deed = Object.hasOwn(AWARDS, id) ? AWARDS[id]?.deed(value) : undefined;
  return (deed && textOf(`award.${id}.${deed.text}`, deed.numbers)) ?? String(value);
}
