import assert from 'node:assert/strict';
import { ctf } from '#shared/modes/ctf.ts';
import { isDashing } from '#shared/sim/puck.ts';
import type { Objective, Puck, SimEvent } from '#shared/sim/types.ts';
import { FLAGS } from '#shared/tuning.ts';
import { Arena } from '../support/arena.ts';
import { drawnMap } from '../support/maps.ts';

const ROW = `#${'.'.repeat(26)}#`;
const MAP = drawnMap([
  '#'.repeat(28),
  `#0${'.'.repeat(24)}1#`,
  ROW,
  `#.F${'.'.repeat(22)}f.#`,
  ROW,
  ROW,
  `#0${'.'.repeat(24)}1#`,
  '#'.repeat(28),
]);

/** Far from both flags. */
const AWAY = { x: 700, y: 264 };

/** Pucks 0 and 2 against 1 and 3, all away from the flags. */
class Field extends Arena {
  readonly pucks: Puck[];
  readonly own: Objective;
  readonly theirs: Objective;
  readonly homes: { x: number; y: number }[];

  constructor(settings = {}) {
    super(MAP, ctf, settings);
    this.pucks = [0, 1, 2, 3].map((slot) => this.puck(slot, AWAY.x + slot * 90, AWAY.y));
    [this.own, this.theirs] = this.world.objectives as [Objective, Objective];
    this.homes = this.world.objectives.map(({ x, y }) => ({ x, y }));
  }

  /** A puck is at a place, for a tick. */
  stand(slot: number, { x, y }: { x: number; y: number }): SimEvent[] {
    Object.assign(this.pucks[slot] as Puck, { x, y, vx: 0, vy: 0 });
    return this.tick();
  }

  /** Puck 0 has the enemy's flag, away from home. */
  taken(): this {
    this.stand(0, this.theirs);
    this.stand(0, AWAY);
    assert.deepEqual([this.theirs.state, this.theirs.holder], ['held', 0]);
    return this;
  }

  get acts(): (readonly [number, number, string])[] {
    return this.all('flag').map(({ slot, team, act }) => [slot, team, act] as const);
  }
}

describe('a flag', () => {
  it('is at its base, one for each team', () => {
    const { world, homes } = new Field();
    assert.deepEqual(
      world.objectives.map(({ kind, team, state, holder }) => ({ kind, team, state, holder })),
      [0, 1].map((team) => ({ kind: 'flag', team, state: 'idle', holder: -1 })),
    );
    assert.deepEqual(
      homes,
      world.map.flags.map(({ x, y }) => ({ x, y })),
    );
  });

  for (const [distance, taken] of [
    [FLAGS.touch, true],
    [FLAGS.touch + 1, false],
  ] as const) {
    it(`${taken ? 'is taken' : 'stays'} when an enemy is ${distance} units away`, () => {
      const field = new Field();
      field.stand(0, { x: field.theirs.x - distance, y: field.theirs.y });
      assert.equal(field.theirs.state, taken ? 'held' : 'idle');
      assert.equal(field.pucks[0]?.carries, taken ? 1 : -1);
      assert.deepEqual(field.acts, taken ? [[0, 1, 'taken']] : []);
    });
  }

  it('is not taken by its own team', () => {
    const field = new Field();
    field.stand(1, field.theirs);
    assert.deepEqual([field.theirs.state, field.acts.length], ['idle', 0]);
  });

  it('goes where its carrier goes, who gets a tick for each', () => {
    const field = new Field().taken();
    field.ticks(30, { 0: { mx: 127 } });
    const [carrier] = field.pucks as [Puck];
    assert.deepEqual([field.theirs.x, field.theirs.y], [carrier.x, carrier.y]);
    assert.equal(carrier.objectiveTicks, 31);
  });

  it('keeps its carrier from dashing, and no charge is lost', () => {
    const field = new Field().taken();
    const [carrier, other] = field.pucks as [Puck, Puck];
    field.tick({ 0: { dash: true, mx: 127 }, 1: { dash: true, mx: 127 } });
    assert.deepEqual([isDashing(carrier), isDashing(other)], [false, true]);
    assert.ok(carrier.dashFullAt < carrier.step);
  });

  it('is dropped where its carrier dies', () => {
    const field = new Field().taken();
    const { x, y } = field.pucks[0] as Puck;
    field.kill(1, 0);
    assert.deepEqual([field.theirs.state, field.theirs.holder, field.theirs.x, field.theirs.y], ['loose', -1, x, y]);
    assert.equal(field.theirs.untilTick, field.world.tick + 12 * 60);
    assert.deepEqual(field.acts.at(-1), [0, 1, 'dropped']);
    assert.equal(field.pucks[0]?.carries, -1);
  });

  it('is dropped where its carrier leaves, even if the seat is taken again at once', () => {
    for (const again of [false, true]) {
      const field = new Field().taken();
      field.leave(0);
      if (again) field.join(0);
      field.tick();
      assert.deepEqual([field.theirs.state, field.theirs.x, field.theirs.y], ['loose', AWAY.x, AWAY.y]);
      assert.equal(field.world.pucks[0]?.carries, -1);
    }
  });

  describe('that lies about', () => {
    const loose = () => {
      const field = new Field().taken();
      field.kill(1, 0);
      for (const puck of field.pucks) Object.assign(puck, { x: 300, y: 264 });
      return field;
    };

    it("goes home at a team mate's touch, for a point of theirs", () => {
      const field = loose();
      const before = field.pucks[1]?.score as number;
      field.stand(1, field.theirs);
      assert.deepEqual({ x: field.theirs.x, y: field.theirs.y }, field.homes[1]);
      assert.equal(field.theirs.state, 'idle');
      assert.deepEqual(field.acts.at(-1), [1, 1, 'returned']);
      assert.equal(field.pucks[1]?.score, before + 1);
    });

    it('is taken on by an enemy', () => {
      const field = loose();
      field.stand(2, field.theirs);
      assert.deepEqual([field.theirs.state, field.theirs.holder, field.theirs.untilTick], ['held', 2, 0]);
    });

    it('goes home by itself after 12 s', () => {
      const field = loose();
      const dropped = field.all('flag').at(-1)?.tick as number;
      field.ticksUntil(() => field.theirs.state === 'idle', 800);
      assert.equal(field.world.tick - dropped, 12 * 60);
      assert.deepEqual({ x: field.theirs.x, y: field.theirs.y }, field.homes[1]);
      assert.deepEqual(field.acts.at(-1), [-1, 1, 'returned']);
    });
  });
});

describe('a capture', () => {
  it('is made at home, for a point of the team and five of the puck', () => {
    const field = new Field().taken();
    field.stand(0, field.own);
    assert.deepEqual(field.world.teamScores, [1, 0]);
    assert.deepEqual([field.pucks[0]?.score, field.pucks[0]?.carries], [FLAGS.capturePoints, -1]);
    assert.deepEqual(field.acts.at(-1), [0, 1, 'captured']);
    assert.deepEqual([field.theirs.state, field.theirs.x], ['idle', field.homes[1]?.x]);
  });

  it('waits until the own flag is at home', () => {
    const field = new Field().taken();
    field.stand(1, field.own);
    field.stand(1, AWAY);
    assert.equal(field.own.state, 'held');
    field.stand(0, field.homes[0] as Puck);
    field.ticks(10);
    assert.deepEqual([field.world.teamScores[0], field.pucks[0]?.carries], [0, 1]);
    field.kill(0, 1);
    assert.deepEqual([field.own.state, field.world.teamScores[0]], ['loose', 0]);
    field.stand(2, field.own);
    // The flag comes home after the carrier was asked: it counts in the next tick at the latest.
    field.tick();
    assert.deepEqual([field.own.state, field.world.teamScores[0]], ['idle', 1]);
  });

  it('ends the match when it is the last that was missing', () => {
    const field = new Field();
    for (let count = 1; count <= FLAGS.scoreLimit; count++) {
      assert.equal(field.world.phase, 'live');
      field.taken().stand(0, field.own);
    }
    assert.deepEqual([field.world.phase, ...field.world.teamScores], ['results', FLAGS.scoreLimit, 0]);
  });

  it('decides in sudden death, which comes when captures are even after 6 min', () => {
    const field = new Field();
    assert.equal(
      field.ticksUntil(() => field.world.phase !== 'live', 30_000),
      6 * 60 * 60,
    );
    assert.equal(field.world.phase, 'overtime');
    field.taken();
    assert.equal(field.world.phase, 'overtime');
    field.stand(0, field.own);
    assert.deepEqual([field.world.phase, ...field.world.teamScores], ['results', 1, 0]);
  });

  it('that nobody makes in 2 min of sudden death leaves a draw', () => {
    const field = new Field({ timeLimitTicks: 60 });
    field.ticksUntil(() => field.world.phase === 'overtime');
    assert.equal(
      field.ticksUntil(() => field.world.phase === 'results', 10_000),
      2 * 60 * 60,
    );
  });
});

describe('a kill', () => {
  for (const [what, by, victim, points] of [
    ['of an enemy is a point of the puck', 0, 1, 1],
    ['of a mate is none', 0, 2, 0],
    ['of oneself is none', 0, 0, 0],
  ] as const) {
    it(`${what}, and none of the team`, () => {
      const field = new Field({ friendlyFire: true });
      field.kill(by, victim, { bounces: 3 });
      assert.deepEqual([field.pucks[by]?.score, ...field.world.teamScores], [points, 0, 0]);
    });
  }
});

describe('a map', () => {
  const without = (...letters: string[]) => {
    const rows = ['#'.repeat(10), '#0......1#', '#.F....f.#', '#........#', '#0......1#', '#'.repeat(10)];
    return drawnMap(rows.map((row) => [...row].map((letter) => (letters.includes(letter) ? '.' : letter)).join('')));
  };
  it('needs a flag and a spawn for each team', () => {
    assert.equal(ctf.lacks?.(without()), undefined);
    assert.match(ctf.lacks?.(without('F')) ?? '', /flag of team 0/);
    assert.match(ctf.lacks?.(without('f')) ?? '', /flag of team 1/);
    assert.match(ctf.lacks?.(without('1')) ?? '', /spawn for team 1/);
  });
});
