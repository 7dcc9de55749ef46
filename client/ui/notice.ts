// The full screens between the menu and a match: joining, reconnecting, closed.

import { type ComponentChild, h } from 'preact';
import { t } from '../i18n/index.ts';
import { leave, play, toMenu } from './flow.ts';
import { useScreen } from './screen.ts';

export function Notice(): ComponentChild {
  const { screen: name, message, loaded, offer } = useScreen();
  if (name === 'joining') {
    return h('section', { class: 'notice', role: 'status' }, [
      h('h2', null, message),
      h('progress', { class: 'loading', max: 1, ...(loaded < 1 ? { value: loaded } : {}) }),
    ]);
  }
  if (name === 'reconnecting') {
    return h('section', { class: 'notice see-through', role: 'status' }, [
      h('h2', null, t('flow.lost')),
      h('p', null, t('flow.lostText')),
      h('progress', { class: 'loading' }),
      h('button', { type: 'button', onClick: () => void leave() }, t('flow.leave')),
    ]);
  }
  if (name === 'closed') {
    return h('section', { class: 'notice', role: 'alert' }, [
      h('h2', null, t('flow.out')),
      h('p', null, message),
      offer
        ? h('button', { class: 'play', type: 'button', onClick: offer.run }, offer.label)
        : h('button', { class: 'play', type: 'button', onClick: () => void play() }, t('flow.again')),
      h('button', { type: 'button', onClick: toMenu }, t('menu.menu')),
    ]);
  }
  return null;
}
