// How one died: who, after how many bounces, along which way; how long until the next life; and, if one asks, as both
// saw it, for as long as one wants to look.

import { type ComponentChild, h } from 'preact';
import { useState } from 'preact/hooks';
import { TICK_HZ } from '#shared/tuning.ts';
import { formatNumber, t } from '../../i18n/index.ts';
import { useBound } from '../../input/device.ts';
import { keyFor } from '../../input/keyNames.ts';
import { embed, GAP } from '../embed.ts';
import { withKeys } from '../keyText.ts';
import type { Match } from '../match.ts';
import type { Death } from '../matchLog.ts';
import { BothCard } from './bothCard.ts';
import { useActions } from './devices.ts';
import { bounceText } from './feed.ts';
import { colorOf, PlayerName } from './playerName.ts';

export function DeathCard({ match }: { match: Match }): ComponentChild {
  const { session, log, lasting } = match;
  const { own, phase } = session;
  const [both, setBoth] = useState(false);
  const views = log.lastViews;
  const bound = useBound();
  useActions(match, { views: (down) => down && setBoth((on) => !on && views !== undefined) });
  if (both && views && phase !== 'results') {
    const look = { own: colorOf(session.me), bolt: colorOf(views.shooter?.slot ?? session.me) };
    return h(BothCard, { views, look, onClose: () => setBoth(false) });
  }
  if (!own || own.alive || !log.death || phase === 'results' || match.isOut) return null;
  const seconds = Math.max(0, (own.respawnTick - session.present) / TICK_HZ);
  const { death } = log;
  return h('section', { class: 'panel death', role: 'status' }, [
    h('p', { class: 'death-who' }, who(match, death)),
    h('p', { class: `death-how heat${Math.min(3, death.bounces)}` }, how(match, death)),
    h(Way, { death }),
    views ? h('button', { type: 'button', onClick: () => setBoth(true) }, [t('death.both'), withKeys(keyFor('views', bound))]) : null,
    h('p', { class: 'death-next' }, lasting ? t('death.nextRound') : t('death.back', { n: formatNumber(seconds, 1) })),
  ]);
}

function who(match: Match, { by, cause }: Death): ComponentChild {
  if (cause === 'burn') return t('death.outside');
  return by < 0 ? t('death.ownBolt') : h(PlayerName, { match, slot: by });
}

/** A death by something else than a bolt of another still counts for whoever hit last. */
function how(match: Match, { by, cause, bounces, mates }: Death): ComponentChild {
  if (cause === 'bolt') return mates ? t('death.byMate', { how: bounceText(bounces) }) : bounceText(bounces);
  if (by < 0) return cause === 'own' ? bounceText(bounces) : null;
  return cause === 'own' ? t('death.byOwnBolt') : embed(t('death.afterHit', { name: GAP }), h(PlayerName, { match, slot: by }));
}

/** The bolt's way among the walls. */
function Way({ death }: { death: Death }): ComponentChild {
  const { path, walls, by, box } = death;
  if (path.length < 4) return null;
  const { left, top, right, bottom } = box;
  const points: string[] = [];
  for (let i = 0; i < path.length; i += 2) points.push(`${path[i]},${path[i + 1]}`);
  const line = {
    points: points.join(' '),
    fill: 'none',
    'stroke-linejoin': 'round',
    'stroke-linecap': 'round',
    'vector-effect': 'non-scaling-stroke',
  } as const;
  return h('svg', { class: 'way', viewBox: `${left} ${top} ${right - left} ${bottom - top}`, 'aria-hidden': 'true' }, [
    h('path', { class: 'way-walls', d: walls }),
    h('polyline', { ...line, stroke: by < 0 ? 'var(--dim)' : colorOf(by), 'stroke-width': 7, 'stroke-opacity': 0.45 }),
    h('polyline', { ...line, class: 'way-core', stroke: '#fff', 'stroke-width': 2.2 }),
    h('circle', {
      cx: path.at(-2),
      cy: path.at(-1),
      r: 22,
      fill: 'none',
      stroke: '#fff',
      'stroke-width': 2,
      'vector-effect': 'non-scaling-stroke',
    }),
  ]);
}
