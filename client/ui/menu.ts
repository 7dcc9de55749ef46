// The first screen, over a running match: the title, what to play, one big button, and the ways to everything else.

import { type ComponentChild, h } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { CodeForm } from './codeForm.ts';
import { play, practise } from './flow.ts';
import { Icon, type IconName } from './icons.ts';
import { ModePicker } from './modePicker.ts';
import { openPage, returnFocus } from './pages.ts';
import { screen, useScreen } from './screen.ts';
import { SCREENS } from './screens.ts';
import { settings, useSettings } from './settings.ts';
import { TitleArt } from './titleArt.ts';

/** `covered`: another screen lies over it. */
export function Menu({ covered }: { covered: boolean }): ComponentChild {
  const { loaded } = useScreen();
  useLayoutEffect(() => {
    if (!covered) returnFocus();
  }, [covered]);
  const submit = (event: Event): void => {
    event.preventDefault();
    if (screen.value.screen === 'menu') void play();
  };
  return h('main', { class: 'menu', 'data-moves': '', inert: covered }, [
    h(TitleArt, null),
    h('p', { class: 'tagline' }, t('menu.tagline')),
    h('form', { class: 'menu-form', onSubmit: submit }, [
      h(NameField, null),
      h(ModePicker, null),
      h('button', { class: 'play', type: 'submit', 'data-first': '' }, t('menu.play')),
    ]),
    h('nav', { class: 'menu-ways', 'aria-label': t('menu.more') }, [
      h(Way, { icon: 'practice', text: t('menu.practice'), name: 'practise', onClick: () => void practise() }),
      SCREENS.map(({ id, icon, title }) => h(Way, { key: id, icon, text: t(title), name: id, onClick: () => openPage(id) })),
    ]),
    h(CodeForm, null),
    h('progress', { class: 'loading', value: loaded, max: 1, 'aria-label': t('menu.loading'), hidden: loaded >= 1 }),
  ]);
}

function NameField(): ComponentChild {
  const { name } = useSettings();
  return h('label', { class: 'field' }, [
    h('span', null, t('menu.name')),
    h('input', {
      name: 'name',
      value: name,
      maxLength: 16,
      autoComplete: 'nickname',
      spellcheck: false,
      onInput: (event: Event) => settings.set({ name: (event.target as HTMLInputElement).value }),
    }),
  ]);
}

interface WayProps {
  icon: IconName;
  text: string;
  /** Its class, for tests and pictures. */
  name: string;
  onClick: () => void;
}

function Way({ icon, text, name, onClick }: WayProps): ComponentChild {
  return h('button', { class: `way-to ${name}`, type: 'button', onClick }, [h(Icon, { name: icon }), text]);
}
