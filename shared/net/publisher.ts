// World to wire: called before a patch, writes what receivers cannot know by themselves.

import { type Bolt, OBJECTIVE_KINDS, OBJECTIVE_STATES, type Objective, PHASES, type Puck, type World } from '../sim/types.ts';
import { emptyPuck } from '../sim/world.ts';
import { GRID, MAX_PUCKS } from '../tuning.ts';
import { pack, packStick, publishAims } from './packing.ts';
import { BASE_STEPS, reckon } from './reckoning.ts';
import { BoltState, type MatchState, ObjectiveState, PuckState } from './schema.ts';

export class Publisher {
  readonly #state: MatchState;
  /** What receivers make of each puck, and the step of the base that they have. */
  readonly #believed: Puck[] = Array.from({ length: MAX_PUCKS }, (_, slot) => emptyPuck(slot));
  readonly #baseSteps = new Float64Array(MAX_PUCKS);
  readonly #before = emptyPuck(0);
  #renew = false;

  /** `state` is what is sent. */
  constructor(state: MatchState) {
    this.#state = state;
  }

  /** Writes the whole world; only what differs is sent. `joinTicks` by slot. */
  publish(world: World, joinTicks: ArrayLike<number>): void {
    const state = this.#state;
    state.tick = world.tick;
    state.startTick = world.startTick;
    state.endTick = world.endTick;
    state.phase = PHASES.indexOf(world.phase);
    state.scoreLimit = world.scoreLimit;
    state.friendlyFire = world.friendlyFire;
    state.round = world.round;
    publishObjectives(world, state);
    while (state.pucks.length < world.pucks.length && hasActiveFrom(world, state.pucks.length)) state.pucks.push(new PuckState());
    while (state.bolts.length < world.bolts.length && hasUsedFrom(world, state.bolts.length)) state.bolts.push(new BoltState());
    publishAims(state, (slot) => (world.pucks[slot] as Puck).aim);
    // forEach, because the schema's array is a proxy: reading it by index is a search of its own.
    state.pucks.forEach((to, slot) => {
      const puck = world.pucks[slot] as Puck;
      to.active = puck.active;
      if (puck.active) this.#publishPuck(world, puck, to, joinTicks[slot] as number);
    });
    this.#renew = false;
    state.bolts.forEach((to, slot) => {
      publishBolt(world.bolts[slot] as Bolt, to);
    });
  }

  /** All bases are sent with the next patch: somebody begins to read in the middle. */
  renewBases(): void {
    this.#renew = true;
  }

  #publishPuck(world: World, puck: Puck, to: PuckState, joinTick: number): void {
    const fresh = this.#freshSteps(world, puck, to, joinTick);
    // What the whole state says is always the present; whether a patch says so too is another question.
    to.pauseTracking();
    to.pos = pack(puck.x, puck.y);
    to.vel = pack(puck.vx, puck.vy);
    to.baseStep = puck.step & 255;
    to.resumeTracking();
    if (fresh < 0) this.#sendBase(puck, to);
    else if (to.stick !== packStick(puck.mx, puck.my)) to.fresh = fresh;
    to.stick = packStick(puck.mx, puck.my);
    to.joinTick = joinTick;
    to.lag = world.tick - joinTick - puck.step;
    publishRest(puck, to);
  }

  /**
   * How many of the latest steps were taken with the present stick, so that receivers who know it come to the puck's place
   * and velocity by themselves; -1 when they do not.
   */
  #freshSteps(world: World, puck: Puck, to: PuckState, joinTick: number): number {
    const believed = this.#believed[puck.slot] as Puck;
    const same = to.joinTick === joinTick && to.life === puck.life && to.alive === puck.alive;
    const steady = to.dashEndsAt === puck.dashEndsAt && to.rootedUntil === puck.rootedUntil;
    if (!same || !steady || this.#renew || puck.step - (this.#baseSteps[puck.slot] as number) >= BASE_STEPS) return -1;
    const steps = puck.step - believed.step;
    const changed = believed.mx !== puck.mx || believed.my !== puck.my;
    Object.assign(this.#before, believed);
    for (let fresh = steps; fresh >= 0; fresh--) {
      Object.assign(believed, this.#before);
      reckon(believed, world.map, steps, fresh, puck.mx, puck.my);
      if (believed.x === puck.x && believed.y === puck.y && believed.vx === puck.vx && believed.vy === puck.vy) return fresh;
      if (!changed) break;
    }
    return -1;
  }

  #sendBase(puck: Puck, to: PuckState): void {
    Object.assign(this.#believed[puck.slot] as Puck, puck);
    this.#baseSteps[puck.slot] = puck.step;
    to.setDirty('pos');
    to.setDirty('vel');
    to.setDirty('baseStep');
  }
}

function publishRest(puck: Puck, to: PuckState): void {
  to.bot = puck.bot;
  to.name = puck.name;
  to.team = puck.team;
  to.buttons = puck.buttons;
  to.alive = puck.alive;
  to.health = puck.health;
  to.respawnTick = puck.respawnTick;
  to.energyFullAt = puck.energyFullAt;
  to.shotReadyAt = puck.shotReadyAt;
  to.dashFullAt = puck.dashFullAt;
  to.dashEndsAt = puck.dashEndsAt;
  to.parryEndsAt = puck.parryEndsAt;
  to.parryReadyAt = puck.parryReadyAt;
  to.shieldEndsAt = puck.shieldEndsAt;
  to.rootedUntil = puck.rootedUntil;
  to.life = puck.life;
  to.overcharge = puck.overcharge;
  to.guard = puck.guard;
  to.carries = puck.carries;
  to.score = puck.score;
  to.kills = puck.kills;
  to.deaths = puck.deaths;
}

function publishObjectives(world: World, state: MatchState): void {
  const { teamScores, objectives, pickups } = world;
  copyNumbers(teamScores.length, (i) => teamScores[i] as number, state.teamScores);
  copyNumbers(pickups.length, (i) => pickups[i]?.readyTick as number, state.pickups);
  while (state.objectives.length > objectives.length) state.objectives.pop();
  while (state.objectives.length < objectives.length) state.objectives.push(new ObjectiveState());
  state.objectives.forEach((to, i) => {
    publishObjective(objectives[i] as Objective, to);
  });
}

function copyNumbers(count: number, at: (i: number) => number, to: MatchState['pickups']): void {
  while (to.length > count) to.pop();
  for (let i = 0; i < count; i++) if (to[i] !== at(i)) to[i] = at(i);
}

function publishObjective(from: Objective, to: ObjectiveState): void {
  to.kind = OBJECTIVE_KINDS.indexOf(from.kind);
  to.state = OBJECTIVE_STATES.indexOf(from.state);
  to.team = from.team;
  to.holder = from.holder;
  // Where a carried one is everybody sees.
  if (from.holder < 0) to.pos = pack(from.x, from.y);
  to.half = pack(from.halfWidth, from.halfHeight);
  to.fromTick = from.fromTick;
  to.untilTick = from.untilTick;
}

function hasActiveFrom(world: World, slot: number): boolean {
  for (let i = slot; i < world.pucks.length; i++) if (world.pucks[i]?.active) return true;
  return false;
}

function hasUsedFrom(world: World, slot: number): boolean {
  for (let i = slot; i < world.bolts.length; i++) if ((world.bolts[i] as Bolt).endTick >= 0) return true;
  return false;
}

function publishBolt(bolt: Bolt, to: BoltState): void {
  if (bolt.endTick < 0) return;
  if (to.generation !== bolt.generation) {
    to.generation = bolt.generation;
    to.spawnTick = bolt.spawnTick;
    to.x = bolt.spawnX * GRID;
    to.y = bolt.spawnY * GRID;
    to.aim = bolt.aim;
    to.level = bolt.spawnLevel;
    to.parries = bolt.parries;
    to.owner = bolt.owner;
    to.endTick = 0;
  }
  // An end by a wall or by age is everybody's own knowledge; only an end by a hit is news.
  if (bolt.cut && to.endTick === 0) to.endTick = bolt.endTick;
}
