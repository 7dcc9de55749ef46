// The picture of the six tiles that Tiled shows, written as a PNG by hand: no library draws so little.

import { crc32, deflateSync } from 'node:zlib';
import { TILE } from '#shared/tuning.ts';

type Colour = readonly [number, number, number];
type Paint = (x: number, y: number) => Colour;

const FLOOR: Colour = [7, 10, 26];
const LINE: Colour = [16, 22, 48];
const FILL: Colour = [22, 32, 78];
const NEON: Colour = [88, 214, 255];
const PALE: Colour = [170, 190, 214];
const DULL: Colour = [58, 62, 84];
const WARM: Colour = [255, 150, 64];

/** Distance to the nearest edge of the tile. */
const edge = (x: number, y: number): number => Math.min(x, y, TILE - 1 - x, TILE - 1 - y);
const fromMiddle = (x: number, y: number): number => Math.hypot(x - (TILE - 1) / 2, y - (TILE - 1) / 2);

/** In the order of the tileset: floor, wall, glass, sponge, bumper, slick floor. */
const PAINTS: readonly Paint[] = [
  (x, y) => (edge(x, y) === 0 ? LINE : FLOOR),
  (x, y) => (edge(x, y) < 2 ? NEON : FILL),
  (x, y) => (edge(x, y) < 2 || Math.abs(x + y - 34) < 2 || Math.abs(x + y - 46) < 1 ? PALE : FLOOR),
  (x, y) => ((x % 8) + (y % 8) < 6 ? DULL : FLOOR),
  (x, y) => (fromMiddle(x, y) > 22 ? FLOOR : fromMiddle(x, y) > 18 || fromMiddle(x, y) < 6 ? WARM : FILL),
  (x, y) => ((x + 2 * y) % 24 < 2 ? NEON : edge(x, y) === 0 ? LINE : FLOOR),
];

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** The tiles side by side, as the bytes of a PNG file. */
export function tilesetPicture(): Buffer {
  const width = TILE * PAINTS.length;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(TILE, 4);
  // Eight bits a channel, RGB.
  header.set([8, 2], 8);
  const lines = Array.from({ length: TILE }, (_, y) => {
    const pixels = Array.from({ length: width }, (_, x) => (PAINTS[Math.floor(x / TILE)] as Paint)(x % TILE, y));
    // Each line begins with its filter: none.
    return [0, ...pixels.flat()];
  });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(Uint8Array.from(lines.flat()), { level: 9 });
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', new Uint8Array())]);
}
