// Ways through a map for people at browsers: tile by tile, with the keys.

import { type ArenaMap, stopsPucks } from '#shared/sim/map.ts';
import { TILE } from '#shared/tuning.ts';
import type { Person } from './page.ts';

/** Units from a tile's middle that count as there. */
const NEAR = 14;

/** The next tile on the shortest way from one to another; the same when there. Breadth first, from the goal. */
function nextTile(map: ArenaMap, from: number, to: number): number {
  const towards = new Map([[to, to]]);
  const open = [to];
  for (let tile = open.shift(); tile !== undefined && tile !== from; tile = open.shift()) {
    for (const next of [tile - 1, tile + 1, tile - map.cols, tile + map.cols]) {
      if (towards.has(next) || stopsPucks(map, next % map.cols, Math.floor(next / map.cols))) continue;
      towards.set(next, tile);
      open.push(next);
    }
  }
  return towards.get(from) ?? to;
}

/** Walks to a tile. Throws when the person does not get there in time. */
export async function walkTo(person: Person, map: ArenaMap, col: number, row: number, timeoutMs = 60_000): Promise<void> {
  const tileAt = (x: number, y: number) => Math.floor(y / TILE) * map.cols + Math.floor(x / TILE);
  const goal = row * map.cols + col;
  const held = new Set<string>();
  const end = Date.now() + timeoutMs;
  for (;;) {
    const { x, y, alive } = await person.sees();
    const next = nextTile(map, tileAt(x, y), goal);
    const dx = (next % map.cols) * TILE + TILE / 2 - x;
    const dy = Math.floor(next / map.cols) * TILE + TILE / 2 - y;
    const there = alive && next === goal && Math.abs(dx) < TILE / 2 && Math.abs(dy) < TILE / 2;
    const wanted = there ? [] : [dx > NEAR ? 'd' : dx < -NEAR ? 'a' : '', dy > NEAR ? 's' : dy < -NEAR ? 'w' : ''];
    for (const key of held) if (!wanted.includes(key)) await person.page.keyboard.up(key);
    for (const key of wanted) if (key && !held.has(key)) await person.page.keyboard.down(key);
    held.clear();
    for (const key of wanted) if (key) held.add(key);
    if (there) return;
    if (Date.now() > end) throw new Error(`not at tile ${col},${row} within ${timeoutMs} ms, but at ${x},${y}`);
    await person.page.waitForTimeout(30);
  }
}
