import assert from 'node:assert/strict';
import { ffa } from '#shared/modes/ffa.ts';
import { tdm } from '#shared/modes/tdm.ts';
import type { World } from '#shared/sim/types.ts';
import { createWorld, joinPuck } from '#shared/sim/world.ts';
import { MAX_PUCKS } from '#shared/tuning.ts';
import { botsBySide, freeSlot, movesToBalance, peopleBySide, sideToJoin } from '../../server/rooms/teams.ts';
import { hall } from '../support/maps.ts';

/** A world with people (`p`) and bots (`b`) by slot. */
function seated(seats: string, mode = tdm, teamScores: number[] = []): World {
  const world = createWorld({ map: hall(30, 20), mode, seed: 1 });
  [...seats].forEach((who, slot) => {
    if (who !== '.') joinPuck(world, { slot, name: who, bot: who === 'b', team: slot % Math.max(1, mode.teams) });
  });
  teamScores.forEach((score, team) => {
    world.teamScores[team] = score;
  });
  return world;
}

describe('a person joins the team', () => {
  for (const [what, seats, scores, side] of [
    ['that is first, when all is even', '', [], 0],
    ['with fewer people', 'p', [], 1],
    ['with fewer people, bots do not count', 'pb.b.b', [], 1],
    ['with fewer people, even if it leads', 'p', [0, 9], 1],
    ['that is behind, with as many people', 'pp', [3, 1], 1],
    ['that is first, with as many people and points', 'pp', [2, 2], 0],
  ] as const) {
    it(what, () => assert.equal(sideToJoin(seated(seats, tdm, [...scores])), side));
  }

  it('of all, where there are none', () => {
    const world = seated('ppp.p', ffa);
    assert.deepEqual([sideToJoin(world), peopleBySide(world), freeSlot(world, 0)], [0, [4], 3]);
  });
});

describe('a seat', () => {
  it('of a team is its lowest free one, every other', () => {
    const world = seated('pp.pp');
    assert.deepEqual([freeSlot(world, 0), freeSlot(world, 1)], [2, 5]);
    assert.equal(freeSlot(seated('p'.repeat(MAX_PUCKS)), 1), -1);
  });
});

describe('bots', () => {
  const cases: [people: number[], target: number, bots: number[]][] = [
    [[1], 6, [5]],
    [[6], 6, [0]],
    [[9], 6, [0]],
    [[3], 0, [0]],
    [[1, 0], 6, [2, 3]],
    [[3, 3], 6, [0, 0]],
    [[4, 2], 6, [0, 2]],
    [[1, 0], 5, [2, 3]],
    [[2, 0], 0, [0, 0]],
    [[8, 7], 16, [0, 1]],
  ];
  for (const [people, target, bots] of cases) {
    it(`beside ${people.join(' and ')} people with a target of ${target} are ${bots.join(' and ')}`, () =>
      assert.deepEqual(botsBySide(people, target), bots));
  }
});

describe('for a new match', () => {
  const cases: [what: string, seats: string, moves: { slot: number; side: number }[]][] = [
    ['nobody moves when teams are even', 'pppp', []],
    ['nobody moves for a difference of one', 'ppp', []],
    ['the last moves of two against none', 'p.p', [{ slot: 2, side: 1 }]],
    ['bots are no weight', 'pbpb', [{ slot: 2, side: 1 }]],
    [
      'as many move as it takes',
      '.p.p.p.p.p',
      [
        { slot: 9, side: 0 },
        { slot: 7, side: 0 },
      ],
    ],
  ];
  for (const [what, seats, moves] of cases) it(what, () => assert.deepEqual(movesToBalance(seated(seats)), moves));

  it('nobody ever moves without teams', () => assert.deepEqual(movesToBalance(seated('ppp.p.p', ffa)), []));
});
