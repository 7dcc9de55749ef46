// Texts that are still English in another language.

import { de } from '../../client/i18n/de.ts';
import { en } from '../../client/i18n/en.ts';
import { es } from '../../client/i18n/es.ts';
import { fr } from '../../client/i18n/fr.ts';
import type { Dictionary, TextKey } from '../../client/i18n/index.ts';
import { ja } from '../../client/i18n/ja.ts';
import { pt } from '../../client/i18n/pt.ts';
import { zh } from '../../client/i18n/zh.ts';

const DICTIONARIES: Record<string, Dictionary> = { en, de, es, fr, pt, ja, zh };
/** A text with fewer letters outside of its placeholders fits anything. */
const LEAST_LETTERS = 5;

interface Wordings {
  own: RegExp[];
  /** English, where the language says it otherwise. */
  foreign: RegExp[];
}

/** By language: made once, for there are hundreds. */
const wordings = new Map<string, Wordings>();

/** Which of the texts on a page are English ones that have another wording in the page's language. */
export function untranslated(texts: readonly string[], code: string): string[] {
  if (code === 'en') return [];
  const { own, foreign } = wordingsOf(code);
  const isForeign = (text: string): boolean => foreign.some((one) => one.test(text)) && !own.some((one) => one.test(text));
  return [...new Set(texts)].filter(isForeign).map((text) => `English: "${text}"`);
}

function wordingsOf(code: string): Wordings {
  const known = wordings.get(code);
  if (known) return known;
  const own = DICTIONARIES[code];
  if (!own) throw new Error(`no language ${code}`);
  const otherwise = (Object.keys(en) as TextKey[]).filter((key) => en[key] !== own[key] && lettersOf(en[key]) >= LEAST_LETTERS);
  const made = { own: Object.values(own).map(patternOf), foreign: otherwise.map((key) => patternOf(en[key])) };
  wordings.set(code, made);
  return made;
}

const lettersOf = (text: string): number => text.replace(/\{[^}]*\}/g, '').replace(/[^a-z]/gi, '').length;

/** What a text looks like once its placeholders are filled in. */
function patternOf(text: string): RegExp {
  const parts = text.split(/\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  // A text of nothing but placeholders would fit everything.
  return parts.join('') === '' ? /^$/ : new RegExp(`^${parts.join('.*')}$`);
}
