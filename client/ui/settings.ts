// What a player set, kept in the browser. Storage may be forbidden or full: then settings last as long as the page.

import { Store, useStore } from './store.ts';

const KEY = 'carom.settings';

export const QUALITIES = ['auto', 'low', 'medium', 'high'] as const;
export type Quality = (typeof QUALITIES)[number];
export const PALETTES = ['neon', 'soft', 'contrast'] as const;
export type PaletteName = (typeof PALETTES)[number];

export interface Settings {
  name: string;
  /** Id of the mode that Play looks for; the usual one when there is none of it. */
  mode: string;
  quality: Quality;
  palette: PaletteName;
  /** 0 to 1. */
  volume: number;
  /** No shake, no grid waves, no flashes. */
  calm: boolean;
  /** Names of hints that were shown. */
  hintsSeen: string[];
}

const prefersCalm = (): boolean => globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;

function read(): Settings {
  const settings: Settings = {
    name: '',
    mode: '',
    quality: 'auto',
    palette: 'neon',
    volume: 0.6,
    calm: prefersCalm(),
    hintsSeen: [],
  };
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Settings>;
    if (typeof stored.name === 'string') settings.name = stored.name.slice(0, 32);
    if (typeof stored.mode === 'string') settings.mode = stored.mode.slice(0, 32);
    if (QUALITIES.includes(stored.quality as Quality)) settings.quality = stored.quality as Quality;
    if (PALETTES.includes(stored.palette as PaletteName)) settings.palette = stored.palette as PaletteName;
    if (typeof stored.volume === 'number') settings.volume = Math.max(0, Math.min(1, stored.volume));
    if (typeof stored.calm === 'boolean') settings.calm = stored.calm;
    if (Array.isArray(stored.hintsSeen)) settings.hintsSeen = stored.hintsSeen.map(String);
  } catch {
    // Whatever cannot be read is as good as not set.
  }
  return settings;
}

export const settings = new Store<Settings>(read());

settings.subscribe(() => {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings.value));
  } catch {
    // Nowhere to keep it.
  }
});

export const useSettings = (): Settings => useStore(settings);
