// The first screen: the title, a name that is already filled in, what to play, and one big button.

import { type ComponentChild, h } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { CodeForm } from './codeForm.ts';
import { play, practise } from './flow.ts';
import { Icon } from './icons.ts';
import { ModePicker } from './modePicker.ts';
import { screen, useScreen } from './screen.ts';
import { settings, useSettings } from './settings.ts';
import { SettingsPanel } from './settingsPanel.ts';

export function Menu(): ComponentChild {
  const { name } = useSettings();
  const { loaded } = useScreen();
  const [open, setOpen] = useState(false);
  const submit = (event: Event): void => {
    event.preventDefault();
    if (screen.value.screen === 'menu') void play();
  };
  return h('main', { class: 'menu' }, [
    h('h1', { class: 'title' }, 'CAROM'),
    h('p', { class: 'tagline' }, t('menu.tagline')),
    h('form', { class: 'menu-form', onSubmit: submit }, [
      h('label', { class: 'field' }, [
        h('span', null, t('menu.name')),
        h('input', {
          name: 'name',
          value: name,
          maxLength: 16,
          autoComplete: 'nickname',
          spellcheck: false,
          onInput: (event: Event) => settings.set({ name: (event.target as HTMLInputElement).value }),
        }),
      ]),
      h(ModePicker, null),
      h('div', { class: 'start' }, [
        h('button', { class: 'play', type: 'submit' }, t('menu.play')),
        h('button', { class: 'practise', type: 'button', onClick: () => void practise() }, t('menu.practice')),
      ]),
    ]),
    h(CodeForm, null),
    h('progress', { class: 'loading', value: loaded, max: 1, 'aria-label': t('menu.loading'), hidden: loaded >= 1 }),
    h(
      'button',
      { class: 'gear plain panel', type: 'button', 'aria-label': t('menu.settings'), onClick: () => setOpen(!open) },
      h(Icon, { name: 'settings' }),
    ),
    open ? h(SettingsPanel, { onClose: () => setOpen(false) }) : null,
  ]);
}
