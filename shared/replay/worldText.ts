// A running world as text, to go on with it elsewhere: what a restarted server plays on from, and what a recording begins
// with that does not begin with a fresh world. Map and mode are not in it; seats that nobody holds and bolts that do not
// fly are as in a fresh world.

import type { ArenaMap } from '../sim/map.ts';
import type { Mode } from '../sim/mode.ts';
import { OBJECTIVE_KINDS, OBJECTIVE_STATES, type Objective, PHASES, type Phase, type World } from '../sim/types.ts';
import { createWorld } from '../sim/world.ts';

type Plain = Record<string, unknown>;

/** Fields of a world that are one number each. */
const NUMBERS = ['countdownTicks', 'scoreLimit', 'timeLimitTicks', 'tick', 'startTick', 'endTick', 'rng', 'round'] as const;

/** The text of a world. */
export function writeWorld(world: World): string {
  const { map, mode, events, pucks, bolts, pickups, ...rest } = world;
  return JSON.stringify({
    ...rest,
    pickups: pickups.map(({ readyTick }) => readyTick),
    pucks: pucks.filter(({ active }) => active),
    bolts: bolts.filter(({ live }) => live),
  });
}

/** The world of a text, on its map and in its mode. Throws for anything that no world is written as. */
export function readWorld(text: string, map: ArenaMap, mode: Mode): World {
  const plain = record(JSON.parse(text));
  const world = createWorld({ map, mode, seed: 0 });
  for (const name of NUMBERS) world[name] = finite(plain[name]);
  world.friendlyFire = plain.friendlyFire === true;
  world.phase = word<Phase>(plain.phase, PHASES);
  world.teamScores = list(plain.teamScores, mode.teams).map(finite);
  world.objectives = list(plain.objectives).map((one) => readObjective(record(one)));
  list(plain.pickups, world.pickups.length).forEach((readyTick, i) => {
    (world.pickups[i] as World['pickups'][number]).readyTick = finite(readyTick);
  });
  for (const puck of list(plain.pucks)) fill(world.pucks, record(puck));
  for (const bolt of list(plain.bolts)) fill(world.bolts, record(bolt));
  return world;
}

/** Writes a puck or bolt into its slot: each field must be of the kind that it is there. */
function fill<T extends { slot: number }>(slots: T[], from: Plain): void {
  const to = slots[finite(from.slot)] as Plain | undefined;
  if (!to) throw new Error('no world: there is no such slot');
  for (const [name, value] of Object.entries(to)) {
    if (typeof from[name] !== typeof value) throw new Error(`no world: ${name}`);
    to[name] = typeof value === 'number' ? finite(from[name]) : from[name];
  }
}

function readObjective(from: Plain): Objective {
  const { team, holder, x, y, halfWidth, halfHeight, fromTick, untilTick } = from;
  return {
    kind: word(from.kind, OBJECTIVE_KINDS),
    state: word(from.state, OBJECTIVE_STATES),
    team: finite(team),
    holder: finite(holder),
    x: finite(x),
    y: finite(y),
    halfWidth: finite(halfWidth),
    halfHeight: finite(halfHeight),
    fromTick: finite(fromTick),
    untilTick: finite(untilTick),
  };
}

function finite(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Error('no world: a number is missing');
  return value;
}

function word<T extends string>(value: unknown, words: readonly T[]): T {
  const found = words.find((one) => one === value);
  if (found === undefined) throw new Error('no world: a word is missing');
  return found;
}

function record(value: unknown): Plain {
  if (typeof value !== 'object' || value === null) throw new Error('no world: a part is missing');
  return value as Plain;
}

function list(value: unknown, length?: number): unknown[] {
  if (!Array.isArray(value) || (length !== undefined && value.length !== length)) throw new Error('no world: a list is missing');
  return value;
}
