// The guide of practice: what was done, what is to be done now, and the way into a real match.

import { type ComponentChild, h } from 'preact';
import { play } from '../flow.ts';
import { type Guide, STEPS, type Step } from '../guide.ts';
import { Icon } from '../icons.ts';
import { FINGERS, KEYS } from './controlTexts.ts';

const NAMES: Record<Step, string> = { move: 'Move', shoot: 'Shoot', bank: 'Bank', dash: 'Dash', parry: 'Parry' };
const SAME_FOR_ALL = { bank: 'Send a bolt off two walls until it turns gold, or hit the bot off one: each bounce hits harder' };
const TEXTS: Record<'keys' | 'fingers', Record<Step, ComponentChild>> = {
  keys: {
    ...SAME_FOR_ALL,
    move: KEYS.move,
    shoot: KEYS.shoot,
    dash: [h('kbd', null, 'Space'), ' or ', h('kbd', null, 'Shift'), ' dashes where you go'],
    parry: [
      'The bot shoots now: face its bolt and press ',
      h('kbd', null, 'E'),
      ' or the ',
      h('kbd', null, 'right button'),
      ' before it hits',
    ],
  },
  fingers: {
    ...SAME_FOR_ALL,
    move: FINGERS.move,
    shoot: FINGERS.shoot,
    dash: 'Tap the button with the arrow: you dash where you go',
    parry: 'The bot shoots now: aim at its bolt, and tap the button with the shield just before it hits',
  },
};

export function GuideCard({ guide, touch }: { guide: Guide; touch: boolean }): ComponentChild {
  guide.look();
  const { current } = guide;
  return h('section', { class: 'panel guide', 'aria-label': 'Guide' }, [
    h(
      'ol',
      null,
      STEPS.map((step) => {
        const done = guide.has(step);
        const state = done ? 'done' : step === current ? 'now' : '';
        return h('li', { key: step, class: state, 'aria-current': step === current ? 'step' : undefined }, [
          h(Icon, { name: done ? 'done' : 'todo' }),
          NAMES[step],
          done ? h('span', { class: 'unseen' }, 'done') : null,
        ]);
      }),
    ),
    h(
      'button',
      { class: 'plain', type: 'button', 'aria-label': 'Close the guide', onClick: () => guide.close() },
      h(Icon, { name: 'close' }),
    ),
    current
      ? h('p', { key: current, class: 'guide-text', role: 'status' }, TEXTS[touch ? 'fingers' : 'keys'][current])
      : h('p', { key: 'end', class: 'guide-text end', role: 'status' }, [
          'You know it all.',
          h('button', { class: 'play', type: 'button', onClick: () => void play() }, 'Play'),
        ]),
  ]);
}
