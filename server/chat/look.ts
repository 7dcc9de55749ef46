// What names look like: letters that pass for others are those others where names are compared.

import { resolveConfusablesTransformer, resolveLeetSpeakTransformer } from 'obscenity';

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
