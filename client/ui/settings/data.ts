// What is kept about a person, in plain words, and the button that deletes it.

import { type ComponentChild, h } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../i18n/index.ts';
import { forgetMe } from '../identity.ts';

type Step = 'idle' | 'sure' | 'done' | 'failed';

export function DataSection(): ComponentChild {
  const [step, setStep] = useState<Step>('idle');
  const press = (): void => {
    if (step !== 'sure') setStep('sure');
    else {
      forgetMe().then(
        () => setStep('done'),
        () => setStep('failed'),
      );
    }
  };
  return [
    h('p', { class: 'note' }, t('data.text')),
    h('p', { class: 'note' }, t('data.bans')),
    step === 'done'
      ? h('p', { role: 'status' }, t('data.done'))
      : h(
          'button',
          { type: 'button', class: step === 'sure' ? 'sure' : '', onClick: press },
          t(step === 'sure' ? 'data.sure' : 'data.delete'),
        ),
    step === 'sure' ? h('button', { type: 'button', onClick: () => setStep('idle') }, t('menu.back')) : null,
    step === 'failed' ? h('p', { role: 'alert' }, t('data.failed')) : null,
  ];
}
