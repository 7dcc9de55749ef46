// What a phone is asked for: to be turned when it is held upright, and for its whole screen.

import { type ComponentChild, h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n/index.ts';

/** Not every browser can hold the screen's direction. */
interface LockableOrientation {
  lock?(direction: 'landscape'): Promise<void>;
}

/** The whole screen, lying on its side where the browser can see to that. */
async function fillScreen(): Promise<void> {
  try {
    await document.documentElement.requestFullscreen({ navigationUI: 'hide' });
    await (screen.orientation as ScreenOrientation & LockableOrientation).lock?.('landscape');
  } catch {
    // Refused: it stays as it is, and the person can turn the phone.
  }
}

/** Whether the whole screen is to be had and not had yet. */
function useMayFill(): boolean {
  const [filled, setFilled] = useState(isFilled);
  useEffect(() => {
    const look = (): void => setFilled(isFilled());
    document.addEventListener('fullscreenchange', look);
    return () => document.removeEventListener('fullscreenchange', look);
  }, []);
  return document.fullscreenEnabled === true && !filled;
}

/** An installed page has it from the start. */
const isFilled = (): boolean => document.fullscreenElement !== null || matchMedia('(display-mode: fullscreen)').matches;

export function Phone(): ComponentChild {
  const mayFill = useMayFill();
  const [upright, setUpright] = useState(false);
  const fill = (): void => void fillScreen();
  return [
    mayFill
      ? h('button', { class: 'fill plain panel', type: 'button', 'aria-label': t('phone.fullscreen'), onClick: fill }, h(Corners, null))
      : null,
    upright
      ? null
      : h('section', { class: 'turn', 'aria-label': t('phone.turn') }, [
          h(TurningPhone, null),
          h('h2', null, t('phone.turn')),
          h('p', null, t('phone.turnText')),
          mayFill ? h('button', { class: 'play', type: 'button', onClick: fill }, t('phone.fullscreen')) : null,
          h('button', { type: 'button', onClick: () => setUpright(true) }, t('phone.upright')),
        ]),
  ];
}

function drawing(className: string, width: number, paths: readonly string[]): ComponentChild {
  const line = {
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  } as const;
  return h(
    'svg',
    { class: className, viewBox: '0 0 24 24', 'aria-hidden': 'true' },
    paths.map((d) => h('path', { key: d, d, ...line })),
  );
}

const Corners = (): ComponentChild => drawing('icon', 2.2, ['M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5']);
const TurningPhone = (): ComponentChild =>
  drawing('turning', 1.2, ['M8 3h8a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1z', 'M11 18h2']);
