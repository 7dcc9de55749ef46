// Behind the menu: a match of bots that runs in the page, on a map that comes with it.

import foundry from '#shared/maps/foundry.tmj?raw';
import { readTiledMap } from '#shared/maps/tiled.ts';
import { LocalMatch } from './localMatch.ts';
import { type AnySession, MatchSession } from './session.ts';
import type { MatchSource } from './source.ts';

const BOTS = 6;

/** A session of a match to look at; `seed` is a uint32. */
export function backdropSession(seed: number): AnySession {
  const map = readTiledMap('foundry', foundry);
  return new MatchSession<MatchSource>(new LocalMatch(map, BOTS, seed), map);
}
