// The kinds of fields that settings are made of: a switch, a choice, a slider.

import { type ComponentChild, h } from 'preact';
import { useState } from 'preact/hooks';

interface Labelled {
  label: string;
  /** What it does, where the label does not say it. */
  note?: string;
}

const inputOf = (event: Event): HTMLInputElement => event.currentTarget as HTMLInputElement;

function Field({ label, note, children }: Labelled & { children?: ComponentChild }): ComponentChild {
  return h('label', { class: 'setting' }, [
    h('span', { class: 'setting-text' }, [h('span', null, label), note ? h('small', null, note) : null]),
    children,
  ]);
}

export function Switch({ label, note, on, onChange }: Labelled & { on: boolean; onChange: (on: boolean) => void }): ComponentChild {
  const input = h('input', { type: 'checkbox', role: 'switch', checked: on, onChange: (event: Event) => onChange(inputOf(event).checked) });
  return h(Field, note === undefined ? { label } : { label, note }, input);
}

interface ChoiceProps<T extends string> extends Labelled {
  value: T;
  options: readonly T[];
  textOf(value: T): string;
  /** The language of an option's text, where it is not the page's. */
  langOf?(value: T): string | undefined;
  onPick(value: T): void;
}

export function Choice<T extends string>({ value, options, textOf, langOf, onPick, ...labelled }: ChoiceProps<T>): ComponentChild {
  const onChange = (event: Event): void => onPick((event.currentTarget as HTMLSelectElement).value as T);
  const option = (name: T): ComponentChild =>
    h('option', { key: name, value: name, selected: name === value, lang: langOf?.(name) }, textOf(name));
  return h(Field, labelled, h('select', { value, onChange }, options.map(option)));
}

interface SliderProps extends Labelled {
  value: number;
  min: number;
  max: number;
  step: number;
  /** What stands beside it. */
  textOf(value: number): string;
  onInput(value: number): void;
  /** Takes effect only when it is let go: what changes the page's size would run away under the pointer. */
  late?: boolean;
}

export function Slider({ value, min, max, step, textOf, onInput, late = false, ...labelled }: SliderProps): ComponentChild {
  const [moving, setMoving] = useState<number>();
  const shown = moving ?? value;
  const input = h('input', {
    type: 'range',
    min,
    max,
    step,
    value: shown,
    'aria-valuetext': textOf(shown),
    onInput: (event: Event) => (late ? setMoving : onInput)(Number(inputOf(event).value)),
    onChange: (event: Event) => {
      if (!late) return;
      setMoving(undefined);
      onInput(Number(inputOf(event).value));
    },
  });
  return h(Field, labelled, [h('output', null, textOf(shown)), input]);
}
