// The vote that runs: what it is about, how it stands, and one's own answer, by button or by key.

import { type ComponentChild, h } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { POLL_KINDS } from '#shared/net/protocol.ts';
import { t } from '../../i18n/index.ts';
import type { Match } from '../match.ts';
import { secondsUntil } from './objectiveLines.ts';
import { sayInVote } from './roomActs.ts';

export function VotePanel({ match }: { match: Match }): ComponentChild {
  const { state, me } = match.session;
  const { kind, name, by, yes, no, needed, endTick, who } = state.poll;
  const [answer, setAnswer] = useState<boolean | undefined>(undefined);
  const mayAnswer = me >= 0 && kind > 0;
  const say = (choice: boolean): void => {
    if (!mayAnswer) return;
    setAnswer(choice);
    // Too late: it is decided.
    sayInVote(match, { do: 'answer', yes: choice }).catch(() => setAnswer(undefined));
  };
  // Another vote, another answer.
  useEffect(() => setAnswer(undefined), [endTick]);
  useKeys(mayAnswer, say);
  if (kind === 0) return null;
  const what = POLL_KINDS[kind] === 'kick' ? t('poll.kick', { name }) : t(POLL_KINDS[kind] === 'next' ? 'poll.next' : 'poll.restart');
  const aboutMe = who !== '' && who === match.session.room.sessionId;
  return h('section', { class: `panel poll${aboutMe ? ' about-me' : ''}`, 'aria-label': t('poll.label') }, [
    h('p', { role: 'status' }, [h('strong', null, what), h('small', null, t('poll.by', { name: by }))]),
    h('p', { class: 'poll-count' }, [
      t('poll.count', { yes, no, needed }),
      h('b', null, t('poll.left', { n: Math.max(0, secondsUntil(endTick, state.tick)) })),
    ]),
    mayAnswer
      ? h('div', { class: 'poll-answers' }, [
          h(Answer, { name: t('poll.yes'), key: 'yes', letter: 'Y', chosen: answer === true, onChoose: () => say(true) }),
          h(Answer, { name: t('poll.no'), key: 'no', letter: 'N', chosen: answer === false, onChoose: () => say(false) }),
        ])
      : null,
  ]);
}

function Answer({
  name,
  letter,
  chosen,
  onChoose,
}: {
  name: string;
  letter: string;
  chosen: boolean;
  onChoose: () => void;
}): ComponentChild {
  const press = (event: Event): void => {
    // A focused button would take the keys that play.
    (event.currentTarget as HTMLElement).blur();
    onChoose();
  };
  return h('button', { type: 'button', class: chosen ? 'chosen' : '', 'aria-pressed': chosen, onClick: press }, [
    h('kbd', null, letter),
    name,
  ]);
}

function useKeys(on: boolean, say: (yes: boolean) => void): void {
  useLayoutEffect(() => {
    if (!on) return undefined;
    const end = new AbortController();
    const onKey = ({ code, target, repeat }: KeyboardEvent): void => {
      if (repeat || (target instanceof Element && target.matches('input, textarea, select'))) return;
      if (code === 'KeyY') say(true);
      if (code === 'KeyN') say(false);
    };
    addEventListener('keydown', onKey, { signal: end.signal });
    return () => end.abort();
  }, [on]);
}
