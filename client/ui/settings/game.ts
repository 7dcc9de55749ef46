// Settings of the game itself: the line that one has simulated, for practice or in fairness to a friend; the others see it
// on the table.

import { type ComponentChild, h } from 'preact';
import { t } from '../../i18n/index.ts';
import { LAG_SLIDERS, lag } from '../lag.ts';
import { POP_UPS, type PopUp, settings, useSettings } from '../settings.ts';
import { useStore } from '../store.ts';
import { Choice, Slider } from './fields.ts';

/** Milliseconds. */
const LAG_STEP = 10;

export function GameSection(): ComponentChild {
  const value = useStore(lag);
  const { hintsSeen, popUp } = useSettings();
  return [
    LAG_SLIDERS.map(({ field, label, max }) =>
      h(Slider, {
        key: field,
        label: t(label),
        value: value[field],
        min: 0,
        max,
        step: LAG_STEP,
        textOf: (n: number) => t('settings.milliseconds', { n }),
        onInput: (ms: number) => lag.set({ [field]: ms }),
      }),
    ),
    h('p', { class: 'note' }, t('settings.lagNote')),
    h(Choice<PopUp>, {
      label: t('settings.popUp'),
      value: popUp,
      options: POP_UPS,
      textOf: (one) => t(`settings.popUp.${one}`),
      onPick: (one) => settings.set({ popUp: one }),
    }),
    h('button', { type: 'button', disabled: hintsSeen.length === 0, onClick: () => settings.set({ hintsSeen: [] }) }, t('settings.hints')),
  ];
}
