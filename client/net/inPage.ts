// Matches that run in the page, on a map that comes with it: the one behind the menu, and practice.

import foundry from '#shared/maps/foundry.tmj?raw';
import { readTiledMap } from '#shared/maps/tiled.ts';
import { NAME_DEFAULT } from '#shared/net/protocol.ts';
import type { ArenaMap } from '#shared/sim/map.ts';
import { LocalMatch } from './localMatch.ts';
import { PracticeMatch } from './practice.ts';
import { type AnySession, MatchSession } from './session.ts';
import type { MatchSource } from './source.ts';

const BOTS = 6;

const readMap = (): ArenaMap => readTiledMap('foundry', foundry);

/** A session of a match to look at; `seed` is a uint32. */
export function backdropSession(seed: number): AnySession {
  const map = readMap();
  return new MatchSession<MatchSource>(new LocalMatch(map, BOTS, seed), map);
}

/** A session of a match to practise in, still without bots. */
export function practiceSession(name: string, seed: number): MatchSession<PracticeMatch> {
  const map = readMap();
  return new MatchSession(new PracticeMatch(map, name || NAME_DEFAULT, 'rookie', seed), map);
}
