// Sparklines: the last two minutes of a room in a line as high as its text.

import { Component, type ComponentChild, h } from 'preact';
import { TREND, type TrendRow } from '#shared/net/reports.ts';

const WIDTH = 96;
const HEIGHT = 22;

interface SparkProps {
  rows: readonly TrendRow[];
  /** Column that is drawn as a line, and one that is filled below it. */
  line: 1 | 2 | 3 | 4;
  area?: 1 | 2 | 3 | 4;
  /** What fills the height at least. */
  top: number;
  /** Above this it is drawn as a warning. */
  limit?: number;
  label: string;
}

/** Drawn anew only when there is another row. */
export class Spark extends Component<SparkProps> {
  override shouldComponentUpdate({ rows }: SparkProps): boolean {
    return rows.at(-1)?.[0] !== this.props.rows.at(-1)?.[0] || rows.length !== this.props.rows.length;
  }

  override render({ rows, line, area, top, limit = Number.POSITIVE_INFINITY, label }: SparkProps): ComponentChild {
    const most = Math.max(top, ...rows.map((row) => row[line]));
    const x = (i: number): number => Math.round(((i + TREND.rows - rows.length) / (TREND.rows - 1)) * WIDTH * 10) / 10;
    const y = (value: number): number => Math.round((HEIGHT - 1 - (value / most) * (HEIGHT - 2)) * 10) / 10;
    const points = (column: 1 | 2 | 3 | 4): string => rows.map((row, i) => `${x(i)},${y(row[column])}`).join(' ');
    const high = (rows.at(-1)?.[line] ?? 0) > limit;
    return h('svg', { class: `spark${high ? ' high' : ''}`, viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': label }, [
      area && rows.length > 1 ? h('polygon', { points: `${x(0)},${HEIGHT} ${points(area)} ${WIDTH},${HEIGHT}` }) : null,
      h('polyline', { points: points(line) }),
    ]);
  }
}
