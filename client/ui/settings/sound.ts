// Settings of the sound: how loud all of it is, and its parts.

import { type ComponentChild, h } from 'preact';
import { t } from '../../i18n/index.ts';
import { settings, useSettings } from '../settings.ts';
import { Slider, Switch } from './fields.ts';

const PARTS = ['volume', 'effects', 'music', 'announcer'] as const;

export function SoundSection(): ComponentChild {
  const values = useSettings();
  return [
    PARTS.map((part) =>
      h(Slider, {
        key: part,
        label: t(`settings.${part}`),
        value: values[part],
        min: 0,
        max: 1,
        step: 0.05,
        textOf: (value: number) => t('settings.percent', { n: Math.round(value * 100) }),
        onInput: (value: number) => settings.set({ [part]: value }),
      }),
    ),
    h(Switch, {
      label: t('settings.muteOnBlur'),
      note: t('settings.muteOnBlurNote'),
      on: values.muteOnBlur,
      onChange: (on) => settings.set({ muteOnBlur: on }),
    }),
  ];
}
