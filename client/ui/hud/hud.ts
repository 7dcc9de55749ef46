// What stands around the arena while a match runs.

import { type ComponentChild, h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../icons.ts';
import type { Match } from '../match.ts';
import { SettingsPanel } from '../settingsPanel.ts';
import { Board } from './board.ts';
import { Clock } from './clock.ts';
import { DeathCard } from './deathCard.ts';
import { Feed } from './feed.ts';
import { Hint } from './hint.ts';
import { Netgraph } from './netgraph.ts';
import { Results } from './results.ts';
import { Scores } from './scores.ts';
import { SpectatorBar } from './spectatorBar.ts';
import { TouchControls } from './touchControls.ts';
import { Vitals } from './vitals.ts';

/** The HUD reads the match so many milliseconds apart; only the canvas needs every frame. */
const REFRESH_MS = 125;

export function Hud({ match }: { match: Match }): ComponentChild {
  const [menu, setMenu] = useState(false);
  const { board, net } = useKeys(menu, () => setMenu((open) => !open));
  const touch = useTouch();
  const toggle = (event: Event): void => {
    // A focused button would take the keys that play.
    (event.currentTarget as HTMLElement).blur();
    setMenu((open) => !open);
  };
  useRefresh(match);
  useEffect(() => {
    match.controls.paused = menu;
  }, [match, menu]);
  return h('div', { class: `hud${touch ? ' by-touch' : ''}` }, [
    h(Scores, { match }),
    h(Clock, { match }),
    h(Feed, { match }),
    h('button', { class: 'gear plain panel', type: 'button', 'aria-label': 'Settings', onClick: toggle }, h(Icon, { name: 'settings' })),
    match.session.me < 0 ? h(SpectatorBar, { match }) : null,
    touch || match.session.me < 0 ? null : h(Vitals, { match }),
    h(Hint, { match, touch }),
    h(DeathCard, { match }),
    net ? h(Netgraph, { match }) : null,
    touch && match.session.me >= 0 ? h(TouchControls, { match }) : null,
    board && match.session.phase !== 'results' ? h('section', { class: 'sheet' }, h('div', { class: 'panel' }, h(Board, { match }))) : null,
    h(Results, { match }),
    menu ? h(SettingsPanel, { match, onClose: () => setMenu(false) }) : null,
  ]);
}

function useRefresh(match: Match): void {
  const [, redraw] = useState({});
  useEffect(() => {
    const timer = setInterval(() => redraw({}), REFRESH_MS);
    return () => clearInterval(timer);
  }, [match]);
}

/** Tab shows the table while it is held, F3 the netgraph, Escape the settings; in those Tab walks through the fields. */
function useKeys(inSettings: boolean, onEscape: () => void): { board: boolean; net: boolean } {
  const [board, setBoard] = useState(false);
  const [net, setNet] = useState(false);
  useEffect(() => {
    const end = new AbortController();
    const onKey = (event: KeyboardEvent): void => {
      const down = event.type === 'keydown';
      if (event.code === 'Tab' && !inSettings) setBoard(down);
      else if (event.code === 'F3' && down) setNet((on) => !on);
      else if (event.code === 'Escape' && down) onEscape();
      else return;
      event.preventDefault();
    };
    for (const type of ['keydown', 'keyup'] as const) addEventListener(type, onKey, { signal: end.signal });
    addEventListener('blur', () => setBoard(false), { signal: end.signal });
    return () => end.abort();
  }, [inSettings]);
  return { board, net };
}

/** Whether the player uses fingers: what the device is made for, until another kind of pointer is used. */
function useTouch(): boolean {
  const [touch, setTouch] = useState(() => matchMedia('(pointer: coarse)').matches);
  useEffect(() => {
    const end = new AbortController();
    addEventListener('pointerdown', ({ pointerType }) => setTouch(pointerType === 'touch'), { signal: end.signal });
    return () => end.abort();
  }, []);
  return touch;
}
