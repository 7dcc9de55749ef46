// What happens when a bolt meets a puck: a shield blocks it, a parry sends it back, else it hurts.

import { ASSIST_TICKS, BOLT, PARRY, PUCK } from '../tuning.ts';
import { endBolt, spawnBolt } from './bolts.ts';
import { AIM_X, AIM_Y, snap } from './math.ts';
import { isPlaying } from './phase.ts';
import { isParrying, isShielded } from './puck.ts';
import type { Bolt, KillEvent, Puck, World } from './types.ts';

/** Settles the contact of a bolt, which stands where they met, with a puck. The bolt ends in every case. */
export function resolveHit(world: World, bolt: Bolt, victim: Puck): void {
  endBolt(world, bolt, true);
  const { tick } = world;
  const { x, y, owner, level } = bolt;
  if (isShielded(victim)) {
    world.events.push({ type: 'block', tick, slot: victim.slot, by: owner, x, y });
  } else if (isParrying(victim) && isInArc(victim, x, y)) {
    parry(world, bolt, victim);
  } else if (victim.guard > 0) {
    victim.guard--;
    world.events.push({ type: 'block', tick, slot: victim.slot, by: owner, x, y });
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
  const own = bolt.owner === victim.slot;
  victim.health = Math.max(0, victim.health - damage);
  if (victim.health === 0) {
    const by = own ? lastAttacker(world, victim) : world.pucks[bolt.owner];
    const { level, bounces, parries, slot } = bolt;
    killPuck(world, victim, by, { level, bounces, parries, own, bolt: slot });
  }
  if (!own) {
    victim.hitBy = bolt.owner;
    victim.hitTick = world.tick;
  }
}

/** Takes health where no bolt did; a death counts for whoever hit last. */
export function burn(world: World, victim: Puck, damage: number): void {
  victim.health = Math.max(0, victim.health - damage);
  if (victim.health > 0) return;
  killPuck(world, victim, lastAttacker(world, victim), { level: 0, bounces: 0, parries: 0, own: false, bolt: -1 });
}

type Cause = Pick<KillEvent, 'level' | 'bounces' | 'parries' | 'own' | 'bolt'>;

function killPuck(world: World, victim: Puck, by: Puck | undefined, cause: Cause): void {
  victim.alive = false;
  victim.vx = 0;
  victim.vy = 0;
  victim.guard = victim.overcharge = 0;
  victim.carries = -1;
  victim.respawnTick = world.tick + PUCK.respawnTicks;
  world.events.push({ type: 'kill', tick: world.tick, slot: victim.slot, by: by ? by.slot : -1, ...cause });
  if (!isPlaying(world)) return;
  victim.deaths++;
  if (by && by !== victim) by.kills++;
  // A bank shot into oneself is nobody's feat: it counts as a direct kill.
  world.mode.onKill?.(world, { victim, by, level: cause.level, bounces: cause.own ? 0 : cause.bounces });
}

/** Who hit a puck within the assist time, if the seat still holds somebody. */
function lastAttacker(world: World, victim: Puck): Puck | undefined {
  if (victim.hitBy < 0 || world.tick - victim.hitTick > ASSIST_TICKS) return undefined;
  const attacker = world.pucks[victim.hitBy];
  return attacker?.active ? attacker : undefined;
}
