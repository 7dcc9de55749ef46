// Which mode to play: one of a row of chips, and below them what one does in it.

import { type ComponentChild, h } from 'preact';
import { MODE_NAMES, type ModeName } from '#shared/modes/names.ts';
import { settings, useSettings } from './settings.ts';

const MODES: readonly ModeName[] = Object.values(MODE_NAMES);

export function ModePicker(): ComponentChild {
  const { mode } = useSettings();
  const chosen = MODES.find(({ id }) => id === mode);
  return h('fieldset', { class: 'modes' }, [
    h('legend', null, 'Mode'),
    h(
      'div',
      { class: 'chips' },
      MODES.map(({ id, name, summary }) =>
        h('label', { key: id, class: `chip${id === mode ? ' chosen' : ''}`, title: summary }, [
          h('input', { type: 'radio', name: 'mode', value: id, checked: id === mode, onChange: () => settings.set({ mode: id }) }),
          name,
        ]),
      ),
    ),
    h('p', { class: 'summary', 'aria-live': 'polite' }, chosen?.summary),
  ]);
}
