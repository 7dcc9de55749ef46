// The match itself: the game's own page in a frame, let in with a ticket, so that nobody in the room knows.

import { type ComponentChild, h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PlayerDetail } from '#shared/net/reports.ts';
import { ticket } from './api.ts';
import { usePanel } from './session.ts';

/** Through the eyes of a slot, over the whole arena, as the director finds best, or where one flies oneself. */
export type Look = number | 'above' | 'director' | 'free';

/** A frame that is still loading hears it the next time. */
const TELL_MS = 500;
/** The game has room for all that it shows from here on; in a smaller frame it is shown smaller. */
const LEAST_WIDTH = 800;

const FLYING = 'Click into the picture, then as you would play';

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
  const screen = useRef<HTMLDivElement>(null);
  const open = (): void => run(ticket(code).then((word) => setSrc(`./?watch=${code}&ticket=${encodeURIComponent(word)}`)));
  useEffect(open, [code]);
  useEffect(() => {
    const fit = new ResizeObserver(([box]) => {
      frame.current?.style.setProperty('--scale', String(Math.min(1, (box?.contentRect.width ?? LEAST_WIDTH) / LEAST_WIDTH)));
    });
    if (screen.current) fit.observe(screen.current);
    return () => fit.disconnect();
  }, []);
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
    h(
      'div',
      { ref: screen, class: 'screen' },
      h('iframe', { ref: frame, title: `Match ${code}`, allow: 'autoplay', ...(src ? { src } : {}) }),
    ),
    h('div', { class: 'ways' }, [
      way('director', 'Director'),
      way('above', 'From above'),
      way('free', 'Fly'),
      h(
        'span',
        { class: 'eye' },
        followed ? `Through the eyes of ${followed.name}` : look === 'free' ? FLYING : 'Choose a player to see as they do',
      ),
      h('button', { type: 'button', onClick: open }, 'Open anew'),
    ]),
  ]);
}
