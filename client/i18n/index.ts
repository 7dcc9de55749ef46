// What a person reads, in their language. English is part of the page; another language is loaded when it is chosen,
// with the font that its script needs.

import { Store } from '../ui/store.ts';
import { en } from './en.ts';

export type TextKey = keyof typeof en;
/** All texts of a language. A placeholder is `{name}`; `{name|one|more}` is the word that fits the number of that name. */
export type Dictionary = Record<TextKey, string>;

/** By their own names, as those who look for them read. */
export const LANGUAGES = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  pt: 'Português',
  ja: '日本語',
  zh: '简体中文',
} as const;
export type Language = keyof typeof LANGUAGES;
/** A language, or what the browser prefers. */
export type LanguageChoice = Language | 'auto';

type Head<T extends string> = T extends `${infer Name}|${string}` ? Name : T;
type Names<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Head<Name> | Names<Rest> : never;
/** What a text needs to be filled in: numbers are written as the language writes them. */
export type Params<K extends TextKey> = Record<Names<(typeof en)[K]>, string | number>;
/** The texts without placeholders. */
export type PlainKey = { [K in TextKey]: [Names<(typeof en)[K]>] extends [never] ? K : never }[TextKey];
type Args<K extends TextKey> = [Names<(typeof en)[K]>] extends [never] ? [] : [params: Params<K>];

const LOADERS: Record<Exclude<Language, 'en'>, () => Promise<Dictionary>> = {
  de: () => import('./de.ts').then(({ de }) => de),
  es: () => import('./es.ts').then(({ es }) => es),
  fr: () => import('./fr.ts').then(({ fr }) => fr),
  pt: () => import('./pt.ts').then(({ pt }) => pt),
  ja: () => Promise.all([import('./ja.ts'), import('./fonts/ja.ts')]).then(([{ ja }]) => ja),
  zh: () => Promise.all([import('./zh.ts'), import('./fonts/zh.ts')]).then(([{ zh }]) => zh),
};

/** The language that is spoken now. */
export const language = new Store<{ code: Language }>({ code: 'en' });

let texts: Dictionary = en;
// Made with the first number that is written: the first one of a page takes longer than the whole menu.
let numbers: Intl.NumberFormat | undefined;
let plurals: Intl.PluralRules | undefined;
let wanted: Language = 'en';
let speaking: Promise<void> = Promise.resolve();

/** A text of the page, with its placeholders filled in. */
export function t<K extends TextKey>(key: K, ...[params]: Args<K>): string {
  return fill(texts[key], params ?? {});
}

/** The text of a key that is put together at run time, such as a mode's name; nothing when there is none. */
export function textOf(key: string, params: Record<string, string | number> = {}): string | undefined {
  return Object.hasOwn(texts, key) ? fill(texts[key as TextKey], params) : undefined;
}

/** Sentences one after the other: Japanese and Chinese have no space between them. */
export function sentences(...said: readonly string[]): string {
  return said.join(language.value.code === 'ja' || language.value.code === 'zh' ? '' : ' ');
}

/** A number with exactly so many digits after its point. */
export function formatNumber(value: number, digits = 0): string {
  return value.toLocaleString(language.value.code, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** A time to the minute, as the language writes it, in this person's time zone; `ms` since 1970. */
export function formatTime(ms: number): string {
  const text = new Date(ms).toLocaleString(language.value.code, { dateStyle: 'medium', timeStyle: 'short' });
  // Never broken: by spaces that hold, and joiners where Chinese and Japanese would break.
  return text.replaceAll(' ', '\u00a0').replace(/[/年月]/g, '\u2060$&\u2060');
}

/** The language of a choice: by the browser's list if none is chosen. */
export function languageOf(choice: LanguageChoice, preferred: readonly string[] = globalThis.navigator?.languages ?? []): Language {
  if (choice !== 'auto') return choice;
  for (const tag of preferred) {
    const code = tag.slice(0, 2).toLowerCase();
    if (Object.hasOwn(LANGUAGES, code)) return code as Language;
  }
  return 'en';
}

/** Speaks a language from now on; resolves once its texts are there. What is chosen last wins; without its texts all stays as it is. */
export function speak(code: Language): Promise<void> {
  if (code !== wanted) {
    wanted = code;
    speaking = load(code);
  }
  return speaking;
}

async function load(code: Language): Promise<void> {
  const loaded = code === 'en' ? en : await LOADERS[code]().catch(() => undefined);
  if (wanted !== code) return;
  if (loaded) use(code, loaded);
  else wanted = language.value.code;
  if (loaded && (code === 'ja' || code === 'zh') && globalThis.document) keepLetters(loaded);
}

/** Said when the server is gone, which is where the letters of a script come from. */
const WITHOUT_SERVER = [
  'flow.lost',
  'flow.lostText',
  'flow.restartText',
  'flow.leave',
  'flow.restart',
  'flow.out',
  'flow.again',
  'flow.notIn',
  'flow.retry',
  'flow.reload',
  'menu.menu',
  'error.unreachable',
] as const;

/** Fetches the letters that will be needed when nothing can be fetched any more. */
function keepLetters(dictionary: Dictionary): void {
  const { fontFamily } = getComputedStyle(document.body);
  const letters = WITHOUT_SERVER.map((key) => dictionary[key]).join('');
  document.fonts.load(`1em ${fontFamily}`, letters).catch(() => undefined);
}

/** Uses a dictionary at once. */
export function use(code: Language, dictionary: Dictionary): void {
  texts = dictionary;
  numbers = undefined;
  plurals = undefined;
  if (globalThis.document) document.documentElement.lang = code === 'zh' ? 'zh-Hans' : code;
  language.set({ code });
}

function fill(text: string, params: Record<string, string | number>): string {
  return text.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (_all, name: string, one?: string, more = '') => {
    const value = params[name] ?? '';
    if (one !== undefined) return isOne(Number(value)) ? one : more;
    return typeof value === 'number' ? written(value) : value;
  });
}

function isOne(value: number): boolean {
  plurals ??= new Intl.PluralRules(language.value.code);
  return plurals.select(value) === 'one';
}

function written(value: number): string {
  numbers ??= new Intl.NumberFormat(language.value.code);
  return numbers.format(value);
}
