// The full screens between the menu and a match: joining, reconnecting, closed.

import { type ComponentChild, h } from 'preact';
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
      h('h2', null, 'Connection lost'),
      h('p', null, 'Trying to get you back. Your seat is kept for half a minute.'),
      h('progress', { class: 'loading' }),
      h('button', { type: 'button', onClick: () => void leave() }, 'Leave'),
    ]);
  }
  if (name === 'closed') {
    return h('section', { class: 'notice', role: 'alert' }, [
      h('h2', null, 'Out of the match'),
      h('p', null, message),
      offer
        ? h('button', { class: 'play', type: 'button', onClick: offer.run }, offer.label)
        : h('button', { class: 'play', type: 'button', onClick: () => void play() }, 'Play again'),
      h('button', { type: 'button', onClick: toMenu }, 'Menu'),
    ]);
  }
  return null;
}
