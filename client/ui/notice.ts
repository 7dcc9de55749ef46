// The full screens between the menu and a match: joining, reconnecting, closed.

import { type ComponentChild, h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { useBack } from './back.ts';
import { leave, play, toMenu } from './flow.ts';
import { type Offer, useScreen } from './screen.ts';
import { TitleArt } from './titleArt.ts';

export function Notice(): ComponentChild {
  const { screen: name, heading, message, loaded, offer, wasIn } = useScreen();
  if (name === 'joining') {
    return h('section', { key: name, class: 'notice', role: 'status', 'data-moves': '' }, [
      h(Way, { back: () => void leave() }),
      h(TitleArt, null),
      h('h2', null, message()),
      h('progress', { class: 'loading', 'aria-label': t('menu.loading'), max: 1, ...(loaded < 1 ? { value: loaded } : {}) }),
      h('button', { type: 'button', onClick: () => void leave() }, t('menu.menu')),
    ]);
  }
  if (name === 'reconnecting') {
    // No key or stick moves the focus here: those are still the puck's.
    return h('section', { key: name, class: 'notice see-through', role: 'status' }, [
      h(Way, { back: () => void leave() }),
      h('h2', null, message() || t('flow.lost')),
      h('p', null, t(message() ? 'flow.restartText' : 'flow.lostText')),
      h('progress', { class: 'loading', 'aria-label': t('menu.loading') }),
      h('button', { type: 'button', onClick: () => void leave() }, t('flow.leave')),
    ]);
  }
  if (name === 'closed') {
    return h('section', { key: name, class: 'notice', role: 'alert', 'data-moves': 'unasked' }, [
      h(Way, { back: toMenu }),
      h(TitleArt, null),
      h('h2', null, t(heading ?? (wasIn ? 'flow.out' : 'flow.notIn'))),
      h('p', { class: heading === 'rooms.wrongPassword' ? 'problem' : '' }, message()),
      offer
        ? h(OfferForm, { offer })
        : // Who is banned from the server gets into no match of it.
          heading !== 'flow.banned' &&
          h('button', { class: 'play', type: 'button', onClick: () => void play() }, t(wasIn ? 'flow.again' : 'menu.play')),
      h('button', { type: 'button', onClick: toMenu }, t('menu.menu')),
    ]);
  }
  return null;
}

/** Where back leads from a notice. */
function Way({ back }: { back: () => void }): ComponentChild {
  useBack(back);
  return null;
}

/** Another way on, with what has to be said first. */
function OfferForm({ offer }: { offer: Offer }): ComponentChild {
  const [said, setSaid] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), [offer]);
  const submit = (event: Event): void => {
    event.preventDefault();
    offer.run(said);
  };
  return h('form', { class: 'offer', onSubmit: submit }, [
    offer.ask
      ? h('input', {
          ref: field,
          type: 'password',
          value: said,
          placeholder: t(offer.ask),
          'aria-label': t(offer.ask),
          autoComplete: 'off',
          onInput: (event: Event) => setSaid((event.currentTarget as HTMLInputElement).value),
        })
      : null,
    h('button', { class: 'play', type: 'submit', disabled: offer.ask !== undefined && said === '' }, t(offer.label)),
    offer.also ? h('button', { type: 'button', onClick: () => offer.also?.run('') }, t(offer.also.label)) : null,
  ]);
}
