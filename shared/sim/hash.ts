// A digest of the whole state: equal worlds give equal numbers in every engine. FNV-1a over 32-bit words.

import { type Bolt, OBJECTIVE_KINDS, OBJECTIVE_STATES, type Objective, PHASES, type Puck, type World } from './types.ts';

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);
const PRIME = 0x01000193;
const BASIS = 0x811c9dc5;

function mix(hash: number, value: number): number {
  // Adding 0 makes -0 and 0 the same number.
  double[0] = value + 0;
  return Math.imul(Math.imul(hash ^ (words[0] as number), PRIME) ^ (words[1] as number), PRIME);
}

function mixPuck(start: number, p: Puck): number {
  let h = mix(start, p.slot);
  h = mix(mix(mix(mix(h, p.x), p.y), p.vx), p.vy);
  h = mix(mix(mix(mix(mix(h, p.aim), p.mx), p.my), p.buttons), p.step);
  h = mix(mix(mix(mix(h, p.alive ? 1 : 0), p.health), p.respawnTick), p.team);
  h = mix(mix(mix(mix(h, p.energyFullAt), p.shotReadyAt), p.dashFullAt), p.dashEndsAt);
  h = mix(mix(mix(h, p.parryEndsAt), p.parryReadyAt), p.shieldEndsAt);
  h = mix(mix(mix(h, p.rootedUntil), p.life), p.carries);
  h = mix(mix(mix(h, p.overcharge), p.guard), p.objectiveTicks);
  return mix(mix(mix(mix(mix(h, p.hitBy), p.hitTick), p.score), p.kills), p.deaths);
}

function mixBolt(start: number, b: Bolt): number {
  let h = mix(mix(start, b.slot), b.owner);
  h = mix(mix(mix(mix(h, b.x), b.y), b.dx), b.dy);
  h = mix(mix(mix(mix(mix(h, b.level), b.bounces), b.contacts), b.run), b.parries);
  return mix(mix(h, b.spawnTick), b.endTick);
}

function mixObjective(start: number, o: Objective): number {
  let h = mix(mix(mix(start, OBJECTIVE_KINDS.indexOf(o.kind)), o.team), OBJECTIVE_STATES.indexOf(o.state));
  h = mix(mix(mix(h, o.holder), o.x), o.y);
  return mix(mix(mix(mix(h, o.halfWidth), o.halfHeight), o.fromTick), o.untilTick);
}

/** A uint32 digest of everything that the next tick depends on. */
export function hashWorld(world: World): number {
  let h = mix(mix(mix(BASIS, world.tick), world.rng), world.endTick);
  h = mix(mix(h, PHASES.indexOf(world.phase)), world.round);
  for (const score of world.teamScores) h = mix(h, score);
  for (const objective of world.objectives) h = mixObjective(h, objective);
  for (const pickup of world.pickups) h = mix(h, pickup.readyTick);
  for (const puck of world.pucks) if (puck.active) h = mixPuck(h, puck);
  for (const bolt of world.bolts) if (bolt.live) h = mixBolt(h, bolt);
  return h >>> 0;
}

/** A uint32 digest of bytes, for maps and files. */
export function hashBytes(bytes: Uint8Array, start = BASIS): number {
  let h = start;
  for (let i = 0; i < bytes.length; i++) h = Math.imul(h ^ (bytes[i] as number), PRIME);
  return h >>> 0;
}
