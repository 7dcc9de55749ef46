// What the players of a busy server get: twenty rooms of eight bots, one light client in each. Absolute, so it is no test:
// `server.load.others.cores` tells how busy the machine was with other things, and what the client itself was held up by.

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { MESSAGE } from '#shared/net/messages.ts';
import { PATCH_EVERY_TICKS, TICK_MS } from '#shared/tuning.ts';
import { createMatch, type MatchConnection } from '../../client/net/connection.ts';
import { watchOthers } from '../support/machine.ts';
import { type Figures, p99, sleep } from './support/measure.ts';
import { startBenchServer } from './support/server.ts';

const ROOMS = 20;
const BOTS = 8;
const WARM_UP_MS = 3000;
const MEASURE_MS = 30_000;
const PATCH_MS = PATCH_EVERY_TICKS * TICK_MS;
const NS_A_MS = 1e6;

/** Figures `server.load.*`. */
export async function benchLoad(): Promise<Figures> {
  const server = await startBenchServer();
  const url = `http://127.0.0.1:${server.port}`;
  try {
    const rooms = await Promise.all(Array.from({ length: ROOMS }, (_, i) => openRoom(url, i)));
    await sleep(WARM_UP_MS);
    const figures = await measure(url, rooms);
    await Promise.all(rooms.map((room) => room.leave()));
    return figures;
  } finally {
    await server.stop();
  }
}

async function openRoom(url: string, i: number): Promise<MatchConnection> {
  const room = await createMatch(url, `Light ${i}`, { bots: BOTS, private: true, map: i % 2 ? 'atrium' : 'foundry' });
  for (const type of [MESSAGE.events, MESSAGE.net]) room.onMessage(type, () => {});
  return room;
}

async function measure(url: string, rooms: readonly MatchConnection[]): Promise<Figures> {
  const before = await counters(url);
  const others = watchOthers();
  const own = monitorEventLoopDelay({ resolution: 2 });
  own.enable();
  const from = rooms.map((room) => room.state.tick);
  const start = performance.now();
  const gaps = rooms.map(watchGaps);
  await sleep(MEASURE_MS);
  const seconds = (performance.now() - start) / 1000;
  const rates = rooms.map((room, i) => (room.state.tick - (from[i] as number)) / seconds);
  const after = await counters(url);
  const cpu = after.cpu - before.cpu;
  const all = gaps.flat();
  return {
    'server.load.gap.p99OverInterval': p99(all) / PATCH_MS,
    'server.load.gap.maxOverInterval': Math.max(...all) / PATCH_MS,
    'server.load.skippedTicks': after.skipped - before.skipped,
    'server.load.lateTicks': after.late - before.late,
    'server.load.slowestRoom.hz': Math.min(...rates),
    'server.load.cpu.cores': cpu / seconds,
    'server.load.others.cores': others(cpu),
    'server.load.client.delay.ms.p99': own.percentile(99) / NS_A_MS,
  };
}

/** Collects the milliseconds between the patches of a room from now on. */
function watchGaps(room: MatchConnection): number[] {
  const gaps: number[] = [];
  let last = -1;
  room.onStateChange(() => {
    const now = performance.now();
    if (last >= 0) gaps.push(now - last);
    last = now;
  });
  return gaps;
}

async function counters(url: string): Promise<{ skipped: number; late: number; cpu: number }> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const of = (name: string): number => Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN);
  return { skipped: of('carom_skipped_ticks'), late: of('carom_late_ticks'), cpu: of('process_cpu_seconds_total') };
}
