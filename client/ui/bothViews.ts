// A death from both sides: as its victim's screen showed it and as the server judged it.

import type { ArenaMap } from '#shared/sim/map.ts';
import type { Bolt } from '#shared/sim/types.ts';
import { PUCK, TICK_MS } from '#shared/tuning.ts';
import { t } from '../i18n/index.ts';
import type { BothWays } from '../net/trace.ts';
import { type Trip, tripText } from './roundTrips.ts';
import { type Box, boxOf, wallsIn, wayOf } from './ways.ts';

/** Of the bolt's way so much is shown, like of one's own. */
const SHOWN_TICKS = 90;
const MARGIN = 50;

export interface DeathFacts {
  tick: number;
  bolt: Bolt;
  /** The tick at which the bolt was first on the screen, -1 when it never was. */
  seenTick: number;
  ways: BothWays;
  map: ArenaMap;
  /** At that time; `shooter` is missing when it was one's own bolt. */
  own: Trip;
  shooter: (Trip & { slot: number; name: string }) | undefined;
}

export interface BothViews {
  ways: BothWays;
  /** The bolt's way before it was on the screen, and from then on; empty where there is none. */
  unseen: number[];
  seen: number[];
  /** Milliseconds that it was on the screen before it hit. */
  seenMs: number;
  box: Box;
  /** Walls in the box as an SVG path. */
  walls: string;
  own: Trip;
  shooter: DeathFacts['shooter'];
}

/** Puts both views together; nothing when one's own way is not known. */
export function bothViews({ tick, bolt, seenTick, ways, map, own, shooter }: DeathFacts): BothViews | undefined {
  if (ways.shown.length === 0 || ways.server.length === 0) return undefined;
  const from = Math.max(bolt.spawnTick, tick - SHOWN_TICKS);
  const appears = seenTick < 0 ? tick : Math.min(tick, Math.max(from, seenTick));
  const unseen = appears > from ? wayOf(bolt, map, from, appears) : [];
  const seen = appears < tick ? wayOf(bolt, map, appears, tick) : [];
  const box = boxOf([...ways.shown, ...ways.server, ...unseen, ...seen], MARGIN);
  const seenMs = seenTick < 0 ? 0 : Math.max(0, Math.round((tick - seenTick) * TICK_MS));
  return { ways, unseen, seen, seenMs, box, walls: wallsIn(box, map), own, shooter };
}

/** What there is to be said about it. */
export function tellBoth({ ways, seenMs, own, shooter }: BothViews): string[] {
  const gap = Math.round(ways.gap);
  const mine = own.roundTrip + own.handicap > 0 ? tripText(own) : t('both.none');
  return [
    seenMs > 0 ? t('both.seen', { n: seenMs }) : t('both.unseen'),
    t('both.gap', { n: gap, width: PUCK.radius * 2 }),
    tellTrips(mine, shooter),
  ];
}

function tellTrips(own: string, shooter: BothViews['shooter']): string {
  if (!shooter) return t('both.trip', { own });
  const { name, bot } = shooter;
  return bot ? t('both.tripsBot', { own, name }) : t('both.trips', { own, name, theirs: tripText(shooter) });
}
