// Last one standing: one life a round, and the arena closes in. Who wins most of seven rounds wins; on a tie it goes on.

import { burn } from '../sim/hits.ts';
import type { Mode } from '../sim/mode.ts';
import { boundsShare, objective } from '../sim/objectives.ts';
import { lineUp } from '../sim/phase.ts';
import { isTied } from '../sim/scores.ts';
import type { Objective, Puck, World } from '../sim/types.ts';
import { LAST, TILE } from '../tuning.ts';

/** The bounds' states: `idle` while a round is played, `held` between rounds, when nobody comes to life. */
export const last: Mode = {
  id: 'last',
  name: 'Last one standing',
  teams: 0,
  scoreLimit: Math.ceil(LAST.rounds / 2),
  unit: 'rounds',
  timeLimitTicks: (LAST.rounds + LAST.extraRounds) * (LAST.roundTicks + LAST.pauseTicks + LAST.readyTicks),
  overtimeTicks: 0,
  setup(world, tick) {
    const width = (world.map.cols * TILE) / 2;
    const height = (world.map.rows * TILE) / 2;
    world.objectives = [objective('bounds', width, height, { halfWidth: width, halfHeight: height })];
    openRound(world, world.objectives[0] as Objective, tick);
  },
  /** Until the round begins; who comes later waits for the next. */
  mayLive({ objectives: [bounds], tick }) {
    return bounds !== undefined && bounds.state === 'idle' && tick <= roundStart(bounds);
  },
  ticksToStart: ({ objectives: [bounds], tick }) => (bounds?.state === 'idle' ? Math.max(0, roundStart(bounds) - tick) : 0),
  onTick(world) {
    const bounds = world.objectives[0];
    if (!bounds) return;
    if (bounds.state === 'held') pause(world, bounds);
    else play(world, bounds);
  },
  clockTick: ([bounds]) => (bounds?.state === 'held' ? bounds.untilTick : bounds && roundEnd(bounds)),
  isWon,
  /** Inside, from a little before it closes in: as a circle, the corners burn first. */
  goal({ objectives: [bounds], tick }) {
    if (!bounds || bounds.state === 'held' || tick < bounds.fromTick - HURRY_TICKS) return undefined;
    const share = boundsShare(bounds, tick + HURRY_TICKS, LAST.leastShare);
    return { x: bounds.x, y: bounds.y, intent: 'hold', radius: Math.min(bounds.halfWidth, bounds.halfHeight) * share * 0.85 };
  },
};

/** Whether all rounds were played, the last one's pause included: there are some more while several lead. */
function isWon(world: World): boolean {
  const extra = world.round - LAST.rounds;
  const bounds = world.objectives[0];
  if (extra < 0 || bounds?.state !== 'held' || world.tick < bounds.untilTick) return false;
  return extra >= LAST.extraRounds || !isTied(world);
}

/** Who knows that the arena closes in goes before it does. */
const HURRY_TICKS = 90;

/** A round that is played from `tick` on. */
function openRound(world: World, bounds: Objective, tick: number): void {
  world.round++;
  bounds.state = 'idle';
  bounds.fromTick = tick + LAST.closeFromTicks;
  bounds.untilTick = tick + LAST.closeToTicks;
}

const roundStart = (bounds: Objective): number => bounds.fromTick - LAST.closeFromTicks;
const roundEnd = (bounds: Objective): number => bounds.untilTick + LAST.roundTicks - LAST.closeToTicks;

function play(world: World, bounds: Objective): void {
  if (world.tick % LAST.burnTicks === 0) burnOutside(world, bounds);
  const alive = world.pucks.filter((puck) => puck.active && puck.alive);
  if (alive.length > 1 && world.tick < roundEnd(bounds)) return;
  const winner = healthiest(alive);
  if (winner) winner.score++;
  world.events.push({ type: 'round', tick: world.tick, slot: winner?.slot ?? -1, round: world.round, act: 'ended' });
  bounds.state = 'held';
  bounds.fromTick = bounds.untilTick = world.tick + LAST.pauseTicks;
}

/** The one with the most health, nobody on a tie. */
function healthiest(pucks: readonly Puck[]): Puck | undefined {
  const most = Math.max(0, ...pucks.map(({ health }) => health));
  const best = pucks.filter(({ health }) => health === most);
  return best.length === 1 ? best[0] : undefined;
}

function pause(world: World, bounds: Objective): void {
  if (world.tick < bounds.untilTick || isWon(world)) return;
  openRound(world, bounds, world.tick + LAST.readyTicks);
  lineUp(world, LAST.readyTicks);
  world.events.push({ type: 'round', tick: world.tick, slot: -1, round: world.round, act: 'began' });
}

function burnOutside(world: World, bounds: Objective): void {
  const share = boundsShare(bounds, world.tick, LAST.leastShare);
  for (const puck of world.pucks) {
    if (!puck.active || !puck.alive) continue;
    const outside = Math.abs(puck.x - bounds.x) > bounds.halfWidth * share || Math.abs(puck.y - bounds.y) > bounds.halfHeight * share;
    if (outside) burn(world, puck, LAST.burnDamage);
  }
}
