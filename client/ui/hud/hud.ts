// What stands around the arena while a match runs.

import { type ComponentChild, h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../icons.ts';
import type { Match } from '../match.ts';
import { SettingsPanel } from '../settingsPanel.ts';
import { AnnouncerLine } from './announcerLine.ts';
import { Board } from './board.ts';
import { DeathCard } from './deathCard.ts';
import { Feed } from './feed.ts';
import { GuideCard } from './guideCard.ts';
import { Hint } from './hint.ts';
import { Netgraph } from './netgraph.ts';
import { Opening } from './opening.ts';
import { Results } from './results.ts';
import { Scores } from './scores.ts';
import { SeatNotice } from './seatNotice.ts';
import { SpectatorBar } from './spectatorBar.ts';
import { TopBar } from './topBar.ts';
import { TouchControls } from './touchControls.ts';
import { Vitals } from './vitals.ts';

/** The HUD reads the match so many milliseconds apart; only the canvas needs every frame. */
const REFRESH_MS = 125;

export function Hud({ match }: { match: Match }): ComponentChild {
  const [menu, setMenu] = useState(false);
  const { session } = match;
  const results = session.phase === 'results';
  const watching = session.me < 0 || match.isOut;
  const { board, net } = useKeys(menu || results, () => setMenu((open) => !open));
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
    h(TopBar, { match }),
    results ? null : h(Feed, { match }),
    h('button', { class: 'gear plain panel', type: 'button', 'aria-label': 'Settings', onClick: toggle }, h(Icon, { name: 'settings' })),
    match.guide?.open ? h(GuideCard, { guide: match.guide, touch }) : null,
    h(AnnouncerLine, { match }),
    h(Opening, { match }),
    h(SeatNotice, { match }),
    watching && !results ? h(SpectatorBar, { match }) : null,
    touch || watching ? null : h(Vitals, { match }),
    match.guide?.open ? null : h(Hint, { match, touch }),
    h(DeathCard, { match }),
    net ? h(Netgraph, { match }) : null,
    touch && !watching && !results ? h(TouchControls, { match }) : null,
    board && !results ? h('section', { class: 'sheet' }, h('div', { class: 'panel' }, h(Board, { match }))) : null,
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

/** Tab shows the table while it is held, F3 the netgraph, Escape the settings; where there are fields Tab walks through them. */
function useKeys(inFields: boolean, onEscape: () => void): { board: boolean; net: boolean } {
  const [board, setBoard] = useState(false);
  const [net, setNet] = useState(false);
  useEffect(() => {
    const end = new AbortController();
    const onKey = (event: KeyboardEvent): void => {
      const down = event.type === 'keydown';
      if (event.code === 'Tab' && !inFields) setBoard(down);
      else if (event.code === 'F3' && down) setNet((on) => !on);
      else if (event.code === 'Escape' && down) onEscape();
      else return;
      event.preventDefault();
    };
    for (const type of ['keydown', 'keyup'] as const) addEventListener(type, onKey, { signal: end.signal });
    addEventListener('blur', () => setBoard(false), { signal: end.signal });
    return () => end.abort();
  }, [inFields]);
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
