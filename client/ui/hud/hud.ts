// What stands around the arena while a match runs.

import { type ComponentChild, h } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { t } from '../../i18n/index.ts';
import { useDevice } from '../../input/device.ts';
import { goBack, useWayOut } from '../back.ts';
import { Icon } from '../icons.ts';
import type { Match } from '../match.ts';
import { useSettings } from '../settings.ts';
import { SettingsPanel } from '../settingsPanel.ts';
import { AnnouncerLine } from './announcerLine.ts';
import { Board, BoardButton } from './board.ts';
import { DeathCard } from './deathCard.ts';
import { useHudKeys, useInHand, useTouchLayer } from './devices.ts';
import { Feed } from './feed.ts';
import { GuideCard } from './guideCard.ts';
import { Hint } from './hint.ts';
import { RoomButton } from './hostMenu.ts';
import { useLate } from './late.ts';
import { Netgraph } from './netgraph.ts';
import { Opening } from './opening.ts';
import { Results } from './results.ts';
import { Scores } from './scores.ts';
import { SeatNotice } from './seatNotice.ts';
import { SpectatorBar } from './spectatorBar.ts';
import { TopBar } from './topBar.ts';
import { Vitals } from './vitals.ts';
import { VotePanel } from './votePanel.ts';

/** The HUD reads the match so many milliseconds apart; only the canvas needs every frame. */
const REFRESH_MS = 125;

export function Hud({ match }: { match: Match }): ComponentChild {
  /** What lies over the match and takes its keys. */
  const [panel, setPanel] = useState<'settings' | 'room'>();
  const busy = panel !== undefined;
  const close = (): void => setPanel(undefined);
  const { session } = match;
  const results = session.phase === 'results';
  const watching = session.me < 0 || match.isOut;
  const { board, net, toggleBoard } = useHudKeys(match, busy || results, () => goBack() || setPanel('settings'));
  const device = useDevice();
  const touch = device === 'touch';
  const TouchLayer = useTouchLayer(touch);
  useInHand(match, device);
  const Captions = useLate(useSettings().captions, () => import('./captions.ts').then((late) => late.Captions));
  const Chat = useLate(!match.guide, () => import('../chat/matchChat.ts').then((late) => late.MatchChat));
  const Talk = useLate(true, () => import('./wheelTalk.ts').then((late) => late.Talk));
  const toggle = (name: 'settings' | 'room') => (event: Event) => {
    // A focused button would take the keys that play.
    (event.currentTarget as HTMLElement).blur();
    setPanel(panel === name ? undefined : name);
  };
  useWayOut(() => setPanel('settings'));
  useRefresh(match);
  // As soon as the panel is gone keys are the puck's again.
  useLayoutEffect(() => {
    match.controls.paused = busy;
  }, [match, busy]);
  return h('main', { class: `hud${touch ? ' by-touch' : ''}` }, [
    // On a phone the other corner is full of buttons.
    h('div', { class: 'corner' }, [h(Scores, { match }), touch && !results ? h(Feed, { match }) : null, h(VotePanel, { match })]),
    h(TopBar, { match }),
    touch || results ? null : h(Feed, { match }),
    h(
      'button',
      { class: 'gear plain panel', type: 'button', 'aria-label': t('menu.settings'), onClick: toggle('settings') },
      h(Icon, { name: 'settings' }),
    ),
    h(RoomButton, { match, open: panel === 'room', onPress: toggle('room'), onClose: close }),
    match.guide?.open ? h(GuideCard, { guide: match.guide, device }) : null,
    h(AnnouncerLine, { match }),
    h(Opening, { match }),
    watching && !results ? h(SpectatorBar, { match, busy }) : null,
    touch || watching ? null : h(Vitals, { match }),
    h(DeathCard, { match }),
    net ? h(Netgraph, { match }) : null,
    h('div', { class: 'foot' }, [
      Captions && !results ? h(Captions, { match }) : null,
      h(SeatNotice, { match }),
      match.guide?.open || board ? null : h(Hint, { match, device }),
    ]),
    Chat ? h(Chat, { match, touch, busy }) : null,
    Talk ? h(Talk, { match, playing: session.me >= 0 && !busy, touch }) : null,
    TouchLayer ? h(TouchLayer, { match, playing: !watching && !results }) : null,
    board && !results ? h('section', { class: 'sheet' }, h('div', { class: 'panel' }, h(Board, { match }))) : null,
    touch && !results ? h(BoardButton, { on: board, onPress: toggleBoard }) : null,
    h(Results, { match }),
    panel === 'settings' ? h(SettingsPanel, { match, onRoom: () => setPanel('room'), onClose: close }) : null,
  ]);
}

function useRefresh(match: Match): void {
  const [, redraw] = useState({});
  useEffect(() => {
    const timer = setInterval(() => redraw({}), REFRESH_MS);
    return () => clearInterval(timer);
  }, [match]);
}
