// What is kept about a person, in plain words, and the button that deletes it.

import { type ComponentChild, h } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../i18n/index.ts';
import { forgetMe } from '../identity.ts';

type Step = 'idle' | 'sure' | 'done' | 'failed';

const focus = (button: HTMLElement | null): void => button?.focus();

export function DataSection(): ComponentChild {
  const [step, setStep] = useState<Step>('idle');
  const erase = (): void => {
    forgetMe().then(
      () => setStep('done'),
      () => setStep('failed'),
    );
  };
  return [
    h('p', null, t('data.text')),
    h('p', { class: 'note' }, t('data.bans')),
    step === 'done' ? h('p', { role: 'status' }, t('data.done')) : null,
    step === 'idle' || step === 'failed' ? h('button', { type: 'button', onClick: () => setStep('sure') }, t('data.delete')) : null,
    step === 'sure'
      ? h('div', { class: 'sure-ways', role: 'group', 'aria-label': t('data.sure') }, [
          // First, and with the focus: a press that came twice deletes nothing.
          h('button', { type: 'button', ref: focus, onClick: () => setStep('idle') }, t('menu.cancel')),
          h('button', { type: 'button', class: 'sure', onClick: erase }, t('data.sure')),
        ])
      : null,
    step === 'failed' ? h('p', { role: 'alert' }, t('data.failed')) : null,
  ];
}
