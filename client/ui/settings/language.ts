// The language of the page.

import { type ComponentChild, h } from 'preact';
import { LANGUAGES, type LanguageChoice, languageOf, t } from '../../i18n/index.ts';
import { settings, useSettings } from '../settings.ts';
import { Choice } from './fields.ts';

const CHOICES: readonly LanguageChoice[] = ['auto', ...(Object.keys(LANGUAGES) as LanguageChoice[])];

export function LanguageSection(): ComponentChild {
  const { language } = useSettings();
  return h(Choice<LanguageChoice>, {
    label: t('settings.language'),
    value: language,
    options: CHOICES,
    textOf: (choice) => (choice === 'auto' ? t('settings.languageAuto', { name: LANGUAGES[languageOf('auto')] }) : LANGUAGES[choice]),
    langOf: (choice) => (choice === 'auto' ? undefined : choice),
    onPick: (choice) => settings.set({ language: choice }),
  });
}
