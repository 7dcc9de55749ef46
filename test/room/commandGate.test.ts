import assert from 'node:assert/strict';
import fc from 'fast-check';
import { COMMANDS } from '#shared/tuning.ts';
import type { Plan } from '../../server/rooms/commandGate.ts';
import { Queue } from '../support/queue.ts';
import { holds } from '../support/random.ts';

const takes = (plans: { take: number }[]) => plans.map(({ take }) => take).join('');

describe('of the waiting commands a tick takes', () => {
  const one: [size: number, take: number, drop: number][] = [
    [1, 1, 0],
    [2, 1, 0],
    [3, 1, 0],
    [4, 1, 0],
    [5, 2, 0],
    [19, 2, 0],
    [20, 2, 1],
    [64, 2, 45],
  ];
  for (const [size, take, drop] of one) {
    it(`${take} of ${size}${drop ? ` after dropping ${drop} that tokens can never work off` : ''}`, () => {
      const queue = new Queue();
      assert.deepEqual(queue.tick(size), { take, drop, coast: false });
    });
  }

  it('one a tick as long as one comes a tick', () => {
    const queue = new Queue();
    assert.equal(takes(queue.ticks(300, 1)), '1'.repeat(300));
    assert.equal(queue.size, 0);
  });

  it('one more, twice a second, while two or more were always waiting', () => {
    const queue = new Queue();
    queue.tick(4);
    const plans = queue.ticks(239, 1);
    assert.deepEqual(
      plans.flatMap(({ take }, i) => (take === 2 ? [i + 2] : [])),
      [1, 2, 3].map((n) => n * COMMANDS.trimTicks),
    );
    assert.equal(queue.size, 0);
  });

  it('no more than one while the queue was short at some moment of the half second', () => {
    const queue = new Queue();
    queue.tick(2);
    for (let i = 0; i < 200; i++) assert.equal(queue.tick(i % 30 === 0 ? 0 : i % 30 === 1 ? 2 : 1).take, 1);
    assert.equal(queue.size, 1);
  });
});

describe('an empty queue', () => {
  it('holds the puck for 9 ticks, then coasts', () => {
    const queue = new Queue();
    queue.tick(1);
    const plans = queue.ticks(12, 0);
    assert.ok(plans.every(({ take, drop }) => take === 0 && drop === 0));
    assert.deepEqual(
      plans.map(({ coast }) => coast),
      [...Array(9).fill(false), true, true, true],
    );
  });

  for (const held of [3, 5, 9]) {
    it(`of ${held} ticks is made up for, at most 2 a tick, when its commands come`, () => {
      const queue = new Queue();
      queue.ticks(10, 1);
      queue.ticks(held, 0);
      queue.tick(held + 1);
      queue.ticks(held + 5, 1);
      assert.ok(queue.steps.every((steps) => steps <= 2));
      assert.equal(
        queue.steps.reduce((sum, steps) => sum + steps),
        queue.steps.length,
        'as many steps as ticks',
      );
      assert.equal(queue.size, 0);
    });
  }

  it('coasts in real time for as long as it lasts', () => {
    const queue = new Queue();
    queue.ticks(600, 0);
    assert.equal(
      queue.steps.reduce((sum, steps) => sum + steps),
      600 - 9,
    );
  });
});

describe('commands that fall now to this side of a tick, now to that', () => {
  const JITTERS: [what: string, arrivals: number[], spare: number][] = [
    ['none and two in turn', [0, 2], 1],
    ['one, none, two', [1, 0, 2], 1],
    ['none twice, then three', [0, 0, 3], 2],
  ];
  for (const [what, arrivals, spare] of JITTERS) {
    it(`run one a tick from then on: ${what}, with ${spare} that wait`, () => {
      const queue = new Queue();
      queue.ticks(10, 1);
      for (let i = 0; i < 20; i++) queue.tick(arrivals[i % arrivals.length] as number);
      const settled = queue.steps.length;
      for (let i = 0; i < 2000; i++) queue.tick(arrivals[(i + 20) % arrivals.length] as number);
      assert.deepEqual(new Set(queue.steps.slice(settled)), new Set([1]));
      assert.equal(queue.gate.spare, spare);
      assert.ok(queue.size <= 2 * spare, `${queue.size} waiting`);
    });
  }

  it('and come in time again have none wait after ten seconds', () => {
    const queue = new Queue();
    queue.ticks(10, 1);
    queue.tick(0);
    queue.tick(2);
    assert.deepEqual([queue.size, queue.gate.spare], [1, 1]);
    queue.ticks(1300, 1);
    assert.deepEqual([queue.size, queue.gate.spare], [0, 0]);
  });

  it('are told from a stall, after which none is let wait', () => {
    const queue = new Queue();
    for (let i = 0; i < 10; i++) {
      queue.ticks(60, 1);
      queue.ticks(5, 0);
      queue.tick(6);
    }
    queue.ticks(60, 1);
    assert.deepEqual([queue.size, queue.gate.spare], [0, 0]);
  });
});

describe('a stall', () => {
  for (const ms of [50, 100, 150, 200, 250]) {
    it(`of ${ms} ms heals within a second: two at most are waiting`, () => {
      const ticks = Math.round((ms / 1000) * 60);
      const queue = new Queue();
      queue.ticks(120, 1);
      queue.ticks(ticks, 0);
      queue.tick(ticks + 1);
      queue.ticks(59, 1);
      assert.ok(queue.size <= 2, `${queue.size} waiting`);
      assert.ok(queue.steps.every((steps) => steps <= 2));
    });
  }

  for (const [what, ticks, burst] of [
    ['400 ms', 24, 25],
    ['3 s, after which the 30 unacknowledged commands come', 180, 30],
  ] as const) {
    it(`of ${what} heals within a second, by dropping what was coasted and can never be made up for`, () => {
      const queue = new Queue();
      queue.ticks(120, 1);
      queue.ticks(ticks, 0);
      assert.equal(queue.tick(burst).drop, burst - 15 - 1);
      queue.ticks(59, 1);
      assert.ok(queue.size <= 2, `${queue.size} waiting`);
    });
  }
});

describe('no window of time holds more steps than its ticks and 15', () => {
  const senders: [what: string, arrivals: (tick: number) => number][] = [
    ['sends three times too fast', () => 3],
    ['sends half as much again', (tick) => 1 + (tick % 2)],
    ['sends 64 at once, once a second', (tick) => (tick % 60 === 0 ? 64 : 0)],
    ['is silent for 9 ticks, then sends 18', (tick) => (tick % 10 === 9 ? 18 : 0)],
    ['is silent for 20 ticks, then sends 40', (tick) => (tick % 21 === 20 ? 40 : 0)],
  ];
  for (const [what, arrivals] of senders) {
    it(`for one who ${what}`, () => {
      const queue = new Queue();
      for (let tick = 0; tick < 1200; tick++) queue.tick(arrivals(tick));
      assert.ok(queue.mostAhead <= 15, `${queue.mostAhead}`);
    });
  }

  /** A hostile client's schedule: silences, trickles and bursts, each for some ticks, over and over. */
  const stretch = fc.oneof(
    fc.record({ ticks: fc.nat(40), arrivals: fc.constant(0) }),
    fc.record({ ticks: fc.integer({ min: 1, max: 30 }), arrivals: fc.constantFrom(1, 1, 2, 3) }),
    fc.record({ ticks: fc.integer({ min: 1, max: 3 }), arrivals: fc.nat(70) }),
  );
  const schedule = fc.array(stretch, { minLength: 1, maxLength: 40 });

  const isSound = (queue: Queue, plan: Plan): void => {
    assert.ok(plan.take >= 0 && plan.take <= 2 && plan.drop >= 0 && queue.size >= 0);
    assert.ok(plan.take + (plan.coast ? 1 : 0) <= 2);
    assert.ok(queue.gate.tokens >= 0 && queue.gate.tokens <= 15 && queue.gate.spare >= 0);
  };

  it('for any schedule of silences, trickles and bursts', () => {
    holds(
      1000,
      fc.property(schedule, (stretches) => {
        const queue = new Queue();
        for (const { ticks, arrivals } of stretches) for (let tick = 0; tick < ticks; tick++) isSound(queue, queue.tick(arrivals));
        assert.ok(queue.mostAhead <= 15, `${queue.mostAhead}`);
      }),
    );
  });

  it('for one who knows the gate by heart and sends what makes the next tick take most', () => {
    holds(
      300,
      fc.property(fc.array(fc.nat(12), { minLength: 20, maxLength: 60 }), (silences) => {
        const queue = new Queue();
        for (const silence of silences) {
          for (let tick = 0; tick < silence; tick++) isSound(queue, queue.tick(0));
          // As long as there are tokens for two there are commands for two.
          for (let tick = 0; queue.gate.tokens > 0 && tick < 40; tick++) isSound(queue, queue.tick(Math.max(0, 6 - queue.size)));
        }
        assert.ok(queue.mostAhead > 0 && queue.mostAhead <= 15, `${queue.mostAhead}`);
      }),
    );
  });

  it('and a queue is short again after a second of regular arrivals, whatever came before', () => {
    holds(
      300,
      fc.property(fc.array(fc.nat(20), { maxLength: 200 }), (pattern) => {
        const queue = new Queue();
        for (const count of pattern) queue.tick(count);
        queue.ticks(120, 1);
        assert.ok(queue.size <= 4, `${queue.size} waiting`);
      }),
    );
  });
});
