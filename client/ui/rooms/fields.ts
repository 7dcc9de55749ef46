// Fields of the forms about rooms.

import { type ComponentChild, h } from 'preact';
import './fields.css';

interface FieldProps {
  label: string;
  note?: string | undefined;
  children?: ComponentChild;
}

/** A label with what it is for. */
export function Field({ label, note, children }: FieldProps): ComponentChild {
  return h('label', { class: 'host-field' }, [h('span', null, label), children, note ? h('small', { class: 'dim' }, note) : null]);
}

interface StepperProps {
  label: string;
  value: number;
  min: number;
  max: number;
  step?: number;
  /** What stands for a value instead of its digits. */
  text?: (value: number) => string;
  onChange: (value: number) => void;
}

/** A number between two buttons: as easy for fingers as for keys. */
export function Stepper({ label, value, min, max, step = 1, text, onChange }: StepperProps): ComponentChild {
  const button = (sign: string, to: number): ComponentChild =>
    h(
      'button',
      { type: 'button', class: 'step', 'aria-label': `${label} ${sign}`, disabled: to < min || to > max, onClick: () => onChange(to) },
      sign,
    );
  return h('div', { class: 'host-field stepper', role: 'group', 'aria-label': label }, [
    h('span', null, label),
    h('div', null, [
      button('−', value - step),
      h('output', { 'aria-live': 'polite' }, text ? text(value) : String(value)),
      button('+', value + step),
    ]),
  ]);
}

/** One of a few. */
export function Choice<T extends string>({
  label,
  value,
  options,
  onPick,
}: {
  label: string;
  value: T;
  options: readonly (readonly [id: T, text: string])[];
  onPick: (id: T) => void;
}): ComponentChild {
  return h('fieldset', { class: 'host-field choice' }, [
    h('legend', null, label),
    h(
      'div',
      { class: 'chips' },
      options.map(([id, text]) =>
        h('label', { key: id, class: `chip${id === value ? ' chosen' : ''}` }, [
          h('input', { type: 'radio', name: label, value: id, checked: id === value, onChange: () => onPick(id) }),
          text,
        ]),
      ),
    ),
  ]);
}

/** Yes or no. */
export function Check({
  label,
  note,
  on,
  onChange,
}: {
  label: string;
  note?: string;
  on: boolean;
  onChange: (on: boolean) => void;
}): ComponentChild {
  return h('label', { class: 'host-field check' }, [
    h('input', { type: 'checkbox', checked: on, onChange: (event: Event) => onChange((event.currentTarget as HTMLInputElement).checked) }),
    h('span', null, label),
    note ? h('small', { class: 'dim' }, note) : null,
  ]);
}
