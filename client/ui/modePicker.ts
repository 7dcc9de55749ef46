// Which mode to play: one of a row of chips, and below them what one does in it. The modes come with the chunk that
// knows their rules; until then their place is kept.

import { type ComponentChild, h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Mode } from '#shared/sim/mode.ts';
import { t } from '../i18n/index.ts';
import { loadNet } from './load.ts';
import { modeName, modeSummary } from './modeTexts.ts';
import { settings, useSettings } from './settings.ts';

export function ModePicker(): ComponentChild {
  const modes = useModes();
  const { mode } = useSettings();
  const chosen = modes.find(({ id }) => id === mode) ?? modes[0];
  return h('fieldset', { class: 'modes' }, [
    h('legend', { class: 'unseen' }, t('menu.mode')),
    h(
      'div',
      { class: 'chips' },
      modes.map(({ id }) =>
        h('label', { key: id, class: `chip${id === chosen?.id ? ' chosen' : ''}`, title: modeSummary(id) }, [
          h('input', { type: 'radio', name: 'mode', value: id, checked: id === chosen?.id, onChange: () => settings.set({ mode: id }) }),
          modeName(id),
        ]),
      ),
    ),
    h('p', { class: 'summary', 'aria-live': 'polite' }, chosen && modeSummary(chosen.id)),
  ]);
}

function useModes(): readonly Mode[] {
  const [modes, setModes] = useState<readonly Mode[]>([]);
  useEffect(() => {
    // Without it there is nothing to play either: Play says so.
    loadNet().then(
      ({ MODES }) => setModes(Object.values(MODES)),
      () => {},
    );
  }, []);
  return modes;
}
