// What happens when a bolt meets a puck: the spawn shield blocks it, a parry sends it back, else it hurts.

import { ASSIST_TICKS, BOLT, PARRY, PUCK } from '../tuning.ts';
import { endBolt, spawnBolt } from './bolts.ts';
import { AIM_X, AIM_Y, snap } from './math.ts';
import { isParrying, isShielded } from './puck.ts';
import type { Bolt, Puck, World } from './types.ts';

/** Settles the contact of a bolt, which stands where they met, with a puck. The bolt ends in every case. */
export function resolveHit(world: World, bolt: Bolt, victim: Puck): void {
  endBolt(world, bolt, true);
  const { tick } = world;
  const { x, y, owner, level } = bolt;
  if (isShielded(victim)) {
    world.events.push({ type: 'block', tick, slot: victim.slot, by: owner, x, y });
  } else if (isParrying(victim) && isInArc(victim, x, y)) {
    parry(world, bolt, victim);
  } else {
    const own = owner === victim.slot;
    const damage = Math.floor((BOLT.damage[level] as number) * (own ? BOLT.ownDamageFactor : 1));
    world.events.push({ type: 'hit', tick, slot: victim.slot, by: owner, damage, level, x, y });
    hurt(world, bolt, victim, damage);
  }
}

/** Whether a point lies within the arc that a puck's parry covers. */
function isInArc(puck: Puck, x: number, y: number): boolean {
  const dx = x - puck.x;
  const dy = y - puck.y;
  const along = dx * (AIM_X[puck.aim] as number) + dy * (AIM_Y[puck.aim] as number);
  return along >= PARRY.arcCos * Math.sqrt(dx * dx + dy * dy);
}

function parry(world: World, bolt: Bolt, by: Puck): void {
  const level = Math.min(bolt.level + 1, BOLT.maxLevel);
  const { owner, parries, x, y } = bolt;
  by.parryReadyAt = by.parryEndsAt + PARRY.catchCooldownTicks;
  world.events.push({ type: 'parry', tick: world.tick, slot: by.slot, from: owner, level, x, y });
  spawnBolt(world, by.slot, snap(x), snap(y), by.aim, level, parries + 1);
}

function hurt(world: World, bolt: Bolt, victim: Puck, damage: number): void {
  victim.health = Math.max(0, victim.health - damage);
  if (victim.health === 0) kill(world, bolt, victim);
  if (bolt.owner !== victim.slot) {
    victim.hitBy = bolt.owner;
    victim.hitTick = world.tick;
  }
}

function kill(world: World, bolt: Bolt, victim: Puck): void {
  const own = bolt.owner === victim.slot;
  const by = own ? lastAttacker(world, victim) : world.pucks[bolt.owner];
  victim.alive = false;
  victim.vx = 0;
  victim.vy = 0;
  victim.respawnTick = world.tick + PUCK.respawnTicks;
  const { level, bounces, slot } = bolt;
  const bySlot = by ? by.slot : -1;
  world.events.push({ type: 'kill', tick: world.tick, slot: victim.slot, by: bySlot, level, bounces, own, bolt: slot });
  if (world.phase !== 'live') return;
  victim.deaths++;
  if (by) by.kills++;
  // A bank shot into oneself is nobody's feat: it counts as a direct kill.
  world.mode.onKill(world, { victim, by, level, bounces: own ? 0 : bounces });
}

/** Who hit a puck within the assist time, if the seat still holds somebody. */
function lastAttacker(world: World, victim: Puck): Puck | undefined {
  if (victim.hitBy < 0 || world.tick - victim.hitTick > ASSIST_TICKS) return undefined;
  const attacker = world.pucks[victim.hitBy];
  return attacker?.active ? attacker : undefined;
}
