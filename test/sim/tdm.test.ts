import assert from 'node:assert/strict';
import { tdm } from '#shared/modes/tdm.ts';
import { TEAMS } from '#shared/tuning.ts';
import { Arena } from '../support/arena.ts';
import { hall } from '../support/maps.ts';

/** Pucks 0 and 2 against 1 and 3, live. */
function twoByTwo(settings = {}): Arena {
  const arena = new Arena(hall(30, 20), tdm, settings);
  for (const slot of [0, 1, 2, 3]) arena.puck(slot, 300 + slot * 200, 480);
  return arena;
}

const scores = ({ world }: Arena) => [...world.teamScores, ...world.pucks.slice(0, 4).map(({ score }) => score)];

describe('team deathmatch', () => {
  const kills: [what: string, by: number, victim: number, bounces: number, friendlyFire: boolean, scores: number[]][] = [
    ['a direct kill is a point', 0, 1, 0, false, [1, 0, 1, 0, 0, 0]],
    ['a kill after a bounce is a point', 3, 2, 1, false, [0, 1, 0, 0, 0, 1]],
    ['a kill after two bounces is two', 1, 2, 2, false, [0, 2, 0, 2, 0, 0]],
    ['a death by the own bolt takes one', 3, 3, 2, false, [0, -1, 0, 0, 0, -1]],
    ['a kill of a mate takes one', 0, 2, 3, true, [-1, 0, -1, 0, 0, 0]],
  ];
  for (const [what, by, victim, bounces, friendlyFire, then] of kills) {
    it(`${what}, for the team as for the puck`, () => {
      const arena = twoByTwo({ friendlyFire });
      arena.kill(by, victim, { bounces });
      assert.deepEqual(scores(arena), then);
    });
  }

  it('is over at 50 points of a team, not of a puck', () => {
    const arena = twoByTwo();
    const { world } = arena;
    world.teamScores[0] = TEAMS.scoreLimit - 2;
    arena.kill(0, 1);
    assert.equal(world.phase, 'live');
    arena.kill(2, 3);
    assert.deepEqual([world.phase, world.teamScores[0]], ['results', 50]);
  });

  it('that is tied after 5 min goes on until a team leads', () => {
    const arena = twoByTwo();
    const { world } = arena;
    assert.equal(
      arena.ticksUntil(() => world.phase !== 'live', 20_000),
      5 * 60 * 60,
    );
    assert.equal(world.phase, 'overtime');
    arena.ticks(100);
    arena.kill(1, 2);
    assert.deepEqual([world.phase, ...world.teamScores], ['results', 0, 1]);
  });

  it('that stays tied is a draw after a minute more', () => {
    const arena = twoByTwo({ timeLimitTicks: 60 });
    const { world } = arena;
    arena.ticksUntil(() => world.phase === 'overtime');
    assert.equal(
      arena.ticksUntil(() => world.phase === 'results', 4000),
      60 * 60,
    );
    assert.deepEqual(world.teamScores, [0, 0]);
  });

  it('that one leads at the end is over at once', () => {
    const arena = twoByTwo({ timeLimitTicks: 60 });
    arena.kill(0, 1);
    arena.ticksUntil(() => arena.world.phase !== 'live');
    assert.equal(arena.world.phase, 'results');
  });
});
