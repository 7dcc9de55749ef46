import assert from 'node:assert/strict';
import { last } from '#shared/modes/last.ts';
import { objective } from '#shared/sim/objectives.ts';
import type { Objective } from '#shared/sim/types.ts';
import { LAST } from '#shared/tuning.ts';
import { clockFace, clockText } from '../../client/ui/hud/clock.ts';
import { type ObjectiveFacts, objectiveLines } from '../../client/ui/hud/objectiveLines.ts';
import { outcomeOf } from '../../client/ui/outcome.ts';

const S = 60;

describe('the lines about objectives', () => {
  const NAMES = ['Ada', 'Bob', 'Cyd'];
  const facts = (objectives: Objective[], more: Partial<ObjectiveFacts> = {}): ObjectiveFacts => ({
    objectives,
    tick: 1000,
    round: 0,
    me: 0,
    ownTeam: 0,
    lasting: false,
    alive: 4,
    pucks: 6,
    nameOf: (slot) => NAMES[slot] ?? '',
    ...more,
  });
  const texts = (objectives: Objective[], more: Partial<ObjectiveFacts> = {}): string[] =>
    objectiveLines(facts(objectives, more)).map(({ text, urgent }) => (urgent ? `! ${text}` : text));

  const home = objective('flag', 0, 0, { team: 0 });
  const carried = objective('flag', 0, 0, { team: 0, state: 'held', holder: 1 });
  const taken = objective('flag', 0, 0, { team: 1, state: 'held', holder: 0 });
  const dropped = objective('flag', 0, 0, { team: 1, state: 'loose', untilTick: 1000 + 8 * S });

  it('tell where each flag is, from one’s own side', () => {
    assert.deepEqual(texts([home, dropped]), ['Your flag: at home', '! Enemy flag: dropped, 8\u00a0s']);
    assert.deepEqual(texts([carried, taken]), ['! Your flag: with Bob', '! You carry it: bring it home']);
    assert.deepEqual(texts([carried, taken], { me: 2 }), ['! Your flag: with Bob', 'Enemy flag: with Ada']);
  });

  it('name the teams to who has none', () => {
    assert.deepEqual(texts([home, dropped], { me: -1, ownTeam: -1 }), ['Blue flag: at home', '! Orange flag: dropped, 8\u00a0s']);
  });

  it('tell who holds the zone and when it moves', () => {
    const zone = (state: Objective['state'], team: number): Objective => objective('zone', 0, 0, { state, team, untilTick: 1000 + 12 * S });
    assert.deepEqual(texts([zone('held', 0)]), ['Hill: Your team, moves in 12\u00a0s']);
    assert.deepEqual(texts([zone('held', 1)]), ['! Hill: The enemy, moves in 12\u00a0s']);
    assert.deepEqual(texts([zone('held', 1)], { ownTeam: -1 }), ['Hill: Orange, moves in 12\u00a0s']);
    assert.deepEqual(texts([zone('contested', -1)]), ['! Hill: contested, moves in 12\u00a0s']);
    assert.deepEqual(texts([zone('idle', -1)]), ['Hill: free, moves in 12\u00a0s']);
  });

  it('tell of the round, of the arena that closes in, and who lives where the dead stay dead', () => {
    const bounds = (from: number, until: number, state: Objective['state'] = 'idle'): Objective =>
      objective('bounds', 0, 0, { state, fromTick: 1000 + from * S, untilTick: 1000 + until * S });
    const round = { round: 3, ownTeam: -1, lasting: true };
    assert.deepEqual(texts([bounds(5, 50)], round), ['Round 3: closes in 5\u00a0s', '4 of 6 alive']);
    assert.deepEqual(texts([bounds(-5, 40)], round), ['! Round 3: closing in', '4 of 6 alive']);
    assert.deepEqual(texts([bounds(-60, -5)], round), ['! Round 3: closed in', '4 of 6 alive']);
    assert.deepEqual(texts([bounds(2, 2, 'held')], round), ['Next round in 2\u00a0s', '4 of 6 alive']);
  });
});

describe('the clock', () => {
  const face = { phase: 'live', tick: 100, endTick: 100 + 90 * S, mode: {}, objectives: [] } as const;

  it('counts down, rounded up', () => {
    assert.deepEqual([0, 1, 60, 61, 3600, -5].map(clockText), ['0:00', '0:01', '0:01', '0:02', '1:00', '0:00']);
  });

  it('counts to the end of the match, or to what the mode says', () => {
    assert.deepEqual(clockFace(face), { text: '1:30', label: '', ending: false });
    assert.deepEqual(clockFace({ ...face, mode: { clockTick: () => 100 + 20 * S } }), { text: '0:20', label: '', ending: false });
    assert.deepEqual(clockFace({ ...face, mode: { clockTick: () => undefined } }), { text: '1:30', label: '', ending: false });
    assert.deepEqual(clockFace({ ...face, endTick: 100 + 9 * S }), { text: '0:09', label: '', ending: true });
  });

  it('counts to the end of a round where there are rounds, also once the arena has closed in, and between them to the next', () => {
    const { closeToTicks, roundTicks } = LAST;
    const bounds = (state: Objective['state'], untilTick: number) => [objective('bounds', 0, 0, { state, untilTick })];
    const late = closeToTicks + 5 * S;
    const round = { ...face, endTick: 100_000, mode: last };
    assert.equal(clockFace({ ...round, tick: late, objectives: bounds('idle', closeToTicks) })?.text, clockText(roundTicks - late));
    assert.equal(clockFace({ ...round, tick: late, objectives: bounds('held', late + 2 * S) })?.text, '0:02');
  });

  it('knows overtime and free play, and rests otherwise', () => {
    assert.deepEqual(clockFace({ ...face, phase: 'overtime' }), { text: '1:30', label: 'Overtime', ending: true });
    assert.equal(clockFace({ ...face, phase: 'waiting' })?.text, 'Free play');
    assert.equal(clockFace({ ...face, phase: 'countdown' }), undefined);
    assert.equal(clockFace({ ...face, phase: 'results' }), undefined);
  });
});

describe('the outcome', () => {
  const players = [
    { slot: 2, score: 4 },
    { slot: 5, score: 7 },
  ];

  it('is the best player’s, or the best team’s where there are teams', () => {
    assert.deepEqual(outcomeOf(0, [], players), { kind: 'player', slot: 5 });
    assert.deepEqual(outcomeOf(2, [3, 1], players), { kind: 'team', team: 0 });
  });

  it('is a draw when several are at the top, or nobody is there', () => {
    assert.deepEqual(outcomeOf(0, [], [...players, { slot: 6, score: 7 }]), { kind: 'draw' });
    assert.deepEqual(outcomeOf(2, [2, 2], players), { kind: 'draw' });
    assert.deepEqual(outcomeOf(0, [], []), { kind: 'draw' });
  });
});
