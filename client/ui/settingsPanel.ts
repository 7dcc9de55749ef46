// Settings: how it looks, how it sounds, how calm it is; in a match also the link to it and the way out.

import { type ComponentChild, h } from 'preact';
import { leave } from './flow.ts';
import { Icon } from './icons.ts';
import { Invite } from './invite.ts';
import { LAG_SLIDERS, lag } from './lag.ts';
import type { Match } from './match.ts';
import { PALETTES, type PaletteName, QUALITIES, type Quality, settings, useSettings } from './settings.ts';
import { useStore } from './store.ts';

const QUALITY_TEXT: Record<Quality, string> = { auto: 'Automatic', low: 'Low', medium: 'Medium', high: 'High' };
const PALETTE_TEXT: Record<PaletteName, string> = { neon: 'Neon', soft: 'Soft', contrast: 'Contrast' };
/** Milliseconds. */
const LAG_STEP = 10;

export function SettingsPanel({ match, onClose }: { match?: Match | undefined; onClose: () => void }): ComponentChild {
  const { quality, palette, volume, calm } = useSettings();
  return h('section', { class: 'panel settings', role: 'dialog', 'aria-label': 'Settings' }, [
    h('header', null, [
      h('h2', null, 'Settings'),
      h('button', { class: 'plain', type: 'button', 'aria-label': 'Close', onClick: onClose }, h(Icon, { name: 'close' })),
    ]),
    choice('Quality', quality, QUALITIES, QUALITY_TEXT, (value) => settings.set({ quality: value })),
    choice('Colours', palette, PALETTES, PALETTE_TEXT, (value) => settings.set({ palette: value })),
    h('label', null, [
      h('span', null, 'Volume'),
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
      h('span', null, 'Reduced motion'),
      h('input', { type: 'checkbox', checked: calm, onChange: (event: Event) => settings.set({ calm: inputOf(event).checked }) }),
    ]),
    h(LagSliders, null),
    match && !match.guide ? h(Invite, null) : null,
    match ? h('button', { type: 'button', onClick: () => void leave() }, match.guide ? 'Leave practice' : 'Leave the match') : null,
  ]);
}

/** A worse line, to practise with or to be fair to a friend; the others see it on the table. */
function LagSliders(): ComponentChild {
  const value = useStore(lag);
  return LAG_SLIDERS.map(({ field, label, max }) =>
    h('label', { key: field }, [
      h('span', null, label),
      h('output', null, `${value[field]} ms`),
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
  text: Record<T, string>,
  onPick: (value: T) => void,
): ComponentChild {
  const onChange = (event: Event): void => onPick((event.currentTarget as HTMLSelectElement).value as T);
  return h('label', null, [
    h('span', null, label),
    h(
      'select',
      { value, onChange },
      all.map((name) => h('option', { key: name, value: name, selected: name === value }, text[name])),
    ),
  ]);
}
