// What was said, above the pucks that said it: bubbles of the page that follow the picture.

import { type ComponentChild, h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { EMOTES } from '#shared/net/emotes.ts';
import { t } from '../../i18n/index.ts';
import type { Match } from '../match.ts';
import { colorOf } from './playerName.ts';
import { EmoteIcon } from './wheelIcons.ts';

const SHOWN_MS = 2600;
/** Units from a puck's centre up to the bubble: its name is between them. */
const ABOVE = 86;

interface Bubble {
  slot: number;
  index: number;
  /** Told apart from the puck's last one. */
  id: number;
}

export function Bubbles({ match }: { match: Match }): ComponentChild {
  const [bubbles, setBubbles] = useState<readonly Bubble[]>([]);
  const layer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let count = 0;
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const stop = match.listen({
      onEmote: (slot, index) => {
        const id = count++;
        setBubbles((before) => [...before.filter((bubble) => bubble.slot !== slot), { slot, index, id }]);
        timers.add(setTimeout(() => setBubbles((before) => before.filter((bubble) => bubble.id !== id)), SHOWN_MS));
      },
    });
    return () => {
      stop();
      for (const timer of timers) clearTimeout(timer);
    };
  }, [match]);
  const shown = bubbles.length > 0;
  useEffect(() => {
    if (!shown) return;
    let frame = 0;
    const follow = (): void => {
      frame = requestAnimationFrame(follow);
      for (const element of (layer.current?.children ?? []) as Iterable<HTMLElement>) element.hidden = !place(match, element);
    };
    follow();
    return () => cancelAnimationFrame(frame);
  }, [match, shown]);
  return h(
    'div',
    { class: 'bubbles', ref: layer, 'aria-hidden': true },
    bubbles.map(({ slot, index, id }) => {
      const emote = EMOTES[index];
      const look = { key: id, class: 'bubble', 'data-slot': slot, style: { '--own': colorOf(slot) } };
      return emote ? h('p', look, [h(EmoteIcon, { id: emote.id }), h('span', null, t(`emote.${emote.id}`))]) : null;
    }),
  );
}

const at = { x: 0, y: 0 };

/** Puts a bubble above its puck, in the picture as a whole. Returns whether that puck is in the picture. */
function place(match: Match, element: HTMLElement): boolean {
  const slot = Number(element.dataset.slot);
  const shown = match.session.pucks.find((puck) => puck.slot === slot);
  const { toPage } = match;
  if (!shown || !toPage) return false;
  toPage(shown.x, shown.y, at);
  if (at.x < 0 || at.x > innerWidth || at.y < 0 || at.y > innerHeight) return false;
  toPage(shown.x, shown.y - ABOVE, at);
  // The percentages are of its own size.
  const x = `clamp(0px, ${Math.round(at.x)}px - 50%, 100vw - 100%)`;
  const y = `clamp(0px, ${Math.round(at.y)}px - 100%, 100vh - 100%)`;
  element.style.transform = `translate(${x}, ${y})`;
  return true;
}
