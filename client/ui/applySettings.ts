// Settings that concern the whole page: its language, the size of its text, and whether it may move.

import { languageOf, speak } from '../i18n/index.ts';
import { settings } from './settings.ts';

/** Follows the settings from now on. */
export function applySettings(): void {
  const root = document.documentElement;
  const apply = (): void => {
    const { textScale, calm, language } = settings.value;
    root.style.setProperty('--text', String(textScale));
    root.classList.toggle('calm', calm);
    void speak(languageOf(language));
  };
  apply();
  settings.subscribe(apply);
}
