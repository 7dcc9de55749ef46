// The vote on the next map: by mouse, by finger, or with the number keys.

import { type ComponentChild, h } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { t } from '../../i18n/index.ts';
import { voteFor } from '../flow.ts';
import type { Match } from '../match.ts';

const NO_CHOICE = -1;

export function Vote({ match }: { match: Match }): ComponentChild {
  const { state, me } = match.session;
  const options = state.ballot.map(({ map, name, votes }) => ({ map, name, votes }));
  const [choice, setChoice] = useState(NO_CHOICE);
  const may = me >= 0;
  const choose = (index: number): void => {
    if (!may || index >= options.length) return;
    setChoice(index);
    // Too late: the next match shows it.
    voteFor(index).catch(() => setChoice(NO_CHOICE));
  };
  useNumberKeys(choose);
  if (options.length === 0) return null;
  return h('section', { class: 'panel vote', 'aria-label': t('vote.label') }, [
    h('h3', null, t(may ? 'vote.title' : 'vote.watching')),
    h(
      'ol',
      null,
      options.map(({ map, name, votes }, i) =>
        h('li', { key: map }, h(Option, { name, votes, number: i + 1, chosen: i === choice, disabled: !may, onChoose: () => choose(i) })),
      ),
    ),
  ]);
}

interface OptionProps {
  name: string;
  votes: number;
  number: number;
  chosen: boolean;
  disabled: boolean;
  onChoose: () => void;
}

function Option({ name, votes, number, chosen, disabled, onChoose }: OptionProps): ComponentChild {
  const label = [name, t('vote.votes', { n: votes }), chosen ? t('vote.yours') : ''].filter(Boolean).join(', ');
  const look = {
    class: `option${chosen ? ' chosen' : ''}`,
    type: 'button',
    disabled,
    'aria-pressed': chosen,
    'aria-label': label,
  } as const;
  return h('button', { ...look, onClick: onChoose }, [
    h('kbd', null, number),
    h('span', { class: 'name' }, name),
    chosen ? h('em', null, t('vote.yours')) : null,
    h('b', null, votes),
  ]);
}

function useNumberKeys(choose: (index: number) => void): void {
  useLayoutEffect(() => {
    const end = new AbortController();
    const onKey = ({ key, target }: KeyboardEvent): void => {
      const typing = target instanceof Element && target.matches('input, textarea, select');
      if (!typing && /^[1-9]$/.test(key)) choose(Number(key) - 1);
    };
    addEventListener('keydown', onKey, { signal: end.signal });
    return () => end.abort();
  });
}
