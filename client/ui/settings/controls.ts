// Settings of the devices: keys and buttons, sticks, fingers.

import { type ComponentChild, h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n/index.ts';
import { controlSettings, DEAD_ZONES, TOUCH_SIZES, type TouchSize } from '../../input/bindings.ts';
import { padLink } from '../../input/padLink.ts';
import { useStore } from '../store.ts';
import { BindingTable } from './bindingTable.ts';
import '../styles/controls.css';

const set: typeof controlSettings.set = (patch) => controlSettings.set(patch);
const SIZE_TEXT = { small: 'controls.size.small', medium: 'controls.size.medium', large: 'controls.size.large' } as const;

export function ControlsSection(): ComponentChild {
  const { touchSize, leftHanded, deadZone, haptics } = useStore(controlSettings);
  const pad = usePad();
  const touch = matchMedia('(any-pointer: coarse)').matches;
  return h('div', { class: 'controls' }, [
    touch
      ? [
          h('h3', null, t('controls.touch')),
          h('label', null, [
            h('span', null, t('controls.size')),
            h(
              'select',
              {
                value: touchSize,
                onChange: (event: Event) => set({ touchSize: (event.currentTarget as HTMLSelectElement).value as TouchSize }),
              },
              TOUCH_SIZES.map((size) => h('option', { key: size, value: size, selected: size === touchSize }, t(SIZE_TEXT[size]))),
            ),
          ]),
          h(Switch, { label: t('controls.leftHanded'), on: leftHanded, onChange: (on) => set({ leftHanded: on }) }),
        ]
      : null,
    touch || pad
      ? [
          h('label', null, [
            h('span', null, t('controls.deadZone')),
            h('output', null, t('settings.percent', { n: Math.round(deadZone * 100) })),
            h('input', {
              type: 'range',
              min: DEAD_ZONES.least,
              max: DEAD_ZONES.most,
              step: DEAD_ZONES.step,
              value: deadZone,
              onInput: (event: Event) => set({ deadZone: Number((event.currentTarget as HTMLInputElement).value) }),
            }),
          ]),
          h(Switch, { label: t('controls.haptics'), on: haptics, onChange: (on) => set({ haptics: on }) }),
        ]
      : null,
    h('h3', null, t('controls.keys')),
    h(BindingTable, { key: 'keys', bound: 'keys' }),
    h('h3', null, t('controls.pad')),
    pad ? h(BindingTable, { key: 'pad', bound: 'pad' }) : h('p', { class: 'note' }, t('controls.padNone')),
  ]);
}

function Switch({ label, on, onChange }: { label: string; on: boolean; onChange: (on: boolean) => void }): ComponentChild {
  return h('label', null, [
    h('span', null, label),
    h('input', { type: 'checkbox', checked: on, onChange: (event: Event) => onChange((event.currentTarget as HTMLInputElement).checked) }),
  ]);
}

/** Whether a gamepad is there. */
function usePad(): boolean {
  const [there, setThere] = useState(padLink.source !== undefined);
  useEffect(() => {
    const end = new AbortController();
    const look = (): void => setThere(navigator.getGamepads().some((pad) => pad?.connected));
    for (const type of ['gamepadconnected', 'gamepaddisconnected']) addEventListener(type, look, { signal: end.signal });
    return () => end.abort();
  }, []);
  return there;
}
