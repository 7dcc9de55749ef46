// Saying something: the wheel and who opens it, the bubbles, and, while the results hide the arena, what was said as lines.
// Loaded some time after a match has begun.

import { type ComponentChild, h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { EMOTE_COOL_DOWN_MS, wheelOf } from '#shared/net/emotes.ts';
import { t } from '../../i18n/index.ts';
import type { Match } from '../match.ts';
import '../styles/wheel.css';
import { useActions } from './devices.ts';
import { EmoteLine } from './emoteLine.ts';
import { Wheel } from './wheel.ts';
import { Bubbles } from './wheelBubbles.ts';
import { CoolDown } from './wheelChoice.ts';

/** A key that is let go sooner, and has pointed at nothing, has been tapped: then the wheel stays. */
const TAP_MS = 260;

interface TalkProps {
  match: Match;
  /** Whether one has a puck to speak with. */
  playing: boolean;
  touch: boolean;
}

export function Talk({ match, playing, touch }: TalkProps): ComponentChild {
  const { mode, phase } = match.session;
  const [open, setOpen] = useState<'no' | 'held' | 'stays'>('no');
  const [coolDown] = useState(() => new CoolDown(EMOTE_COOL_DOWN_MS));
  const pointed = useRef(-1);
  const openedMs = useRef(0);
  const offers = wheelOf(mode.teams, match.session.playing);
  const close = (): void => {
    setOpen('no');
    pointed.current = -1;
  };
  const choose = (slot: number): void => {
    close();
    const index = offers[slot];
    if (index === undefined || coolDown.share(performance.now()) < 1) return;
    coolDown.begin(performance.now());
    // Refused or cut off: nobody has heard it, and nobody needs to know more.
    match.say(index).catch(() => {});
  };
  const onKey = (down: boolean): void => {
    if (down && open === 'no') {
      openedMs.current = performance.now();
      setOpen('held');
    } else if (down) choose(pointed.current);
    else if (open === 'held') {
      if (pointed.current >= 0) choose(pointed.current);
      else if (performance.now() - openedMs.current < TAP_MS) setOpen('stays');
      else close();
    }
  };
  // Who is out for a round has other uses for the key.
  const hears = playing && !match.isOut;
  useActions(match, hears ? { emote: onKey } : {});
  // What is held open then, or when a menu comes, is not let go here any more.
  useEffect(() => {
    if (!hears) close();
  }, [hears]);
  const point = (slot: number): void => {
    pointed.current = slot;
  };
  return [
    phase === 'results' ? h(Lines, { match }) : h(Bubbles, { match }),
    touch && playing
      ? h(
          'button',
          { class: 'talk plain panel', type: 'button', 'aria-label': t('emote.label'), onClick: () => setOpen('stays') },
          h(SpeechIcon, null),
        )
      : null,
    playing && open !== 'no'
      ? h(Wheel, {
          offers,
          stays: open === 'stays',
          touch,
          ready: coolDown.share(performance.now()),
          onPoint: point,
          onChoose: choose,
          onClose: close,
        })
      : null,
  ];
}

/** The feed is not there with the results: what is said then stands below them. */
function Lines({ match }: { match: Match }): ComponentChild {
  const lines = match.log.feed(performance.now()).filter((line) => line.type === 'emote');
  return h(
    'ol',
    { class: 'said', 'aria-live': 'polite' },
    lines.map((line) => h('li', { key: line.id, class: 'panel' }, h(EmoteLine, { match, line }))),
  );
}

function SpeechIcon(): ComponentChild {
  const d = 'M4 5.5h16V16h-7.5L8 20v-4H4zM8 10.7v.1M12 10.7v.1M16 10.7v.1';
  const line = {
    d,
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': 2.1,
    'stroke-linejoin': 'round',
    'stroke-linecap': 'round',
  } as const;
  return h('svg', { class: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true' }, h('path', line));
}
