// Every mode on every map that claims it: bots play a short match to its results, by the steps of a room, recorded. Whoever
// adds a mode or a map has it tested here without a line.

import assert from 'node:assert/strict';
import { MODES } from '#shared/modes/index.ts';
import { ReplayPlayer } from '#shared/replay/play.ts';
import type { Mode } from '#shared/sim/mode.ts';
import { isPlaying } from '#shared/sim/phase.ts';
import { isTied, topScore } from '#shared/sim/scores.ts';
import type { Puck, World } from '#shared/sim/types.ts';
import { PUCK, TICK_HZ } from '#shared/tuning.ts';
import { HeadlessMatch } from '../../scripts/support/headless.ts';
import { shippedIds, shippedMap } from '../support/maps.ts';
import { depthInWalls } from '../support/random.ts';

const BOTS = 8;
const COUNTDOWN_TICKS = 30;
/** Short, and of the mode's own kind: a share of its limits, a capture at least. */
const shortOf = ({ scoreLimit, timeLimitTicks }: Mode) => ({
  scoreLimit: Math.max(1, Math.floor(scoreLimit / 5)),
  timeLimitTicks: Math.min(timeLimitTicks, 90 * TICK_HZ),
});

/** Where the match stood after the tick before. */
interface Before {
  playing: boolean;
  scores: number[];
  alive: boolean[];
}

const scoresOf = ({ pucks, teamScores }: World): number[] => [...teamScores, ...pucks.map(({ score }) => score)];
const snapshot = (world: World): Before => ({
  playing: isPlaying(world),
  scores: scoresOf(world),
  alive: world.pucks.map(({ alive }) => alive),
});

/** What has to hold after each tick, whatever the mode. */
function checkTick(world: World, before: Before): void {
  const living = world.pucks.filter((puck) => puck.active && puck.alive);
  for (const { slot, x, y } of living) {
    assert.equal(depthInWalls(world.map, x, y, PUCK.radius - 1 / 8, true), 0, `puck ${slot} is in a wall at ${x},${y}`);
  }
  if (!before.playing && !isPlaying(world)) assert.deepEqual(scoresOf(world), before.scores, 'scores change outside the match');
  if (isPlaying(world)) assert.ok(topScore(world) < world.scoreLimit, 'it goes on though it is decided');
  checkFlags(world);
  checkZone(world, living);
  checkLives(world, before);
}

function checkFlags(world: World): void {
  const flags = world.objectives.filter(({ kind }) => kind === 'flag');
  flags.forEach((flag, index) => {
    assert.equal(flag.state === 'held', flag.holder >= 0, 'a flag is held by somebody');
    if (flag.holder < 0) return;
    const carrier = world.pucks[flag.holder] as Puck;
    assert.ok(carrier.active && carrier.alive, `the flag of ${flag.team} is carried by the dead`);
    assert.notEqual(carrier.team, flag.team, 'a flag is carried by the enemy');
    assert.equal(carrier.carries, index, 'carrier and flag know each other');
  });
  for (const puck of world.pucks) {
    const carried = flags.filter(({ holder }) => holder === puck.slot).length;
    if (puck.alive && flags.length > 0) assert.equal(carried, puck.carries >= 0 ? 1 : 0, `puck ${puck.slot} carries ${carried} flags`);
  }
}

function checkZone(world: World, living: Puck[]): void {
  if (!isPlaying(world)) return;
  for (const zone of world.objectives.filter(({ kind }) => kind === 'zone')) {
    const inside = living.filter(({ x, y }) => Math.abs(x - zone.x) <= zone.halfWidth && Math.abs(y - zone.y) <= zone.halfHeight);
    const teams = [...new Set(inside.map(({ team }) => team))];
    assert.equal(zone.state, teams.length === 0 ? 'idle' : teams.length === 1 ? 'held' : 'contested');
    assert.equal(zone.team, teams.length === 1 ? teams[0] : -1);
  }
}

/** Whoever the mode does not let live stays dead, unless all begin a round together. */
function checkLives(world: World, before: Before): void {
  if (!world.mode.mayLive || !before.playing || !isPlaying(world)) return;
  if (world.events.some((event) => event.type === 'round' && event.act === 'began')) return;
  const born = world.pucks.filter(({ slot, alive }) => alive && !before.alive[slot]);
  for (const puck of born) assert.ok(world.mode.mayLive(world, puck), `puck ${puck.slot} came back at ${world.tick}`);
}

/** What ended the match, of what may end it. */
function endingOf(world: World, overtime: boolean): string {
  if (topScore(world) >= world.scoreLimit) return 'score';
  if (world.mode.isWon?.(world)) return 'rounds';
  if (overtime) return isTied(world) ? 'end of overtime' : 'overtime';
  const played = world.tick - world.startTick - COUNTDOWN_TICKS;
  assert.ok(played >= world.timeLimitTicks, `it ended after ${played} ticks for no reason`);
  assert.ok(world.mode.overtimeTicks === 0 || !isTied(world), 'a tie is played on where there is overtime');
  return 'time';
}

/** Plays a match. Returns its recording and what ended it. */
function play(mode: Mode, id: string): { bytes: Uint8Array; world: World; ending: string } {
  const match = new HeadlessMatch({
    map: shippedMap(id),
    mode,
    bots: BOTS,
    seed: 11,
    opening: 'waiting',
    countdownTicks: COUNTDOWN_TICKS,
    records: true,
    ...shortOf(mode),
  });
  const { world } = match;
  const most = COUNTDOWN_TICKS + world.timeLimitTicks + mode.overtimeTicks + 2;
  let overtime = false;
  while (world.phase !== 'results') {
    const before = snapshot(world);
    match.step();
    overtime ||= world.phase === 'overtime';
    checkTick(world, before);
    assert.ok(world.tick - world.startTick <= most, 'it never ends');
  }
  const ending = endingOf(world, overtime);
  const atEnd = scoresOf(world);
  for (let i = 0; i < 5 * TICK_HZ; i++) match.step();
  assert.deepEqual(scoresOf(world), atEnd, 'scores change after the match');
  return { bytes: match.recording(), world, ending };
}

describe('every mode on every map that claims it', () => {
  for (const mode of Object.values(MODES)) {
    const ids = shippedIds().filter((id) => shippedMap(id).modes.includes(mode.id));

    it(`${mode.id} has two maps at least`, () => assert.ok(ids.length >= 2, ids.join()));

    for (const id of ids) {
      it(`${mode.id} on ${id} is played to its end, and its recording verifies`, () => {
        const { bytes, world, ending } = play(mode, id);
        assert.ok(
          world.pucks.some(({ deaths }) => deaths > 0),
          `nobody died; it ended by ${ending}`,
        );
        const verdict = new ReplayPlayer(bytes, shippedMap).verify();
        assert.deepEqual([verdict.ok, verdict.ticks], [true, world.tick - world.startTick]);
      });
    }
  }
});
