// The real rooms in this process, reached through the laboratory's sockets.

import nodeCrypto from 'node:crypto';
import type { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { matchMaker } from '@colyseus/core';
import { Client, type Room } from 'colyseus.js';
import { PROTOCOL } from '#shared/net/messages.ts';
import { MatchState } from '#shared/net/schema.ts';
import { RULES } from '#shared/replay/rules.ts';
import { random } from '#shared/sim/rng.ts';
import type { MatchConnection } from '../../../client/net/connection.ts';

import { setUpRooms } from '../../../server/app.ts';
import { readConfig } from '../../../server/config.ts';
import { GuardedTransport } from '../../../server/doors/frames.ts';
import { MatchRoom } from '../../../server/rooms/MatchRoom.ts';
import { type LabLine, LabSocket } from './sockets.ts';

/** As far as a room goes: a run is one match. */
const ENDLESS = { scoreLimit: 999, timeLimitS: 3600, countdownS: 0 };

/** Everything that the server leaves to chance follows a seed. */
function seedChance(seed: number): void {
  const seeded = { rng: seed >>> 0 };
  (nodeCrypto as { randomInt: unknown }).randomInt = (limit: number) => Math.floor(random(seeded) * limit);
  syncBuiltinESMExports();
}

/** Questions to the store that it has not answered yet: its thread works in real time. */
let asked = 0;

/** Whether the server waits for its store. */
export function awaitsStore(): boolean {
  return asked > 0;
}

/** Counts what threads are asked and answer; each question has one answer. */
function countQuestions(): void {
  const watched = new WeakSet<Worker>();
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (this: Worker, ...message: Parameters<typeof postMessage>) {
    if (!watched.has(this)) this.on('message', () => asked--);
    watched.add(this);
    asked++;
    return postMessage.apply(this, message);
  };
}

/** Makes this process a server: its store is open, nobody plays yet. `seed` decides all that will happen there. */
export async function openServer(seed: number): Promise<void> {
  seedChance(seed);
  countQuestions();
  const folder = mkdtempSync(join(tmpdir(), 'carom-lab-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await setUpRooms(readConfig({ DATA_DIR: folder, REPLAY_LIMIT: '0', LOG_LEVEL: 'error' }));
}

/** Opens the server's only room, on a map. Returns its code. */
export async function openRoom(map: string): Promise<string> {
  matchMaker.defineRoomType('match', MatchRoom);
  await matchMaker.setup();
  await matchMaker.accept();
  const transport = new GuardedTransport({ noServer: true }) as unknown as { wss: EventEmitter };
  LabSocket.accept = (socket, url) => transport.wss.emit('connection', socket, { url, headers: {}, socket: {} });
  const room = await matchMaker.createRoom('match', { ...ENDLESS, mode: 'ffa', map, bots: 0 });
  return room.roomId;
}

/** Joins the room over a line, as the SDK does after the matchmaking. */
export async function joinRoom(code: string, name: string, line: LabLine): Promise<MatchConnection> {
  const seat = await matchMaker.joinById(code, { name, protocol: PROTOCOL, rules: RULES }, { token: '', headers: new Headers(), ip: '' });
  LabSocket.next = line;
  const room = await new Client('ws://lab').consumeSeatReservation<MatchState>(seat, MatchState);
  (room as Room).onMessage('*', () => {});
  return room as MatchConnection;
}
