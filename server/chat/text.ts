// What people write, made harmless: nothing invisible, nothing that runs over its line, no letters that pass for others where
// a name is compared. It is told and shown as plain text; nobody reads markup in it.

import { resolveConfusablesTransformer, resolveLeetSpeakTransformer } from 'obscenity';

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

const confusable = resolveConfusablesTransformer().transform;
const leet = resolveLeetSpeakTransformer().transform;

/**
 * What a text looks like at a glance: letters that pass for others, of any script, are those others, marks and everything
 * that is no letter or digit are left out. Two names with one look cannot be told apart.
 */
export function lookOf(text: string): string {
  let look = '';
  for (const letter of text.normalize('NFKD').replace(/\p{M}+/gu, '')) {
    const plain = confusable(letter.codePointAt(0) as number) ?? 0;
    look += String.fromCodePoint(leet(plain) ?? plain);
  }
  // A capital I and a small l are one stroke.
  return look
    .replace(/[Il|]/g, 'l')
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, '');
}
