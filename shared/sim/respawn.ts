// Where a puck comes back: the spawn point that is safest from the living enemies.

import { PUCK, RESPAWN } from '../tuning.ts';
import { hasLineOfSight, type SpawnPoint } from './map.ts';
import { random } from './rng.ts';
import { areMates } from './scores.ts';
import type { Puck, World } from './types.ts';

/** Puts a puck at its safest spawn point with full health, charges and a shield. */
export function spawnPuck(world: World, puck: Puck): void {
  placePuck(world, puck);
  puck.vx = 0;
  puck.vy = 0;
  puck.alive = true;
  puck.health = PUCK.health;
  puck.energyFullAt = puck.shotReadyAt = puck.dashFullAt = puck.dashEndsAt = puck.step;
  puck.parryEndsAt = puck.parryReadyAt = puck.step;
  puck.shieldEndsAt = puck.step + PUCK.spawnShieldTicks;
  puck.rootedUntil = puck.step;
  puck.life = (puck.life + 1) & 255;
  puck.overcharge = puck.guard = 0;
  puck.carries = -1;
  puck.hitBy = -1;
  world.events.push({ type: 'spawn', tick: world.tick, slot: puck.slot, x: puck.x, y: puck.y });
}

/** Puts a puck to its safest spawn point, alive or not: who waits for a life looks at the arena from there. */
export function placePuck(world: World, puck: Puck): void {
  const { x, y } = safestSpawn(world, puck);
  puck.x = x;
  puck.y = y;
}

function safestSpawn(world: World, puck: Puck): SpawnPoint {
  const { map, mode } = world;
  let best = map.spawns[0] as SpawnPoint;
  let bestSafety = -1;
  for (const spawn of map.spawns) {
    if (mode.teams > 0 && spawn.team >= 0 && spawn.team !== puck.team) continue;
    const safety = safetyOf(world, puck, spawn) + random(world) * RESPAWN.spread;
    if (safety > bestSafety) {
      best = spawn;
      bestSafety = safety;
    }
  }
  return best;
}

/** Distance to the nearest living enemy, less where one sees the spot. */
function safetyOf(world: World, puck: Puck, spawn: SpawnPoint): number {
  let safety: number = RESPAWN.far;
  for (const other of world.pucks) {
    if (other === puck || !other.active || !other.alive) continue;
    const dx = other.x - spawn.x;
    const dy = other.y - spawn.y;
    const distance = Math.min(RESPAWN.far, Math.sqrt(dx * dx + dy * dy));
    // A team mate on the spot is no danger, but two pucks on one spot look wrong.
    if (areMates(world, other, puck) && distance > PUCK.radius * 2) continue;
    const seen = hasLineOfSight(world.map, other.x, other.y, spawn.x, spawn.y);
    safety = Math.min(safety, seen ? distance * RESPAWN.seenShare : distance);
  }
  return safety;
}
