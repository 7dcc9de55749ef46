// Bolts in the world: starting one in a free slot, and one tick of one bolt against walls and pucks.

import { BOLT, PUCK, TICK_S } from '../tuning.ts';
import { advanceFlight, launch, lifeTicks } from './flight.ts';
import { resolveHit } from './hits.ts';
import { areMates } from './scores.ts';
import type { Bolt, Puck, World } from './types.ts';

const REACH = PUCK.radius + BOLT.half;
/** Nothing farther off than this on an axis is met in a tick. */
const NEAR = REACH + BOLT.maxSpeed * TICK_S + 1;

/** Starts a bolt at a point on the grid; it first moves in the next tick. Returns it. */
export function spawnBolt(world: World, owner: number, x: number, y: number, aim: number, level: number, parries: number): Bolt {
  const bolt = freeSlot(world);
  launch(bolt, x, y, aim, level, parries);
  bolt.live = true;
  bolt.generation = (bolt.generation + 1) & 255;
  bolt.owner = owner;
  bolt.spawnTick = world.tick;
  bolt.spawnX = x;
  bolt.spawnY = y;
  bolt.aim = aim;
  bolt.spawnLevel = level;
  bolt.endTick = world.tick + lifeTicks(world.map);
  bolt.cut = false;
  return bolt;
}

/** The lowest free slot; with none free the bolt that would end first makes room. */
function freeSlot(world: World): Bolt {
  let oldest = world.bolts[0] as Bolt;
  for (const bolt of world.bolts) {
    if (!bolt.live) return bolt;
    if (bolt.endTick < oldest.endTick) oldest = bolt;
  }
  return oldest;
}

/** Ends a bolt now; `cut` when its flight alone does not tell that it ends here. */
export function endBolt(world: World, bolt: Bolt, cut: boolean): void {
  bolt.live = false;
  bolt.endTick = world.tick;
  bolt.cut = cut;
}

/** Flies a bolt for one tick; the first puck on its way takes it. */
export function stepBolt(world: World, bolt: Bolt): void {
  let left = TICK_S;
  while (left > 0) {
    const x = bolt.x;
    const y = bolt.y;
    const level = bolt.level;
    const bounces = bolt.bounces;
    const harmlessTo = isHarmlessToOwner(world, bolt) ? bolt.owner : -1;
    const used = advanceFlight(bolt, world.map, left);
    const victim = firstOnWay(world, bolt, x, y, harmlessTo);
    if (victim) {
      bolt.x = x + (bolt.x - x) * contactShare;
      bolt.y = y + (bolt.y - y) * contactShare;
      bolt.level = level;
      bolt.bounces = bounces;
      resolveHit(world, bolt, victim);
      return;
    }
    left -= used;
    if (bolt.contacts >= BOLT.lastContact) {
      endBolt(world, bolt, false);
      return;
    }
  }
  if (world.tick >= bolt.endTick) endBolt(world, bolt, false);
}

/** Own bolts are harmless for their first ticks, and until they have touched a wall. */
function isHarmlessToOwner(world: World, bolt: Bolt): boolean {
  return bolt.contacts === 0 || world.tick - bolt.spawnTick < BOLT.ownHarmlessTicks;
}

/** Share of the last way at which `firstOnWay` found its puck. */
let contactShare = 0;

/** The puck that a bolt meets first on its way from (x, y) to where it is now; the lower slot on a tie. */
function firstOnWay(world: World, bolt: Bolt, x: number, y: number, harmlessTo: number): Puck | undefined {
  const wayX = bolt.x - x;
  const wayY = bolt.y - y;
  const owner = world.pucks[bolt.owner] as Puck;
  let found: Puck | undefined;
  contactShare = 2;
  for (const puck of world.pucks) {
    // Most are too far: the cheapest question first.
    if (Math.abs(x - puck.x) > NEAR || Math.abs(y - puck.y) > NEAR) continue;
    if (!puck.active || !puck.alive || puck.slot === harmlessTo) continue;
    if (puck !== owner && !world.friendlyFire && areMates(world, puck, owner)) continue;
    const share = shareOfWay(x - puck.x, y - puck.y, wayX, wayY);
    if (share < contactShare) {
      contactShare = share;
      found = puck;
    }
  }
  return found;
}

/** First share 0..1 of a way at which a point starting at (x, y) is within REACH of the origin; 2 for never. */
function shareOfWay(x: number, y: number, wayX: number, wayY: number): number {
  const c = x * x + y * y - REACH * REACH;
  if (c <= 0) return 0;
  const a = wayX * wayX + wayY * wayY;
  const b = x * wayX + y * wayY;
  if (b >= 0 || a === 0) return 2;
  const root = b * b - a * c;
  if (root < 0) return 2;
  const share = (0 - b - Math.sqrt(root)) / a;
  return share <= 1 ? share : 2;
}
