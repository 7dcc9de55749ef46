// Settings of the picture: how much of it the machine draws.

import { type ComponentChild, h } from 'preact';
import { t } from '../../i18n/index.ts';
import { QUALITIES, type Quality, settings, useSettings } from '../settings.ts';
import { Choice } from './fields.ts';

export function PictureSection(): ComponentChild {
  const { quality } = useSettings();
  return h(Choice<Quality>, {
    label: t('settings.quality'),
    note: t('settings.qualityNote'),
    value: quality,
    options: QUALITIES,
    textOf: (value) => t(`settings.quality.${value}`),
    onPick: (value) => settings.set({ quality: value }),
  });
}
