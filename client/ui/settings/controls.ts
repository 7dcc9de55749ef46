// Settings of the devices: fingers and sticks where there are any, keys and buttons.

import { type ComponentChild, h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n/index.ts';
import { controlSettings, DEAD_ZONES, TOUCH_SIZES, type TouchSize } from '../../input/bindings.ts';
import { useStore } from '../store.ts';
import { BindingTable } from './bindingTable.ts';
import { Choice, Slider, Switch } from './fields.ts';
import '../styles/controls.css';

export function ControlsSection(): ComponentChild {
  const pad = usePad();
  const touch = matchMedia('(any-pointer: coarse)').matches;
  return [
    touch ? h(FingerFields, null) : null,
    touch || pad ? h(StickFields, null) : null,
    h('h3', null, t('controls.keys')),
    h(BindingTable, { key: 'keys', bound: 'keys' }),
    h('h3', null, t('controls.pad')),
    pad ? h(BindingTable, { key: 'pad', bound: 'pad' }) : h('p', { class: 'bindings-note' }, t('controls.padNone')),
  ];
}

function FingerFields(): ComponentChild {
  const { touchSize, leftHanded } = useStore(controlSettings);
  return [
    h(Choice<TouchSize>, {
      label: t('controls.size'),
      value: touchSize,
      options: TOUCH_SIZES,
      textOf: (size) => t(`controls.size.${size}`),
      onPick: (size) => controlSettings.set({ touchSize: size }),
    }),
    h(Switch, { label: t('controls.leftHanded'), on: leftHanded, onChange: (on) => controlSettings.set({ leftHanded: on }) }),
  ];
}

function StickFields(): ComponentChild {
  const { deadZone, haptics } = useStore(controlSettings);
  return [
    h(Slider, {
      label: t('controls.deadZone'),
      value: deadZone,
      min: DEAD_ZONES.least,
      max: DEAD_ZONES.most,
      step: DEAD_ZONES.step,
      textOf: (value: number) => t('settings.percent', { n: Math.round(value * 100) }),
      onInput: (value: number) => controlSettings.set({ deadZone: value }),
    }),
    h(Switch, { label: t('controls.haptics'), on: haptics, onChange: (on) => controlSettings.set({ haptics: on }) }),
  ];
}

const isPadThere = (): boolean => navigator.getGamepads?.().some((pad) => pad?.connected) ?? false;

/** Whether a gamepad is there. */
function usePad(): boolean {
  const [there, setThere] = useState(isPadThere);
  useEffect(() => {
    const end = new AbortController();
    for (const type of ['gamepadconnected', 'gamepaddisconnected'] as const) {
      addEventListener(type, () => setThere(isPadThere()), { signal: end.signal });
    }
    return () => end.abort();
  }, []);
  return there;
}
