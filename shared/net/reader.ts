// Wire to world: what a receiver makes of the state that it has.

import { launch, lifeTicks } from '../sim/flight.ts';
import type { ArenaMap } from '../sim/map.ts';
import { objective } from '../sim/objectives.ts';
import { type Bolt, OBJECTIVE_KINDS, OBJECTIVE_STATES, type Objective, PHASES, type Phase, type Puck } from '../sim/types.ts';
import { emptyPuck } from '../sim/world.ts';
import { GRID } from '../tuning.ts';
import { high, low, readAim, signed, stickX, stickY } from './packing.ts';
import { reckon } from './reckoning.ts';
import type { BoltState, MatchState, PuckState } from './schema.ts';

/** Reads one seat's puck, snapshot after snapshot. */
export class PuckReader {
  readonly puck: Puck;
  readonly #slot: number;
  readonly #map: ArenaMap;
  #base = -1;
  #joinTick = -1;

  /** A reader belongs to a map: a puck is stepped on it. */
  constructor(slot: number, map: ArenaMap) {
    this.#slot = slot;
    this.#map = map;
    this.puck = emptyPuck(slot);
  }

  /** The puck at the state's tick: the same object each time. */
  read(from: PuckState, state: MatchState): Puck {
    const { puck } = this;
    const step = state.tick - from.joinTick - from.lag;
    const renewed = from.baseStep !== this.#base || from.joinTick !== this.#joinTick || from.life !== puck.life;
    puck.aim = readAim(state, this.#slot);
    readRest(from, puck);
    if (renewed) this.#startFromBase(from, step);
    reckon(puck, this.#map, step - puck.step, from.fresh, stickX(from.stick), stickY(from.stick));
    puck.buttons = from.buttons;
    return puck;
  }

  #startFromBase(from: PuckState, step: number): void {
    const { puck } = this;
    this.#base = from.baseStep;
    this.#joinTick = from.joinTick;
    puck.x = high(from.pos) / GRID;
    puck.y = low(from.pos) / GRID;
    puck.vx = signed(high(from.vel)) / GRID;
    puck.vy = signed(low(from.vel)) / GRID;
    puck.mx = stickX(from.stick);
    puck.my = stickY(from.stick);
    puck.step = step - ((step - from.baseStep) & 255);
  }
}

function readRest(from: PuckState, to: Puck): void {
  to.active = from.active;
  to.bot = from.bot;
  to.name = from.name;
  to.team = from.team;
  to.alive = from.alive;
  to.health = from.health;
  to.respawnTick = from.respawnTick;
  to.energyFullAt = from.energyFullAt;
  to.shotReadyAt = from.shotReadyAt;
  to.dashFullAt = from.dashFullAt;
  to.dashEndsAt = from.dashEndsAt;
  to.parryEndsAt = from.parryEndsAt;
  to.parryReadyAt = from.parryReadyAt;
  to.shieldEndsAt = from.shieldEndsAt;
  to.rootedUntil = from.rootedUntil;
  to.life = from.life;
  to.overcharge = from.overcharge;
  to.guard = from.guard;
  to.carries = from.carries;
  to.score = from.score;
  to.kills = from.kills;
  to.deaths = from.deaths;
}

/** The phase of a received match. */
export function phaseOf(state: MatchState): Phase {
  return PHASES[state.phase] ?? 'waiting';
}

/** Reads received objectives into `to`, reusing what is there. One that is carried stays where it was: its carrier tells. */
export function readObjectives(state: MatchState, to: Objective[]): void {
  to.length = Math.min(to.length, state.objectives.length);
  state.objectives.forEach((from, i) => {
    to[i] ??= objective('flag', 0, 0);
    const read = to[i] as Objective;
    read.kind = OBJECTIVE_KINDS[from.kind] ?? 'flag';
    read.state = OBJECTIVE_STATES[from.state] ?? 'idle';
    read.team = from.team;
    read.holder = from.holder;
    if (from.holder < 0) {
      read.x = high(from.pos) / GRID;
      read.y = low(from.pos) / GRID;
    }
    read.halfWidth = high(from.half) / GRID;
    read.halfHeight = low(from.half) / GRID;
    read.fromTick = from.fromTick;
    read.untilTick = from.untilTick;
  });
}

/** Reads a received bolt's spawn into `to`, at its muzzle, not yet flown. Returns `to`. */
export function readBolt(from: BoltState, slot: number, map: ArenaMap, to: Bolt): Bolt {
  launch(to, from.x / GRID, from.y / GRID, from.aim, from.level, from.parries);
  to.slot = slot;
  to.live = true;
  to.generation = from.generation;
  to.owner = from.owner;
  to.spawnTick = from.spawnTick;
  to.spawnX = to.x;
  to.spawnY = to.y;
  to.aim = from.aim;
  to.spawnLevel = from.level;
  to.endTick = from.spawnTick + lifeTicks(map);
  return to;
}
