// What a map that can be read still lacks, in sentences for whoever draws it: modes that it cannot serve, sides that are
// not alike, a spawn that sees the enemy's flag, places without a wall to bank on.

import { MODES } from '../modes/index.ts';
import { type ArenaMap, BUMPER, hasLineOfSight, SPONGE, tileAt, WALL } from '../sim/map.ts';
import type { Mode } from '../sim/mode.ts';
import { TILE } from '../tuning.ts';
import { reachableTiles, tileOf } from './reach.ts';
import type { TiledMap } from './tiled.ts';

/** A wall to bank on must be so near, in tiles along a row or a column. */
const BANK_TILES = 8;
/** By tile code. */
const TILE_NAMES = ['floor', 'wall', 'glass', 'sponge', 'bumper', 'slick floor'];

/** All problems of a map, none when it is fit to be played; each names the layer and, where there is one, the tile. */
export function problemsOf({ map, tileLayer, objectLayer }: TiledMap): string[] {
  const modes = map.modes.flatMap((id) => (Object.hasOwn(MODES, id) ? [MODES[id] as Mode] : []));
  const places = [
    ...(modes.some(({ teams }) => teams > 0) ? asymmetries(map) : []),
    ...(modes.some((mode) => needsFlags(mode, map)) ? spawnsInSight(map) : []),
    ...withoutBank(map),
  ];
  const lineOf = ({ tile, problem, object }: Problem): string =>
    `layer "${object ? objectLayer : tileLayer}", tile ${tile % map.cols},${Math.floor(tile / map.cols)}: ${problem}`;
  return [...modeProblems(map), ...places.map(lineOf)];
}

/** Whether a mode is served by a map because of its flags. */
function needsFlags(mode: Mode, map: ArenaMap): boolean {
  return !mode.lacks?.(map) && mode.lacks?.({ ...map, flags: [] }) !== undefined;
}

/** Modes that the map claims and cannot serve: a match of one could not be played. */
export function modeProblems(map: ArenaMap): string[] {
  const known = Object.keys(MODES).join(', ');
  if (map.modes.length === 0) return [`property "modes": it names none; there are: ${known}`];
  return map.modes.flatMap((id) => {
    const mode = Object.hasOwn(MODES, id) ? MODES[id] : undefined;
    if (!mode) return [`property "modes": no mode "${id}"; there are: ${known}`];
    const lacking = mode.lacks?.(map);
    return lacking ? [`property "modes": it claims ${id}, which needs ${lacking}`] : [];
  });
}

interface Problem {
  tile: number;
  problem: string;
  /** On the layer of objects. */
  object?: boolean;
}

interface Place {
  x: number;
  y: number;
}

/** Where one team's place lies for the other. */
interface Symmetry {
  name: string;
  of(map: ArenaMap, place: Place): Place;
}

const SYMMETRIES: Symmetry[] = [
  { name: 'mirrored left to right', of: (map, { x, y }) => ({ x: map.cols * TILE - x, y }) },
  { name: 'turned by half a turn', of: (map, { x, y }) => ({ x: map.cols * TILE - x, y: map.rows * TILE - y }) },
];

/** What keeps the two sides from being alike, under the symmetry that the map comes closest to. */
function asymmetries(map: ArenaMap): Problem[] {
  const [mirrored = [], turned = []] = SYMMETRIES.map((symmetry) => [...unlikeTiles(map, symmetry), ...unlikeObjects(map, symmetry)]);
  return mirrored.length <= turned.length ? mirrored : turned;
}

/** Tiles that differ from their image, each pair once. */
function unlikeTiles(map: ArenaMap, symmetry: Symmetry): Problem[] {
  const problems: Problem[] = [];
  for (let tile = 0; tile < map.tiles.length; tile++) {
    const place = { x: (tile % map.cols) * TILE + TILE / 2, y: Math.floor(tile / map.cols) * TILE + TILE / 2 };
    const image = tileOf(map, symmetry.of(map, place));
    const [here, there] = [map.tiles[tile] as number, map.tiles[image] as number];
    if (image <= tile || here === there) continue;
    const where = `${image % map.cols},${Math.floor(image / map.cols)}`;
    problems.push({ tile, problem: `${TILE_NAMES[here]} here, ${TILE_NAMES[there]} at ${where}: sides of teams must be ${symmetry.name}` });
  }
  return problems;
}

/** Objects without a like one at their image, where the other team has its own. */
function unlikeObjects(map: ArenaMap, symmetry: Symmetry): Problem[] {
  const otherTeam = (team: number): number => (team < 0 ? team : 1 - team);
  const objects = [
    ...map.spawns.map((spawn) => ({ ...spawn, like: `spawn ${spawn.team}`, wanted: `spawn ${otherTeam(spawn.team)}`, name: 'spawn' })),
    ...map.flags.map((flag) => ({ ...flag, like: `flag ${flag.team}`, wanted: `flag ${otherTeam(flag.team)}`, name: 'flag' })),
    ...map.pickups.map(({ x, y, kind }) => ({ x, y, like: kind.id, wanted: kind.id, name: kind.id })),
    ...map.zones.map((zone) => {
      const size = `hill ${zone.halfWidth} ${zone.halfHeight}`;
      return { ...zone, like: size, wanted: size, name: 'hill' };
    }),
  ];
  const there = new Set(objects.map(({ x, y, like }) => `${like} ${x},${y}`));
  return objects.flatMap((entry): Problem[] => {
    const image = symmetry.of(map, entry);
    if (there.has(`${entry.wanted} ${image.x},${image.y}`)) return [];
    const where = `${Math.floor(image.x / TILE)},${Math.floor(image.y / TILE)}`;
    const problem = `the ${entry.name} here has no like one for the other side at ${where}: sides of teams must be ${symmetry.name}`;
    return [{ tile: tileOf(map, entry), problem, object: true }];
  });
}

/** Spawns from which the other team's flag is in sight: one could shoot its guard, or be shot by it, at once. */
function spawnsInSight(map: ArenaMap): Problem[] {
  return map.flags.flatMap((flag) =>
    map.spawns
      .filter(({ x, y, team }) => team !== flag.team && hasLineOfSight(map, x, y, flag.x, flag.y))
      .map((spawn) => {
        const where = `${Math.floor(flag.x / TILE)},${Math.floor(flag.y / TILE)}`;
        return { tile: tileOf(map, spawn), problem: `the spawn here sees the flag of team ${flag.team} at ${where}`, object: true };
      }),
  );
}

/** Floor with nothing near that reflects a bolt. */
function withoutBank(map: ArenaMap): Problem[] {
  return [...reachableTiles(map)]
    .filter((tile) => !hasBank(map, tile % map.cols, Math.floor(tile / map.cols)))
    .sort((a, b) => a - b)
    .map((tile) => ({ tile, problem: `no wall to bank on within ${BANK_TILES} tiles` }));
}

function hasBank(map: ArenaMap, col: number, row: number): boolean {
  return [1, -1].some((way) => reflects(map, col, row, way, 0) || reflects(map, col, row, 0, way));
}

/** Whether a bolt flies into something that reflects it: through glass, not through a sponge. */
function reflects(map: ArenaMap, col: number, row: number, stepX: number, stepY: number): boolean {
  for (let n = 1; n <= BANK_TILES; n++) {
    const code = tileAt(map, col + stepX * n, row + stepY * n);
    if (code === WALL || code === BUMPER) return true;
    if (code === SPONGE) return false;
  }
  return false;
}
