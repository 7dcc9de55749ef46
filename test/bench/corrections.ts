// How often the server's word differs from what a client foresaw for its own puck: bots' brains behind lines of three
// lengths, each with jitter, in a match of their own.

import { BadLine } from '../support/proxy.ts';
import { type Figures, sleep } from './support/measure.ts';
import { Players } from './support/players.ts';
import { startBenchServer } from './support/server.ts';

const ROUND_TRIPS_MS = [0, 100, 200];
/** One way, more or less: a range of 20 ms. */
const JITTER_MS = 10;
const PLAYERS = 4;
const WARM_UP_MS = 3000;
const MEASURE_MS = 20_000;

/** Figures `net.corrections.*`: the sum of all players. */
export async function benchCorrections(): Promise<Figures> {
  const server = await startBenchServer();
  try {
    return Object.assign({}, ...(await Promise.all(ROUND_TRIPS_MS.map((ms) => measure(server.port, ms)))));
  } finally {
    await server.stop();
  }
}

async function measure(port: number, roundTripMs: number): Promise<Figures> {
  const line = await BadLine.open(port, { delayMs: roundTripMs / 2, jitterMs: JITTER_MS }, roundTripMs + 1);
  const players = await Players.join(line.url, PLAYERS);
  await sleep(WARM_UP_MS);
  const before = players.corrections();
  await sleep(MEASURE_MS);
  const corrections = players.corrections() - before;
  await players.leave();
  line.close();
  return { [`net.corrections.rtt${roundTripMs}`]: corrections };
}
