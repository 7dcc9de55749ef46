// Colours as people with a colour deficiency see them, and how far apart two of them are.
// Matrices for full severity by Machado, Oliveira and Fernandes (2009), on linear RGB; distances in OKLab (Ottosson 2020).

export type Vision = 'normal' | 'protanopia' | 'deuteranopia' | 'tritanopia';

type Row = readonly [number, number, number];
type Matrix = readonly [Row, Row, Row];

const SEEN: Record<Vision, Matrix> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
export const VISIONS = Object.keys(SEEN) as Vision[];

const LMS: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const LAB: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];

const times = (matrix: Matrix, [x, y, z]: Row): Row => matrix.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Row;

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** A colour (0xrrggbb) in OKLab as somebody sees it. */
function seenAs(color: number, vision: Vision): Row {
  const rgb: Row = [linear(color >> 16), linear((color >> 8) & 255), linear(color & 255)];
  const seen = times(SEEN[vision], rgb).map((value) => Math.max(0, Math.min(1, value))) as unknown as Row;
  return times(LAB, times(LMS, seen).map(Math.cbrt) as unknown as Row);
}

/** How different two colours look: 0 for the same, 100 for black and white; about 2 is just to be told side by side. */
export function difference(a: number, b: number, vision: Vision): number {
  const from = seenAs(a, vision);
  const to = seenAs(b, vision);
  return 100 * Math.hypot(from[0] - to[0], from[1] - to[1], from[2] - to[2]);
}
