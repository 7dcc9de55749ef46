// Who plays: score, line, hits and parries of each; for the chosen one what can be done.

import { type ComponentChild, h } from 'preact';
import type { PlayerDetail, RoomDetail } from '#shared/net/reports.ts';
import { cssColor, seatColor } from '../view/palette.ts';
import { share } from './format.ts';
import { PersonActs } from './personActs.ts';
import type { Look } from './stage.ts';

/** What is drawn as a warning. */
const BAD = { trip: 150, jitter: 20, rate: 55, stalls: 3, correction: 24 };

const HEADS: [name: string, title?: string][] = [
  ['Player'],
  ['Score'],
  ['K / D'],
  ['Trip', 'Milliseconds there and back, and how much that varies'],
  ['Cmds/s', 'Commands of the last second'],
  ['Stalls', 'Seconds with a stall since they took the seat'],
  ['Page says', 'What their own page says, unchecked: how often it set its prediction right, and by how many units at most'],
  ['Hits', 'Of their shots'],
  ['Parries', 'Bolts caught, of the times they pressed'],
];

interface PlayersProps {
  room: RoomDetail;
  look: Look;
  onLook: (look: Look) => void;
}

export function Players({ room, look, onLook }: PlayersProps): ComponentChild {
  const players = [...room.players].sort((a, b) => Number(a.bot) - Number(b.bot) || b.score - a.score || a.slot - b.slot);
  const chosen = players.find(({ slot }) => slot === look);
  return h('section', { class: 'card', 'aria-label': 'Players' }, [
    h(
      'div',
      { class: 'scroll', tabIndex: 0, role: 'region', 'aria-label': 'Table of players' },
      h('table', { class: 'players' }, [
        h(
          'thead',
          null,
          h(
            'tr',
            null,
            HEADS.map(([name, title]) => h('th', { key: name, scope: 'col', class: name === 'Player' ? '' : 'number', title }, name)),
          ),
        ),
        h(
          'tbody',
          null,
          players.map((player) => h(PlayerRow, { key: player.slot, room, player, on: player === chosen, onLook })),
        ),
      ]),
    ),
    chosen && !chosen.bot ? h(PersonActs, { room, who: chosen.who, name: chosen.name, plays: true }) : null,
    chosen?.bot ? h('p', { class: 'dim' }, `${chosen.name} is a bot.`) : null,
  ]);
}

interface RowProps {
  room: RoomDetail;
  player: PlayerDetail;
  on: boolean;
  onLook: (look: Look) => void;
}

function PlayerRow({ room, player, on, onLook }: RowProps): ComponentChild {
  const {
    slot,
    name,
    bot,
    connected,
    score,
    kills,
    deaths,
    roundTrip,
    jitter,
    rate,
    starved,
    stalls,
    corrections,
    largestCorrection,
    host,
  } = player;
  const color = cssColor(seatColor(slot, { palette: 'neon', teams: room.teams }));
  const cell = (text: ComponentChild, bad = false, title = ''): ComponentChild =>
    h('td', { class: `number${bad ? ' warn' : ''}`, ...(title ? { title } : {}) }, text);
  const reported = room.complaintList.filter(({ who }) => who !== '' && who === player.who).length;
  const hints = player.hints.length + player.before.length;
  return h('tr', { class: `${on ? 'on' : ''}${bot ? ' bot' : ''}` }, [
    h('th', { scope: 'row' }, [
      h('button', { type: 'button', class: 'plain', 'aria-pressed': on, style: { color }, onClick: () => onLook(slot) }, name),
      bot ? h('small', null, 'bot') : null,
      host ? h('small', null, 'host') : null,
      connected ? null : h('small', { class: 'warn' }, 'away'),
      reported > 0 ? h('span', { class: 'badge bad', title: `${reported} reports` }, reported) : null,
      hints > 0 ? h('span', { class: 'badge hot', title: `${hints} hints` }, hints) : null,
    ]),
    cell(score),
    cell(`${kills} / ${deaths}`),
    bot
      ? cell('')
      : cell(
          roundTrip > 0 ? `${roundTrip} ± ${jitter.toFixed(0)}` : '…',
          roundTrip > BAD.trip || jitter > BAD.jitter,
          'Milliseconds there and back, and how much that varies',
        ),
    bot ? cell('') : cell(rate, connected && rate < BAD.rate, `${starved} ticks of the last second had no command`),
    bot ? cell('') : cell(stalls, stalls > BAD.stalls, 'Seconds with a stall since they took the seat'),
    bot
      ? cell('')
      : cell(
          corrections > 0 ? `${corrections} fixes${largestCorrection > 0 ? ` ≤ ${largestCorrection}` : ''}` : 'no fixes',
          largestCorrection > BAD.correction,
          `Their page says: its prediction was set right ${corrections} times, by ${largestCorrection} units at most`,
        ),
    cell(share(player.hits, player.shots), false, `${player.hits} of ${player.shots} shots`),
    cell(share(player.parries, player.parryPresses), false, `${player.parries} caught of ${player.parryPresses} pressed`),
  ]);
}

/** Those who watch can be muted and sent away too. */
export function Watchers({ room }: { room: RoomDetail }): ComponentChild {
  if (room.watchers.length === 0) return null;
  return h('section', { class: 'card', 'aria-label': 'Watching' }, [
    h('h3', null, 'Watching'),
    ...room.watchers.map(({ who, name }) =>
      h('details', { key: who, name: 'watchers' }, [h('summary', null, name), h(PersonActs, { room, who, name, plays: false })]),
    ),
  ]);
}
