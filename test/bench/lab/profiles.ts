// The lines and devices that are measured. A round trip is of the line alone: what waits for a patch or in a queue comes
// on top.

import { MAX_PUCKS } from '#shared/tuning.ts';
import type { Line } from '../../support/pipe.ts';

/** One player's circumstances. */
export interface Setup extends Line {
  /** Groups players in the figures: `net.lab.<profile>.<group>.<figure>`. */
  group?: string;
  /** The device's clock runs so much faster than the server's: 1 is exact. */
  clock?: number;
  /** Every so many seconds nothing arrives for `stallMs`. */
  stallEveryS?: number;
  stallMs?: number;
  /** Every so many seconds the device sleeps for `sleepMs`: no frames, and nothing is delivered. */
  sleepEveryS?: number;
  sleepMs?: number;
}

export interface Profile {
  name: string;
  players: Setup[];
}

const PLAYERS = 8;

const all = (name: string, setup: Setup): Profile => ({ name, players: Array.from({ length: PLAYERS }, () => setup) });
const roundTrip = (ms: number): Setup => ({ delayMs: ms / 2 });

/** One who differs, among others alike. */
const odd = (name: string, one: Setup, others: Setup): Profile => ({
  name,
  players: [{ ...one, group: 'odd' }, ...Array.from({ length: PLAYERS - 1 }, () => ({ ...others, group: 'others' }))],
});

export const PROFILES: readonly Profile[] = [
  all('lan', { delayMs: 0.5 }),
  all('rtt50', roundTrip(50)),
  all('rtt100', roundTrip(100)),
  all('rtt150', roundTrip(150)),
  all('rtt250', roundTrip(250)),
  all('jitter', { ...roundTrip(100), jitterMs: 20 }),
  all('loss', { ...roundTrip(100), lossShare: 0.01, lossMs: 200 }),
  all('stall', { ...roundTrip(100), stallEveryS: 5, stallMs: 250 }),
  odd('laggard', roundTrip(250), roundTrip(50)),
  odd('fastClock', { ...roundTrip(100), clock: 1.005 }, roundTrip(50)),
  odd('slowClock', { ...roundTrip(100), clock: 0.995 }, roundTrip(50)),
  odd('phone', { ...roundTrip(100), jitterMs: 10, sleepEveryS: 10, sleepMs: 3000 }, roundTrip(50)),
  all('narrow', { ...roundTrip(100), bytesPerSecond: 8000 }),
];

if (PROFILES.some(({ players }) => players.length > MAX_PUCKS)) throw new Error('a profile has more players than seats');
