// The guide of practice: what was done, what is to be done now, and the way into a real match.

import { type ComponentChild, h } from 'preact';
import { t } from '../../i18n/index.ts';
import type { Device } from '../../input/device.ts';
import { play } from '../flow.ts';
import { type Guide, STEPS } from '../guide.ts';
import { Icon } from '../icons.ts';
import { controlText } from './controlTexts.ts';

export function GuideCard({ guide, device }: { guide: Guide; device: Device }): ComponentChild {
  guide.look();
  const { current } = guide;
  return h('section', { class: 'panel guide', 'aria-label': t('guide.label') }, [
    h(
      'ol',
      null,
      STEPS.map((step) => {
        const done = guide.has(step);
        const state = done ? 'done' : step === current ? 'now' : '';
        return h('li', { key: step, class: state, 'aria-current': step === current ? 'step' : undefined }, [
          h(Icon, { name: done ? 'done' : 'todo' }),
          t(`guide.${step}`),
          done ? h('span', { class: 'unseen' }, t('guide.done')) : null,
        ]);
      }),
    ),
    h(
      'button',
      { class: 'plain', type: 'button', 'aria-label': t('guide.close'), onClick: () => guide.close() },
      h(Icon, { name: 'close' }),
    ),
    current
      ? h(
          'p',
          { key: current, class: 'guide-text', role: 'status' },
          current === 'bank' ? t('guide.bankText') : controlText(current, device),
        )
      : h('p', { key: 'end', class: 'guide-text end', role: 'status' }, [
          t('guide.end'),
          h('button', { class: 'play', type: 'button', onClick: () => void play() }, t('menu.play')),
        ]),
  ]);
}
