// What people write, made harmless: nothing invisible, nothing that runs over its line. It is told and shown as plain text;
// nobody reads markup in it.

import { z } from 'zod';

/** Control, format (also those that turn the direction of writing) and unassigned characters, and letters that show nothing. */
const INVISIBLE = /(?:[\p{C}\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\s]|\u034f)+/gu;
/** More than two marks on a letter run over the lines above and below. */
const PILED_MARKS = /(\p{M}{2})\p{M}+/gu;
/** The same letter again and again fills a line with nothing. */
const REPEATED = /(.)\1{7,}/gu;

/** A text as it is told: at most `most` letters, single spaces; empty when nothing is left. */
export function cleanText(text: string, most: number): string {
  const clean = text.normalize('NFC').replace(INVISIBLE, ' ').replace(PILED_MARKS, '$1').replace(REPEATED, '$1$1$1$1$1$1$1$1').trim();
  return [...clean].slice(0, most).join('').trim();
}

/** A text that others are shown, as it comes from a client: cleaned, at most `most` letters. */
export const shownText = (most: number) =>
  z
    .string()
    .max(256)
    .transform((text) => cleanText(text, most));
