import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { MODES } from '#shared/modes/index.ts';
import { stopsPucks, WALL } from '#shared/sim/map.ts';
import { MAP_FOLDER, shippedMap } from '../support/maps.ts';

const ids = readdirSync(MAP_FOLDER)
  .filter((name) => name.endsWith('.tmj'))
  .map((name) => name.slice(0, -4));

describe('the maps that the game comes with', () => {
  it('are two at least', () => assert.ok(ids.length >= 2, ids.join()));

  for (const id of ids) {
    it(`${id} has a name, an author, and modes that exist`, () => {
      const map = shippedMap(id);
      assert.ok(map.name !== id && map.author !== '' && map.modes.length > 0);
      for (const mode of map.modes) assert.ok(Object.hasOwn(MODES, mode), mode);
    });

    it(`${id} is its own mirror image, left to right, walls and spawns`, () => {
      const map = shippedMap(id);
      for (let row = 0; row < map.rows; row++) {
        for (let col = 0; col < map.cols; col++)
          assert.equal(stopsPucks(map, col, row), stopsPucks(map, map.cols - 1 - col, row), `${col},${row}`);
      }
      const places = new Set(map.spawns.map(({ x, y }) => `${x},${y}`));
      for (const { x, y } of map.spawns) assert.ok(places.has(`${map.cols * 48 - x},${y}`), `${x},${y}`);
    });

    it(`${id} has a wall to bank on within 8 tiles of every tile`, () => {
      const map = shippedMap(id);
      for (let i = 0; i < map.tiles.length; i++) {
        if (map.tiles[i] === WALL) continue;
        const near = [
          [1, 0],
          [-1, 0],
          [0, 1],
          [0, -1],
        ].some(([dx = 0, dy = 0]) => {
          for (let n = 1; n <= 8; n++) if (stopsPucks(map, (i % map.cols) + dx * n, Math.floor(i / map.cols) + dy * n)) return true;
          return false;
        });
        assert.ok(near, `tile ${i % map.cols},${Math.floor(i / map.cols)}`);
      }
    });
  }
});
