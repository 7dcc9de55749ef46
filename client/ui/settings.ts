// What a player set, kept in the browser. Storage may be forbidden or full: then settings last as long as the page.

import { LANGUAGES, type LanguageChoice } from '../i18n/index.ts';
import { Store, useStore } from './store.ts';

const KEY = 'carom.settings';

export const QUALITIES = ['auto', 'low', 'medium', 'high'] as const;
export type Quality = (typeof QUALITIES)[number];
export const PALETTES = ['neon', 'soft', 'contrast'] as const;
export type PaletteName = (typeof PALETTES)[number];
/** Lines of one's own room, those to everybody too, or none. */
export const POP_UPS = ['room', 'all', 'none'] as const;
export type PopUp = (typeof POP_UPS)[number];
/** Shares of the usual text size; 1 is the usual size. */
export const TEXT_SCALE = { least: 0.75, most: 1.5, step: 0.05 } as const;

export interface Settings {
  name: string;
  /** Id of the mode that Play looks for; the usual one when there is none of it. */
  mode: string;
  quality: Quality;
  palette: PaletteName;
  /** 0 to 1: of everything, and of its parts. */
  volume: number;
  effects: number;
  music: number;
  announcer: number;
  /** Silent while the page has no focus. */
  muteOnBlur: boolean;
  /** No shake, no grid waves, no moving menus. */
  calm: boolean;
  /** At most three bright flashes a second. */
  limitFlashes: boolean;
  /** What all text is enlarged by, in the bounds of TEXT_SCALE. */
  textScale: number;
  /** Sounds in words. */
  captions: boolean;
  /** Which lines of the chat are shown while one plays. */
  popUp: PopUp;
  language: LanguageChoice;
  /** Names of hints that were shown. */
  hintsSeen: string[];
}

/** Makes a field's value from what is stored, whatever that is; a field's own default stands for what makes no sense. */
type Reader<T> = (stored: unknown) => T;

const text: Reader<string> = (stored) => (typeof stored === 'string' ? stored.slice(0, 32) : '');
const texts: Reader<string[]> = (stored) => (Array.isArray(stored) ? stored.map(String) : []);
const flag =
  (byDefault: () => boolean): Reader<boolean> =>
  (stored) =>
    typeof stored === 'boolean' ? stored : byDefault();
const range =
  (least: number, most: number, byDefault: number): Reader<number> =>
  (stored) =>
    typeof stored === 'number' ? Math.max(least, Math.min(most, stored)) : byDefault;
/** One of a list, the first by default. */
const oneOf =
  <T extends string>(all: readonly T[]): Reader<T> =>
  (stored) =>
    all.find((one) => one === stored) ?? (all[0] as T);

const prefersCalm = (): boolean => globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;
const no = (): boolean => false;
const yes = (): boolean => true;

/** A new setting is a field above and a line here. */
const READERS: { [K in keyof Settings]: Reader<Settings[K]> } = {
  name: text,
  mode: text,
  quality: oneOf(QUALITIES),
  palette: oneOf(PALETTES),
  volume: range(0, 1, 0.7),
  effects: range(0, 1, 1),
  music: range(0, 1, 0.8),
  announcer: range(0, 1, 1),
  muteOnBlur: flag(yes),
  calm: flag(prefersCalm),
  limitFlashes: flag(prefersCalm),
  textScale: range(TEXT_SCALE.least, TEXT_SCALE.most, 1),
  captions: flag(no),
  popUp: oneOf(POP_UPS),
  language: oneOf<LanguageChoice>(['auto', ...(Object.keys(LANGUAGES) as LanguageChoice[])]),
  hintsSeen: texts,
};

type Stored = Partial<Record<string, unknown>>;

function read(): Stored {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (typeof stored === 'object') return { ...stored };
  } catch {
    // Whatever cannot be read is as good as not set.
  }
  return {};
}

/** Keeps what was set, and nothing else: all other settings go on following their defaults, which follow the system's. */
class KeptSettings extends Store<Settings> {
  readonly #set: Stored;

  constructor(stored: Stored) {
    super(Object.fromEntries(Object.entries(READERS).map(([name, make]) => [name, make(stored[name])])) as unknown as Settings);
    this.#set = stored;
  }

  override set(patch: Partial<Settings>): void {
    Object.assign(this.#set, patch);
    try {
      localStorage.setItem(KEY, JSON.stringify(this.#set));
    } catch {
      // Nowhere to keep it.
    }
    super.set(patch);
  }
}

/** The settings as a page that opens finds them. */
export const openSettings = (): Store<Settings> => new KeptSettings(read());

export const settings = openSettings();

export const useSettings = (): Settings => useStore(settings);
