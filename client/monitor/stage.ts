// The match itself: the game's own page in a frame, let in with a ticket, so that nobody in the room knows.

import { type ComponentChild, h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PlayerDetail } from '#shared/net/reports.ts';
import { ticket } from './api.ts';
import { usePanel } from './session.ts';

/** Through the eyes of a slot, over the whole arena, or as the director finds best. */
export type Look = number | 'above' | 'director';

/** A frame that is still loading hears it the next time. */
const TELL_MS = 500;

interface StageProps {
  code: string;
  look: Look;
  players: PlayerDetail[];
  onLook: (look: Look) => void;
}

export function Stage({ code, look, players, onLook }: StageProps): ComponentChild {
  const { run } = usePanel();
  const [src, setSrc] = useState('');
  const frame = useRef<HTMLIFrameElement>(null);
  const open = (): void => run(ticket(code).then((word) => setSrc(`./?watch=${code}&ticket=${encodeURIComponent(word)}`)));
  useEffect(open, [code]);
  useEffect(() => {
    let told = 0;
    const tell = (): void => frame.current?.contentWindow?.postMessage({ look }, location.origin);
    tell();
    // Whoever watches may also choose inside of the frame: it is told only until it has surely heard.
    const timer = setInterval(() => {
      tell();
      if (++told > 60 || frame.current?.contentDocument?.querySelector('.spectator')) clearInterval(timer);
    }, TELL_MS);
    return () => clearInterval(timer);
  }, [look, src]);
  const way = (to: Look, label: string): ComponentChild =>
    h('button', { type: 'button', 'aria-pressed': look === to, onClick: () => onLook(to) }, label);
  const followed = players.find(({ slot }) => slot === look);
  return h('section', { class: 'stage card', 'aria-label': 'The match' }, [
    h('iframe', { ref: frame, title: `Match ${code}`, allow: 'autoplay', ...(src ? { src } : {}) }),
    h('div', { class: 'ways' }, [
      way('director', 'Director'),
      way('above', 'From above'),
      h('span', { class: 'eye' }, followed ? `Through the eyes of ${followed.name}` : 'Choose a player to see through their eyes'),
      h('button', { type: 'button', onClick: open }, 'Open anew'),
    ]),
  ]);
}
