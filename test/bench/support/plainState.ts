// The same game in the framework's plain way, as the yardstick: every puck a map entry of floats, every bolt a map entry
// that is patched as it flies.

import { type SchemaType, schema, t } from '@colyseus/schema';
import { angleOf } from '#shared/aim.ts';
import type { World } from '#shared/sim/types.ts';

export const PlainPuck = schema({ x: t.float32(), y: t.float32(), vx: t.float32(), vy: t.float32(), aim: t.float32() }, 'PlainPuck');
export const PlainBolt = schema({ x: t.float32(), y: t.float32() }, 'PlainBolt');
export const PlainState = schema({ pucks: t.map(PlainPuck), bolts: t.map(PlainBolt) }, 'PlainState');
export type PlainState = SchemaType<typeof PlainState>;

/** Writes a world into the plain state. */
export function publishPlain(world: World, state: PlainState): void {
  for (const puck of world.pucks) {
    if (!puck.active) continue;
    const key = String(puck.slot);
    if (!state.pucks.has(key)) state.pucks.set(key, new PlainPuck());
    const { x, y, vx, vy } = puck;
    Object.assign(state.pucks.get(key) as object, { x, y, vx, vy, aim: angleOf(puck.aim) });
  }
  const flying = new Set<string>();
  for (const bolt of world.bolts) {
    if (!bolt.live) continue;
    const key = `${bolt.slot}-${bolt.generation}`;
    flying.add(key);
    if (!state.bolts.has(key)) state.bolts.set(key, new PlainBolt());
    Object.assign(state.bolts.get(key) as object, { x: bolt.x, y: bolt.y });
  }
  for (const key of [...state.bolts.keys()]) if (!flying.has(key)) state.bolts.delete(key);
}
