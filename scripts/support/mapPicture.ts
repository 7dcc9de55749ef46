// A map as an SVG picture: tiles, and marks for what lies on them.

import { type ArenaMap, BUMPER, FLOOR, GLASS, SLICK, SPONGE, WALL } from '#shared/sim/map.ts';
import { TILE } from '#shared/tuning.ts';

const TEAM_COLOURS = ['#4db8ff', '#ff7a59'];
const NEUTRAL = '#8fa3c8';
/** By tile code. */
const FILLS: Record<number, string> = {
  [WALL]: 'fill="#16204e" stroke="#58d6ff"',
  [GLASS]: 'fill="#aabed6" fill-opacity=".25" stroke="#aabed6"',
  [SPONGE]: 'fill="#3a3e54" stroke="#3a3e54"',
  [BUMPER]: 'fill="#5a4a10" stroke="#ffe14a"',
  [SLICK]: 'fill="#123a4e" stroke="none"',
};

const colourOf = (team: number): string => TEAM_COLOURS[team] ?? NEUTRAL;
const label = (x: number, y: number, text: string): string => `<text x="${x}" y="${y + 8}" text-anchor="middle">${text}</text>`;

/** Tiles of a row that are alike are one rectangle. */
function tiles({ cols, rows, tiles: codes }: ArenaMap): string[] {
  const shapes: string[] = [];
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; ) {
      const code = codes[row * cols + col] as number;
      let end = col + 1;
      while (end < cols && codes[row * cols + end] === code) end++;
      const place = `x="${col * TILE}" y="${row * TILE}" width="${(end - col) * TILE}" height="${TILE}"`;
      if (code !== FLOOR) shapes.push(`<rect ${place} ${FILLS[code]}/>`);
      col = end;
    }
  }
  return shapes;
}

function objects({ spawns, flags, zones, pickups }: ArenaMap): string[] {
  return [
    ...zones.map(({ x, y, halfWidth, halfHeight }, i) => {
      const place = `x="${x - halfWidth}" y="${y - halfHeight}" width="${halfWidth * 2}" height="${halfHeight * 2}"`;
      return `<rect ${place} fill="#ffe14d" fill-opacity=".12" stroke="#ffe14d" stroke-dasharray="12 8"/>${label(x, y, `hill ${i + 1}`)}`;
    }),
    ...spawns.map(({ x, y, team }) => `<circle cx="${x}" cy="${y}" r="14" fill="none" stroke="${colourOf(team)}" stroke-width="4"/>`),
    ...flags.map(
      ({ x, y, team }) => `<path d="M${x - 8} ${y + 20}V${y - 22}L${x + 20} ${y - 10}L${x - 8} ${y + 2}" fill="${colourOf(team)}"/>`,
    ),
    ...pickups.map(
      ({ x, y, kind }) => `<circle cx="${x}" cy="${y}" r="18" fill="#0d5c3f"/>${label(x, y, kind.id.charAt(0).toUpperCase())}`,
    ),
  ];
}

/** The text of an SVG file. */
export function mapPicture(map: ArenaMap): string {
  const [width, height] = [map.cols * TILE, map.rows * TILE];
  const root = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width / 2}" height="${height / 2}"`;
  return [
    `${root} font-family="sans-serif" font-size="22" fill="#dfe8ff" stroke-width="2">`,
    `<rect width="${width}" height="${height}" fill="#070a1a"/>`,
    ...tiles(map),
    ...objects(map),
    '</svg>\n',
  ].join('\n');
}
