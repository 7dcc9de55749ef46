// Settings: how it looks, how it sounds, how calm it is; in a match also the link to it and the way out.

import { type ComponentChild, h } from 'preact';
import { t } from '../i18n/index.ts';
import { leave } from './flow.ts';
import { Icon } from './icons.ts';
import { Invite } from './invite.ts';
import { LAG_SLIDERS, lag } from './lag.ts';
import type { Match } from './match.ts';
import { PALETTES, type PaletteName, QUALITIES, type Quality, settings, useSettings } from './settings.ts';
import { useStore } from './store.ts';

/** Milliseconds. */
const LAG_STEP = 10;

export function SettingsPanel({ match, onClose }: { match?: Match | undefined; onClose: () => void }): ComponentChild {
  const { quality, palette, volume, calm } = useSettings();
  return h('section', { class: 'panel settings', role: 'dialog', 'aria-label': t('menu.settings') }, [
    h('header', null, [
      h('h2', null, t('menu.settings')),
      h('button', { class: 'plain', type: 'button', 'aria-label': t('menu.close'), onClick: onClose }, h(Icon, { name: 'close' })),
    ]),
    choice(
      t('settings.quality'),
      quality,
      QUALITIES,
      (value: Quality) => t(`settings.quality.${value}`),
      (value) => settings.set({ quality: value }),
    ),
    choice(
      t('settings.palette'),
      palette,
      PALETTES,
      (value: PaletteName) => t(`settings.palette.${value}`),
      (value) => settings.set({ palette: value }),
    ),
    h('label', null, [
      h('span', null, t('settings.volume')),
      h('input', {
        type: 'range',
        min: 0,
        max: 1,
        step: 0.05,
        value: volume,
        onInput: (event: Event) => settings.set({ volume: Number(inputOf(event).value) }),
      }),
    ]),
    h('label', null, [
      h('span', null, t('settings.calm')),
      h('input', { type: 'checkbox', checked: calm, onChange: (event: Event) => settings.set({ calm: inputOf(event).checked }) }),
    ]),
    h(LagSliders, null),
    match && !match.guide ? h(Invite, null) : null,
    match
      ? h('button', { type: 'button', onClick: () => void leave() }, t(match.guide ? 'settings.leavePractice' : 'settings.leave'))
      : null,
  ]);
}

/** A worse line, to practise with or to be fair to a friend; the others see it on the table. */
function LagSliders(): ComponentChild {
  const value = useStore(lag);
  return LAG_SLIDERS.map(({ field, label, max }) =>
    h('label', { key: field }, [
      h('span', null, t(label)),
      h('output', null, t('settings.milliseconds', { n: value[field] })),
      h('input', {
        type: 'range',
        min: 0,
        max,
        step: LAG_STEP,
        value: value[field],
        onInput: (event: Event) => lag.set({ [field]: Number(inputOf(event).value) }),
      }),
    ]),
  );
}

const inputOf = (event: Event): HTMLInputElement => event.currentTarget as HTMLInputElement;

function choice<T extends string>(
  label: string,
  value: T,
  all: readonly T[],
  text: (value: T) => string,
  onPick: (value: T) => void,
): ComponentChild {
  const onChange = (event: Event): void => onPick((event.currentTarget as HTMLSelectElement).value as T);
  return h('label', null, [
    h('span', null, label),
    h(
      'select',
      { value, onChange },
      all.map((name) => h('option', { key: name, value: name, selected: name === value }, text(name))),
    ),
  ]);
}
