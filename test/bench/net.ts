// Bytes and rhythm at a real socket: 8 clients with bots' brains play against the server in a process of its own; then
// the framework's plain way carries the same game to as many clients. After that the network laboratory (lab/).

import { Client, type Room } from 'colyseus.js';
import { PATCH_EVERY_TICKS, TICK_HZ, TICK_MS } from '#shared/tuning.ts';
import { type FrameKind, type Meter, meter } from '../../client/net/meter.ts';
import { TickScheduler } from '../../server/scheduler.ts';
import { type LabSettings, runLab } from './lab/lab.ts';
import { BusyWorld } from './support/busyWorld.ts';
import { type Figures, p99, sleep } from './support/measure.ts';
import { PLAYERS } from './support/plainRoom.ts';
import { PlainState } from './support/plainState.ts';
import { Players } from './support/players.ts';
import { startBenchServer } from './support/server.ts';

const WARM_UP_MS = 3000;
const MEASURE_MS = 15_000;

/** Figures `net.*` but the corrections; only the laboratory's when profiles are named. */
export async function benchNet(settings: LabSettings): Promise<Figures> {
  const bytes = settings.profiles.length > 0 ? {} : await measureBytes();
  return { ...bytes, ...(await runLab(settings)) };
}

async function measureBytes(): Promise<Figures> {
  const server = await startBenchServer();
  const url = `ws://127.0.0.1:${server.port}`;
  try {
    return { ...(await measureOurs(url)), ...(await measurePlain(url)) };
  } finally {
    await server.stop();
  }
}

async function measureOurs(url: string): Promise<Figures> {
  const players = await Players.join(url, PLAYERS);
  await sleep(WARM_UP_MS);
  const gaps = players.bots.map(({ session }) => watchGaps(session.room));
  const before = players.traffic();
  const kindsBefore = players.bytesByKind();
  const start = performance.now();
  await sleep(MEASURE_MS);
  const after = players.traffic();
  const kinds = Object.entries(players.bytesByKind()).map(
    ([kind, bytes]) => [kind, bytes - (kindsBefore[kind as FrameKind] ?? 0)] as const,
  );
  const perPlayer = 1000 / (performance.now() - start) / PLAYERS;
  const patches = gaps.flat();
  await players.leave();
  return {
    'net.down.Bps': (after.down - before.down) * perPlayer,
    'net.up.Bps': (after.up - before.up) * perPlayer,
    'net.patchGap.p99OverInterval': p99(patches) / (TICK_MS * PATCH_EVERY_TICKS),
    'net.patches.hz': patches.length * perPlayer,
    'net.commands.hz': (after.sent - before.sent) * perPlayer,
    ...Object.fromEntries(kinds.map(([kind, bytes]) => [`net.${kind}.Bps`, bytes * perPlayer])),
  };
}

/** Collects the milliseconds between the patches of a room from now on. */
function watchGaps(room: Room): number[] {
  const gaps: number[] = [];
  let last = performance.now();
  room.onStateChange(() => {
    const now = performance.now();
    gaps.push(now - last);
    last = now;
  });
  return gaps;
}

async function measurePlain(url: string): Promise<Figures> {
  const first = await new Client(url).create('plain', {}, PlainState);
  const rooms: Room[] = [first];
  while (rooms.length < PLAYERS) rooms.push(await new Client(url).joinById(first.roomId, {}, PlainState));
  const meters = rooms.map((room) => meter(room.connection));
  const { stop } = sendCommands(rooms);
  await sleep(WARM_UP_MS);
  const before = total(meters);
  const start = performance.now();
  await sleep(MEASURE_MS);
  const after = total(meters);
  const perPlayer = 1000 / (performance.now() - start) / PLAYERS;
  stop();
  await Promise.all(rooms.map((room) => room.leave()));
  return { 'net.plain.down.Bps': (after.down - before.down) * perPlayer, 'net.plain.up.Bps': (after.up - before.up) * perPlayer };
}

/** The recorded commands of bots, one message a tick and player. */
function sendCommands(rooms: Room[]): { stop: () => void } {
  const busy = new BusyWorld(rooms.length, 0);
  return new TickScheduler(TICK_HZ).add(() => {
    busy.recall();
    busy.step();
    rooms.forEach((room, slot) => {
      const { mx, my, aim, buttons } = busy.batch.at(slot, 0);
      room.send('command', { mx, my, aim, buttons });
    });
  });
}

function total(meters: Meter[]): { down: number; up: number } {
  const sum = (pick: (counts: Meter) => number): number => meters.reduce((all, counts) => all + pick(counts), 0);
  return { down: sum((counts) => counts.downBytes), up: sum((counts) => counts.upBytes) };
}
