// Into the room of a friend by its five letters, to play or to watch.

import { type ComponentChild, h } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { join, watch } from './flow.ts';
import { Icon } from './icons.ts';
import { CODE_LENGTH, isCode } from './links.ts';

export function CodeForm(): ComponentChild {
  const [code, setCode] = useState('');
  const ready = isCode(code);
  const submit = (event: Event): void => {
    event.preventDefault();
    if (ready) void join(code);
  };
  return h('form', { class: 'code-form', onSubmit: submit }, [
    h('input', {
      type: 'text',
      value: code,
      placeholder: t('menu.roomCode'),
      'aria-label': t('menu.roomCode'),
      maxLength: CODE_LENGTH,
      autoComplete: 'off',
      spellcheck: false,
      onInput: (event: Event) => setCode((event.target as HTMLInputElement).value.toUpperCase()),
    }),
    h('button', { type: 'submit', disabled: !ready }, t('menu.join')),
    h('button', { type: 'button', disabled: !ready, title: t('menu.watch'), onClick: () => void watch(code, -1) }, [
      h(Icon, { name: 'watch' }),
      h('span', null, t('menu.watch')),
    ]),
  ]);
}
