// The settings in sections, one at a time. A new section is a component in a file here and a line below.

import { type ComponentChild, type ComponentType, h } from 'preact';
import { useState } from 'preact/hooks';
import { type PlainKey, t } from '../../i18n/index.ts';
import '../styles/settings.css';
import { AccessSection } from './access.ts';
import { ControlsSection } from './controls.ts';
import { DataSection } from './data.ts';
import { GameSection } from './game.ts';
import { LanguageSection } from './language.ts';
import { PictureSection } from './picture.ts';
import { SoundSection } from './sound.ts';

interface Section {
  id: string;
  title: PlainKey;
  Body: ComponentType;
}

const SECTIONS: readonly Section[] = [
  { id: 'game', title: 'settings.game', Body: GameSection },
  { id: 'sound', title: 'settings.sound', Body: SoundSection },
  { id: 'controls', title: 'settings.controls', Body: ControlsSection },
  { id: 'picture', title: 'settings.picture', Body: PictureSection },
  { id: 'access', title: 'settings.access', Body: AccessSection },
  { id: 'language', title: 'settings.language', Body: LanguageSection },
  { id: 'data', title: 'settings.data', Body: DataSection },
];

/** Where one was last. */
let last = 'game';

export function SettingsSections(): ComponentChild {
  const [id, setId] = useState(last);
  const chosen = SECTIONS.find((section) => section.id === id) ?? (SECTIONS[0] as Section);
  const choose = (next: string): void => {
    last = next;
    setId(next);
  };
  return h('div', { class: 'sections' }, [
    h(
      'div',
      { class: 'section-tabs', role: 'tablist', 'aria-label': t('menu.settings') },
      SECTIONS.map((section) =>
        h(
          'button',
          {
            key: section.id,
            id: `tab-${section.id}`,
            type: 'button',
            role: 'tab',
            'aria-selected': section === chosen,
            'aria-controls': 'section',
            onClick: () => choose(section.id),
          },
          t(section.title),
        ),
      ),
    ),
    h(
      'div',
      { key: chosen.id, class: 'section', id: 'section', role: 'tabpanel', 'aria-labelledby': `tab-${chosen.id}` },
      h(chosen.Body, null),
    ),
  ]);
}
