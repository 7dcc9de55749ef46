// What the pictures of "How to play" are made of: pucks, walls and bolts as the arena has them, as SVG.

import { type ComponentChild, h } from 'preact';
import { emblemPath } from '../../view/emblems.ts';
import { cssColor, seatColor } from '../../view/palette.ts';
import { settings } from '../settings.ts';

/** A seat's colour in the palette that is set. */
export const hue = (slot: number): string => cssColor(seatColor(slot, { palette: settings.value.palette, teams: 0 }));

interface SceneProps {
  width?: number;
  height?: number;
  children?: ComponentChild;
}

/** A piece of the arena, in units of its own. */
export function Scene({ width = 320, height = 180, children }: SceneProps): ComponentChild {
  const lines: string[] = [];
  for (let x = 20; x < width; x += 20) lines.push(`M${x} 0V${height}`);
  for (let y = 20; y < height; y += 20) lines.push(`M0 ${y}H${width}`);
  return h('svg', { class: 'scene', viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' }, [
    h('path', { class: 'floor', d: lines.join('') }),
    children,
  ]);
}

interface PuckProps {
  x: number;
  y: number;
  color: string;
  /** Whose sign it carries. */
  slot: number;
  r?: number;
  opacity?: number;
  className?: string;
}

export function Puck({ x, y, color, slot, r = 17, opacity = 1, className = '' }: PuckProps): ComponentChild {
  return h('g', { class: `puck ${className}`, transform: `translate(${x} ${y})`, style: { color }, opacity }, [
    h('circle', { r, class: 'body' }),
    h('path', { d: emblemPath(slot), class: 'sign', transform: `scale(${r / 24})` }),
  ]);
}

export const Wall = (props: { x: number; y: number; width: number; height: number }): ComponentChild =>
  h('rect', { class: 'block', rx: 3, ...props });

interface LegProps {
  d: string;
  /** Heat from 0 to 3, which is also its place in time unless that is given. */
  level: number;
  at?: number;
  color?: string;
}

/** A bolt's way between two bounces, which appears after the one before it. */
export function Leg({ d, level, at = level, color }: LegProps): ComponentChild {
  const style = { '--leg': at, ...(color ? { color } : {}) };
  return [
    h('path', { class: `leg glow heat${level}`, d, pathLength: 1, style }),
    h('path', { class: `leg core heat${level}`, d, pathLength: 1, style }),
  ];
}

/** A number or a ring that shows up with a leg. */
export const pop = (at: number): { class: string; style: Record<string, number> } => ({ class: 'pop', style: { '--leg': at } });
