// Lines over time as a small SVG with a background of its own: it reads on light and on dark pages.

export type Point = readonly [ms: number, value: number];

export interface TraceLine {
  name: string;
  colour: string;
  /** Of the stroke; 2 when not told. */
  width?: number;
  /** Holds each value until the next. */
  steps?: boolean;
  points: readonly Point[];
}

export interface Trace {
  title: string;
  xLabel: string;
  yLabel: string;
  lines: readonly TraceLine[];
  /** A shaded stretch of time and its name. */
  band?: { fromMs: number; toMs: number; name: string };
}

const WIDTH = 760;
const HEIGHT = 380;
const LEFT = 64;
const RIGHT = 20;
const TOP = 74;
const BOTTOM = 50;
const PAPER = '#f4f5f7';
const INK = '#24292f';
const GRID_COLOUR = '#d0d4da';
const BAND_COLOUR = '#ffe2b8';
/** About so many lines of the grid each way. */
const GRID_LINES = 8;

/** The picture as text. */
export function drawTrace({ title, xLabel, yLabel, lines, band }: Trace): string {
  const points = lines.flatMap((line) => line.points);
  const x = scale(
    points.map(([ms]) => ms),
    LEFT,
    WIDTH - RIGHT,
    true,
  );
  const y = scale(
    points.map(([, value]) => value),
    HEIGHT - BOTTOM,
    TOP,
    false,
  );
  const middle = (TOP + HEIGHT - BOTTOM) / 2;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="sans-serif" font-size="12" fill="${INK}">`,
    `<title>${title}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" rx="8" fill="${PAPER}"/>`,
    `<text x="${LEFT}" y="26" font-size="15" font-weight="bold">${title}</text>`,
    ...(band ? drawBand(band, x.place) : []),
    ...x.grid.map(
      (at) => rule(x.place(at), TOP, x.place(at), HEIGHT - BOTTOM) + label(x.place(at), HEIGHT - BOTTOM + 18, 'middle', `${at}`),
    ),
    ...y.grid.map((at) => rule(LEFT, y.place(at), WIDTH - RIGHT, y.place(at)) + label(LEFT - 8, y.place(at) + 4, 'end', `${at}`)),
    label((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12, 'middle', xLabel),
    `<text x="16" y="${middle}" text-anchor="middle" transform="rotate(-90 16 ${middle})">${yLabel}</text>`,
    ...lines.map((line) => drawLine(line, x.place, y.place)),
    ...drawLegend(lines),
    '</svg>\n',
  ].join('\n');
}

interface Scale {
  place: (value: number) => number;
  grid: number[];
}

/** From values to places; the grid is of round numbers, and the scale ends on them unless it is `snug`. */
function scale(values: readonly number[], from: number, to: number, snug: boolean): Scale {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const raw = Math.max(1, (high - low) / GRID_LINES);
  const ten = 10 ** Math.floor(Math.log10(raw));
  const step = ten * ([1, 2, 5].find((each) => each * ten >= raw) ?? 10);
  const first = snug ? low : Math.floor(low / step) * step;
  const last = snug ? high : Math.ceil(high / step) * step;
  const start = Math.ceil(first / step);
  const grid = Array.from({ length: Math.floor(last / step) - start + 1 }, (_, i) => (start + i) * step);
  return { grid, place: (value) => from + ((value - first) / (last - first)) * (to - from) };
}

const rule = (x1: number, y1: number, x2: number, y2: number): string =>
  `<path d="M${x1.toFixed(1)} ${y1.toFixed(1)}L${x2.toFixed(1)} ${y2.toFixed(1)}" stroke="${GRID_COLOUR}"/>`;

const label = (x: number, y: number, anchor: string, text: string): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}">${text}</text>`;

function drawLine({ points, colour, width = 2, steps }: TraceLine, x: Scale['place'], y: Scale['place']): string {
  const path = points.map(([ms, value], i) => {
    const to = `${x(ms).toFixed(1)} ${y(value).toFixed(1)}`;
    if (i === 0) return `M${to}`;
    return steps ? `H${x(ms).toFixed(1)}V${y(value).toFixed(1)}` : `L${to}`;
  });
  return `<path d="${path.join('')}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round"/>`;
}

function drawBand({ fromMs, toMs, name }: NonNullable<Trace['band']>, x: Scale['place']): string[] {
  const left = x(fromMs);
  return [
    `<rect x="${left.toFixed(1)}" y="${TOP}" width="${(x(toMs) - left).toFixed(1)}" height="${HEIGHT - BOTTOM - TOP}" fill="${BAND_COLOUR}"/>`,
    label((left + x(toMs)) / 2, TOP + 16, 'middle', name),
  ];
}

/** Names beside their strokes, in a row above the picture. */
function drawLegend(lines: readonly TraceLine[]): string[] {
  const room = (WIDTH - LEFT - RIGHT) / lines.length;
  return lines.map(({ name, colour, width = 2 }, i) => {
    const left = LEFT + i * room;
    return `<path d="M${left} 50h24" stroke="${colour}" stroke-width="${width}"/>${label(left + 30, 54, 'start', name)}`;
  });
}
