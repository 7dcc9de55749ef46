import assert from 'node:assert/strict';
import { TickScheduler } from '../../server/scheduler.ts';
import { letPass, until } from '../support/until.ts';

const HZ = 60;
const INTERVAL = 1000 / HZ;

/** Keeps the process busy, as a slow tick would. */
function block(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end; );
}

describe('the scheduler', () => {
  it('ticks at its rate without drift: ticks and skipped ones are the time that has passed', async () => {
    const scheduler = new TickScheduler(HZ);
    const phases: number[] = [];
    const { stats, stop } = scheduler.add(() => phases.push(performance.now() - (stats.ticks + stats.skipped) * INTERVAL));
    await until(() => phases.length >= 3 * HZ, { what: 'three seconds of ticks' });
    stop();
    // A busy machine makes many of them late, but not all of a second's.
    const drift = Math.min(...phases.slice(-HZ)) - Math.min(...phases.slice(0, HZ));
    assert.ok(Math.abs(drift) <= INTERVAL / 2, `${drift} ms in two seconds`);
  });

  it('never ticks before its time', async () => {
    const scheduler = new TickScheduler(HZ);
    const times: number[] = [];
    const start = performance.now();
    const { stop } = scheduler.add(() => times.push(performance.now()));
    await until(() => times.length > 30, { what: '30 ticks' });
    stop();
    // However late the machine makes them, none is ahead of the grid that begins where the room was added.
    for (const [i, time] of times.entries()) assert.ok(time >= start + i * INTERVAL, `tick ${i} after ${time - start} ms`);
  });

  it('spreads its rooms over the interval', async () => {
    const scheduler = new TickScheduler(HZ);
    const last = Array.from({ length: 8 }, () => 0);
    const stops = last.map(
      (_, i) =>
        scheduler.add(() => {
          last[i] = performance.now();
        }).stop,
    );
    // A busy machine runs some of them late, and at once.
    const phases = (): number => new Set(last.map((time) => Math.round(time % INTERVAL))).size;
    await until(() => last.every((time) => time > 0) && phases() >= 4, { what: 'ticks of half of the rooms each at a time of their own' });
    for (const stop of stops) stop();
  });

  it('catches up five ticks at once, counts the rest as skipped, and goes on in step', async () => {
    const scheduler = new TickScheduler(HZ);
    let burst = 0;
    let most = 0;
    const { stats, stop } = scheduler.add(() => {
      most = Math.max(most, ++burst);
    });
    const drain = setInterval(() => {
      burst = 0;
    }, 0);
    await until(() => stats.ticks > 10, { what: '10 ticks' });
    const skipped = stats.skipped;
    block(500);
    await until(() => stats.skipped > skipped, { what: 'skipped ticks' });
    const ticks = stats.ticks;
    await until(() => stats.ticks > ticks + 10, { what: '10 more ticks' });
    clearInterval(drain);
    stop();
    // Some 30 intervals, of which five were made up for.
    assert.ok(stats.skipped - skipped >= 23, `${stats.skipped} skipped`);
    assert.ok(most >= 5 && most <= 7, `${most} at once`);
    assert.ok(stats.late >= 5);
  });

  it('counts a tick as late that begins an interval or more after its time, and skips none for it', async () => {
    const scheduler = new TickScheduler(HZ);
    let before = { ticks: 0, late: 0, skipped: Number.POSITIVE_INFINITY };
    let skippedAt = Number.POSITIVE_INFINITY;
    const { stats, stop } = scheduler.add(() => {
      if (stats.skipped > before.skipped) skippedAt = Math.min(skippedAt, performance.now());
    });
    await until(() => stats.ticks > 5, { what: '5 ticks' });
    before = { ...stats };
    const start = performance.now();
    block(2.5 * INTERVAL);
    await until(() => stats.ticks > before.ticks + 5, { what: '5 more ticks' });
    stop();
    assert.ok(stats.late > before.late);
    // Only a machine that held it up for more than five ticks makes it skip any.
    assert.ok(skippedAt - start >= 5 * INTERVAL, `${stats.skipped - before.skipped} skipped`);
  });

  it('stops a room that asks for it within its own tick, and no other', async () => {
    const scheduler = new TickScheduler(HZ);
    let own = 0;
    let others = 0;
    const clock = scheduler.add(() => {
      own++;
      clock.stop();
    });
    const other = scheduler.add(() => others++);
    await until(() => others > 10, { what: '10 ticks of the other room' });
    other.stop();
    assert.equal(own, 1);
    const then = others;
    await letPass(5 * INTERVAL);
    assert.equal(others, then);
  });

  it('takes a room that is added within a tick', async () => {
    const scheduler = new TickScheduler(HZ);
    let inner = 0;
    const outer = scheduler.add(() => {
      outer.stop();
      const clock = scheduler.add(() => {
        if (++inner === 3) clock.stop();
      });
    });
    await until(() => inner === 3, { what: '3 ticks of the added room' });
  });
});
