import assert from 'node:assert/strict';
import { TICK_HZ } from '#shared/tuning.ts';
import { PingWatch } from '../../server/rooms/pingLimit.ts';
import { Player } from '../support/player.ts';
import { BadLine } from '../support/proxy.ts';
import { theServer } from '../support/server.ts';

const LIMIT_MS = 100;

/** A line's length second by second: in which second its holder is warned first, and when the seat is lost. */
function watch(lengths: number[]): { warnedAt: number; lostAt: number } {
  const ping = new PingWatch();
  let warnedAt = -1;
  for (const [second, ms] of lengths.entries()) {
    const tick = 1000 + second * TICK_HZ;
    const leaves = ping.saw(ms, LIMIT_MS, tick);
    if (leaves > 0 && warnedAt < 0) warnedAt = second;
    if (leaves > 0 && tick >= leaves) return { warnedAt, lostAt: second };
  }
  return { warnedAt, lostAt: -1 };
}

const long = (seconds: number): number[] => Array.from({ length: seconds }, () => LIMIT_MS + 1);

describe('a limit on round trips', () => {
  it('warns after ten seconds above it, and takes the seat after ten more', () => {
    assert.deepEqual(watch(long(60)), { warnedAt: 10, lostAt: 20 });
  });

  it('does nothing to a line that is just as long, or of which nothing is known', () => {
    for (const ms of [LIMIT_MS, 0]) assert.deepEqual(watch(Array.from({ length: 60 }, () => ms)), { warnedAt: -1, lostAt: -1 });
  });

  it('begins anew when the line was short once', () => {
    assert.deepEqual(watch([...long(9), 20, ...long(9)]), { warnedAt: -1, lostAt: -1 });
    assert.deepEqual(watch([...long(15), 20, ...long(60)]), { warnedAt: 10, lostAt: 36 });
  });

  for (const pingLimitMs of [-1, 1, 49, 1001]) {
    it(`of ${pingLimitMs} is refused`, () =>
      theServer().then(({ url }) => assert.rejects(Player.open(url, 'Ada', { pingLimitMs }), /50 to 1000/)));
  }

  it('moves whoever is farther away to the spectators, after a warning that all can see, and nobody else', async function () {
    this.timeout(60_000);
    const { port } = await theServer();
    // So far beyond the limit, and near so far below it, that a busy machine changes neither.
    const [near, far] = [await BadLine.open(port), await BadLine.open(port, { delayMs: 600 })];
    const ada = await Player.open(near.url, 'Ada', { pingLimitMs: 1000 });
    const ben = await Player.joins(far.url, ada.code, 'Ben');
    ada.play();
    ben.play();
    const slot = ben.session.me;
    const seat = () => ada.session.state.pucks[slot];
    await ada.sees('the warning', () => (seat()?.pingTick ?? 0) > 0, 30_000);
    assert.ok(seat()?.active && (seat()?.roundTrip ?? 0) > 1000);
    assert.ok((seat()?.pingTick ?? 0) - ada.session.state.tick > 8 * TICK_HZ);
    await ada.sees('an empty seat', () => seat()?.active === false, 30_000);
    await ben.sees('that he only watches', () => ben.session.me === -1);
    assert.ok(ben.room.connection.isOpen && ada.session.me >= 0);
    assert.equal(ada.state.pingTick, 0);
    await Promise.all([ada.leave(), ben.leave()]);
    for (const line of [near, far]) line.close();
  });
});
