import assert from 'node:assert/strict';
import { Announcer } from '#shared/announcer.ts';
import { decodeEvent, encodeEvent } from '#shared/net/messages.ts';
import type { SimEvent } from '#shared/sim/types.ts';

const kill = (tick: number, by: number, slot: number): SimEvent => ({
  type: 'kill',
  tick,
  slot,
  by,
  level: 0,
  bounces: 0,
  parries: 0,
  own: by < 0,
  bolt: 0,
});
const hit = (tick: number, by: number, slot: number): SimEvent => ({ type: 'hit', tick, slot, by, damage: 34, level: 0, x: 0, y: 0 });

/** What is announced, as `call slot count`, event by event. */
function heard(announcer: Announcer, ...events: SimEvent[]): string[] {
  return events.flatMap((event) => announcer.observe([event]).map(({ call, slot, count }) => `${call} ${slot} ${count}`));
}

describe('the announcer', () => {
  it('calls the first hit, once, and no hit of oneself', () => {
    assert.deepEqual(heard(new Announcer(), hit(1, 2, 2), hit(2, 1, 0), hit(3, 0, 1)), ['firstHit 1 1']);
  });

  const rows: [what: string, ticks: number[], calls: string[]][] = [
    ['two kills in 4 s', [100, 340], ['multi 0 2']],
    ['two kills in a tick more', [100, 341], []],
    ['three, each within 4 s of the last', [100, 300, 500], ['multi 0 2', 'multi 0 3']],
    ['two rows of two', [100, 200, 600, 700], ['multi 0 2', 'multi 0 2']],
  ];
  for (const [what, ticks, calls] of rows) {
    it(`calls ${what}: ${calls.join(', ') || 'nothing'}`, () => {
      const announcer = new Announcer();
      assert.deepEqual(heard(announcer, ...ticks.map((tick, i) => kill(tick, 0, 1 + i))), calls);
    });
  }

  it('calls two kills of one tick', () => {
    const calls = new Announcer().observe([kill(7, 3, 1), kill(7, 3, 2)]);
    assert.deepEqual(calls, [{ type: 'call', tick: 7, call: 'multi', slot: 3, count: 2 }]);
  });

  const slowly = (by: number, count: number, from = 0) => Array.from({ length: count }, (_, i) => kill(from + i * 1000, by, 9));

  it('calls a spree at the fifth kill without a death, and at every fifth after it', () => {
    const announcer = new Announcer();
    assert.deepEqual(heard(announcer, ...slowly(0, 4)), []);
    assert.deepEqual(heard(announcer, ...slowly(0, 6, 4000)), ['spree 0 5', 'spree 0 10']);
  });

  it('calls who ended a spree, and how long it was; a shorter row of kills ends unsung', () => {
    const announcer = new Announcer();
    heard(announcer, ...slowly(0, 6), ...slowly(1, 4));
    assert.deepEqual(heard(announcer, kill(9000, 2, 0)), ['spreeEnded 2 6']);
    assert.deepEqual(heard(announcer, kill(19_000, 2, 1)), []);
    assert.deepEqual(heard(announcer, ...slowly(0, 4, 30_000)), [], 'and it counts from nothing again');
  });

  for (const [what, by] of [
    ['nobody’s', -1],
    ['one’s own', 0],
  ] as const) {
    it(`calls nobody at a death that is ${what}, and the spree is over`, () => {
      const announcer = new Announcer();
      heard(announcer, ...slowly(0, 4));
      assert.deepEqual(heard(announcer, kill(5000, by, 0)), []);
      assert.deepEqual(heard(announcer, ...slowly(0, 4, 9000)), []);
    });
  }

  it('forgets one who has left', () => {
    const announcer = new Announcer();
    heard(announcer, ...slowly(0, 4));
    announcer.forget(0);
    assert.deepEqual(heard(announcer, kill(3001, 0, 1)), [], 'neither a row nor a spree');
  });

  it('is heard by clients as it was said', () => {
    const [call] = new Announcer().observe([kill(7, 3, 1), kill(7, 3, 2)]);
    assert.deepEqual(decodeEvent(encodeEvent(call ?? assert.fail()) ?? []), call);
  });
});
