// All rooms of a busy server get the same: compared with each other, since how much that is depends on the machine
// (`npm run bench -- load` tells).

import assert from 'node:assert/strict';
import { MESSAGE } from '#shared/net/messages.ts';
import { PATCH_EVERY_TICKS } from '#shared/tuning.ts';
import { createMatch, type MatchConnection } from '../../client/net/connection.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

const ROOMS = 20;
const BOTS = 8;
const TICKS = 300;
/** A room may be so many ticks behind the others: 2 %, and what is on its way to the client at the moment of counting. */
const APART = 0.02 * TICKS + 3 * PATCH_EVERY_TICKS;

describe(`with ${ROOMS} rooms of ${BOTS}`, function () {
  this.timeout(90_000);
  let server: TestServer;
  let rooms: MatchConnection[];
  let ticks: number[];
  let patches: number[];

  before(async () => {
    server = await startTestServer({ REPLAY_LIMIT: '5' });
    rooms = await Promise.all(
      Array.from({ length: ROOMS }, (_, i) =>
        createMatch(server.url, `Light ${i}`, { bots: BOTS, private: true, map: i % 2 ? 'atrium' : 'foundry' }),
      ),
    );
    for (const room of rooms) for (const type of [MESSAGE.events, MESSAGE.net]) room.onMessage(type, () => {});
    await until(() => rooms.every((room) => room.state.tick > 30), { what: 'all rooms', timeoutMs: 30_000 });
    const from = rooms.map((room) => room.state.tick);
    patches = rooms.map(() => 0);
    rooms.forEach((room, i) => {
      room.onStateChange(() => {
        patches[i] = (patches[i] as number) + 1;
      });
    });
    const count = () => rooms.map((room, i) => room.state.tick - (from[i] as number));
    await until(() => Math.max(...count()) >= TICKS, { what: `${TICKS} ticks`, timeoutMs: 60_000 });
    ticks = count();
    patches = [...patches];
  });
  after(async () => {
    for (const room of rooms) room.reconnection.enabled = false;
    await Promise.all(rooms.map((room) => room.leave()));
    await server.stop();
  });

  const evenly = (counts: number[], apart: number): void =>
    assert.ok(Math.max(...counts) - Math.min(...counts) <= apart, `${Math.min(...counts)} to ${Math.max(...counts)}: ${counts.join(' ')}`);

  it('every room ticks as often as the others', () => evenly(ticks, APART));

  it('every room gets as many patches as the others', () => evenly(patches, APART / PATCH_EVERY_TICKS));

  it('no room is kept without patches while it ticks', () => {
    for (const [i, count] of patches.entries()) {
      assert.ok(Math.abs(count * PATCH_EVERY_TICKS - (ticks[i] as number)) <= APART, `${count} patches in ${ticks[i]} ticks`);
    }
  });
});
