// What the match is fought over, line by line, with the colour and the shape of whose it is.

import { type ComponentChild, h } from 'preact';
import { t } from '../../i18n/index.ts';
import type { Match } from '../match.ts';
import { objectiveLines } from './objectiveLines.ts';
import { TeamBadge, teamColor } from './teamBadge.ts';

export function Objectives({ match }: { match: Match }): ComponentChild {
  const { objectives, state, pucks, me, playing } = match.session;
  const alive = pucks.filter((shown) => shown.alive).length;
  const lines = objectiveLines({
    objectives,
    tick: state.tick,
    round: state.round,
    me,
    ownTeam: match.ownTeam,
    lasting: match.lasting,
    alive,
    pucks: pucks.length,
    nameOf: (slot) => match.nameOf(slot),
  });
  if (!playing || lines.length === 0) return null;
  return h(
    'ul',
    { class: 'objectives', 'aria-label': t('objective.label') },
    lines.map(({ key, team, text, urgent }) =>
      h('li', { key, class: urgent ? 'urgent' : '', style: team < 0 ? {} : { '--team': teamColor(team) } }, [
        team < 0 ? null : h(TeamBadge, { team }),
        h('span', null, text),
      ]),
    ),
  );
}
