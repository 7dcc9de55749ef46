// Behind the menu: a match of bots that runs in the page.

import { readTiledMap } from '#shared/maps/tiled.ts';
import foundry from '#shared/maps/foundry.tmj?raw';
import type { MatchSource } from '../net/source.ts';
import { Match } from './match.ts';
import { loadNet } from './server.ts';

const BOTS = 6;

/** A match to look at; drawn in `element`. */
export async function backdropMatch(element: HTMLElement): Promise<Match> {
  const { LocalMatch, MatchSession } = await loadNet();
  const map = readTiledMap('foundry', foundry);
  const session = new MatchSession<MatchSource>(new LocalMatch(map, BOTS, Date.now() >>> 0), map);
  return new Match(session, element, -1);
}
