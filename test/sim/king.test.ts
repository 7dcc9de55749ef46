import assert from 'node:assert/strict';
import { king } from '#shared/modes/king.ts';
import type { Objective } from '#shared/sim/types.ts';
import { HILL } from '#shared/tuning.ts';
import { Arena } from '../support/arena.ts';
import { drawnMap } from '../support/maps.ts';

const ROW = `#${'.'.repeat(26)}#`;
const MAP = drawnMap([
  '#'.repeat(28),
  `#0${'.'.repeat(24)}1#`,
  ROW,
  `#...HHH${'.'.repeat(13)}HHH....#`,
  `#...HHH${'.'.repeat(13)}HHH....#`,
  ROW,
  `#0${'.'.repeat(24)}1#`,
  '#'.repeat(28),
]);
const AWAY = { x: 13 * 48, y: 6 * 48 };

/** Pucks 0 and 2 against 1 and 3, none of them on the hill. */
class Hill extends Arena {
  readonly zone: Objective;

  constructor(settings = {}) {
    super(MAP, king, settings);
    for (const slot of [0, 1, 2, 3]) this.puck(slot, AWAY.x, AWAY.y);
    this.zone = this.world.objectives[0] as Objective;
  }

  /** The pucks on the hill are these, and no others. */
  on(...slots: number[]): void {
    for (const puck of this.world.pucks.slice(0, 4)) {
      const { x, y } = slots.includes(puck.slot) ? this.zone : AWAY;
      Object.assign(puck, { x, y });
    }
  }

  get acts(): (readonly [number, string])[] {
    return this.all('zone').map(({ team, act }) => [team, act] as const);
  }
}

describe('the hill', () => {
  const settles: [who: number[], state: string, team: number, act: string | undefined][] = [
    [[], 'idle', -1, undefined],
    [[0], 'held', 0, 'held'],
    [[3], 'held', 1, 'held'],
    [[0, 2], 'held', 0, 'held'],
    [[0, 1], 'contested', -1, 'contested'],
    [[0, 1, 2, 3], 'contested', -1, 'contested'],
  ];
  for (const [who, state, team, act] of settles) {
    it(`with pucks ${who.join(', ') || 'of nobody'} on it is ${state}`, () => {
      const hill = new Hill();
      hill.on(...who);
      hill.ticks(3);
      assert.deepEqual([hill.zone.state, hill.zone.team], [state, team]);
      assert.deepEqual(hill.acts, act ? [[team, act]] : []);
    });
  }

  it('counts a puck whose centre is within its edges, and no dead one', () => {
    const hill = new Hill();
    const { x, y, halfWidth, halfHeight } = hill.zone;
    assert.deepEqual([halfWidth, halfHeight], [72, 48]);
    const [puck] = hill.world.pucks;
    for (const [dx, dy, state] of [
      [halfWidth, halfHeight, 'held'],
      [halfWidth + 1, 0, 'idle'],
      [0, halfHeight + 1, 'idle'],
    ] as const) {
      Object.assign(puck ?? {}, { x: x + dx, y: y + dy });
      hill.tick();
      assert.equal(hill.zone.state, state);
    }
    hill.on(0);
    hill.kill(1, 0);
    assert.equal(hill.zone.state, 'idle');
  });

  it('gives a point at each full second of the clock to the team alone on it, and to each who is there', () => {
    const hill = new Hill();
    hill.on(0, 2);
    hill.ticks(59);
    assert.deepEqual(hill.world.teamScores, [0, 0]);
    hill.tick();
    assert.deepEqual(hill.world.teamScores, [1, 0]);
    hill.on(0);
    hill.ticks(120);
    assert.deepEqual(hill.world.teamScores, [3, 0]);
    assert.deepEqual(
      hill.world.pucks.slice(0, 4).map(({ score, objectiveTicks }) => [score, objectiveTicks]),
      [
        [3, 180],
        [0, 0],
        [1, 60],
        [0, 0],
      ],
    );
  });

  it('gives nothing while it is contested or empty', () => {
    const hill = new Hill();
    hill.on(1);
    hill.ticks(59);
    hill.on(0, 1);
    hill.ticks(200);
    hill.on();
    hill.ticks(100);
    assert.deepEqual(hill.world.teamScores, [0, 0]);
    hill.on(1);
    hill.ticks(2);
    assert.deepEqual(hill.world.teamScores, [0, 1]);
    assert.deepEqual(hill.acts, [
      [1, 'held'],
      [-1, 'contested'],
      [-1, 'lost'],
      [1, 'held'],
    ]);
  });

  it('moves to another place every 45 s, and back where there are two', () => {
    const hill = new Hill();
    const [first, second] = MAP.zones.map(({ x, y }) => [x, y]);
    const places = [0, 1, 2].map(() => {
      const { x, y } = hill.zone;
      const { round } = hill.world;
      const until = hill.zone.untilTick - hill.world.tick;
      hill.ticks(HILL.moveTicks - 1);
      assert.deepEqual([hill.zone.x, hill.zone.y], [x, y]);
      hill.tick();
      return [round, until, x, y];
    });
    assert.deepEqual(places, [
      [1, 2700, ...(first as number[])],
      [2, 2700, ...(second as number[])],
      [3, 2700, ...(first as number[])],
    ]);
    assert.equal(hill.acts.filter(([, act]) => act === 'moved').length, 3);
  });

  it('is lost to who stands where it was', () => {
    const hill = new Hill();
    hill.ticks(HILL.moveTicks - 10);
    hill.on(0);
    hill.ticks(9);
    assert.equal(hill.zone.state, 'held');
    hill.tick();
    assert.equal(hill.zone.state, 'idle');
    assert.deepEqual(
      hill.acts.slice(-2).map(([, act]) => act),
      ['moved', 'lost'],
    );
  });
});

describe('king of the hill', () => {
  it('is over at 60 s', () => {
    const hill = new Hill();
    hill.world.teamScores[1] = 59;
    hill.on(1);
    hill.ticks(60);
    assert.deepEqual([hill.world.phase, hill.world.teamScores[1]], ['results', 60]);
  });

  it('kills are no points', () => {
    const hill = new Hill();
    hill.on(0);
    hill.kill(0, 1, { bounces: 3 });
    assert.deepEqual([hill.world.pucks[0]?.score, ...hill.world.teamScores], [0, 0, 0]);
  });

  it('that is even after 5 min is decided by the next second on the hill', () => {
    const hill = new Hill();
    assert.equal(
      hill.ticksUntil(() => hill.world.phase !== 'live', 20_000),
      5 * 60 * 60,
    );
    assert.equal(hill.world.phase, 'overtime');
    hill.on(3);
    hill.ticks(59);
    assert.equal(hill.world.phase, 'overtime');
    hill.tick();
    assert.deepEqual([hill.world.phase, ...hill.world.teamScores], ['results', 0, 1]);
  });

  it('needs a hill and spawns for both teams', () => {
    const rows = ['#'.repeat(10), '#0......1#', '#........#', '#...HH...#', '#...HH...#', '#0......1#', '#'.repeat(10)];
    const without = (letter: string) => drawnMap(rows.map((row) => row.replaceAll(letter, '.')));
    assert.equal(king.lacks?.(drawnMap(rows)), undefined);
    assert.match(king.lacks?.(without('H')) ?? '', /hill/);
    assert.match(king.lacks?.(without('0')) ?? '', /spawn for team 0/);
  });
});
