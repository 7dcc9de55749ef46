// The way of each bolt as one stroke of light: bright behind its head, dim back to its muzzle, thicker after each
// bounce; after its end the whole way fades. A bolt is followed by its object, so a reused slot starts a new trail.

import { BOLT } from '#shared/tuning.ts';
import type { ShownBolt } from '../net/shownBolt.ts';
import type { Strokes } from './strokes.ts';

/** Units behind the head that are bright; the light of the rest by level: hot ways stay to be read. */
const COMET = 190;
const REST_LIGHT = [0.14, 0.2, 0.28, 0.38] as const;
/** Seconds in which the way fades after the end. */
const FADE_S = 0.55;
/** Width in units by level. */
const WIDTH = [8, 12, 17, 24] as const;

interface Trail {
  shown: ShownBolt;
  /** Level of each leg; the last is being flown. */
  levels: number[];
  /** Head at the last sight. */
  x: number;
  y: number;
  /** 1 while it flies, then down to 0. */
  life: number;
  seen: boolean;
}

export class Trails {
  readonly #trails = new Map<ShownBolt, Trail>();

  /** Follows the bolts and adds their ways to the strokes. `onStart` is told of each new flight. */
  draw(bolts: readonly ShownBolt[], seconds: number, strokes: Strokes, onStart: (shown: ShownBolt) => void): void {
    for (const trail of this.#trails.values()) trail.seen = false;
    for (const shown of bolts) {
      let trail = this.#trails.get(shown);
      if (!trail) {
        if (!shown.visible) continue;
        trail = { shown, levels: [], x: shown.x, y: shown.y, life: 1, seen: true };
        this.#trails.set(shown, trail);
        onStart(shown);
      }
      if (!shown.visible) continue;
      trail.seen = true;
      trail.life = 1;
      trail.x = shown.x;
      trail.y = shown.y;
      for (let leg = trail.levels.length; leg < legsOf(shown); leg++) trail.levels.push(shown.level);
    }
    for (const trail of this.#trails.values()) {
      if (!trail.seen) trail.life -= seconds / FADE_S;
      // A faded one is kept while its bolt is hidden by a contact that may be taken back.
      if (trail.life > 0) drawTrail(trail, strokes);
      else if (trail.shown.ended || trail.life < -3) this.#trails.delete(trail.shown);
    }
  }
}

/** Straight legs of the way: one from the muzzle and one from each contact. The place between ticks may be a leg ahead. */
function legsOf(shown: ShownBolt): number {
  return shown.corners.length / 2;
}

function drawTrail(trail: Trail, strokes: Strokes): void {
  const { corners, bolt } = trail.shown;
  const seat = bolt.owner;
  const fade = trail.life * trail.life;
  let x1 = trail.x;
  let y1 = trail.y;
  let behind = 0;
  drawEnd(corners[corners.length - 2] as number, corners[corners.length - 1] as number, trail, fade, strokes);
  for (let leg = corners.length / 2 - 1; leg >= 0; leg--) {
    const x0 = corners[leg * 2] as number;
    const y0 = corners[leg * 2 + 1] as number;
    const level = Math.min(BOLT.maxLevel, trail.levels[leg] ?? bolt.level);
    const width = WIDTH[level] as number;
    const rest = REST_LIGHT[level] as number;
    const length = distance(x1 - x0, y1 - y0);
    const left = COMET - behind;
    if (left > 0 && length > left) {
      const share = left / length;
      const mx = x1 + (x0 - x1) * share;
      const my = y1 + (y0 - y1) * share;
      strokes.add(mx, my, rest * fade, x1, y1, lightAt(behind, rest) * fade, width, seat, level);
      strokes.add(x0, y0, rest * fade, mx, my, rest * fade, width, seat, level);
    } else {
      strokes.add(x0, y0, lightAt(behind + length, rest) * fade, x1, y1, lightAt(behind, rest) * fade, width, seat, level);
    }
    behind += length;
    x1 = x0;
    y1 = y0;
  }
}

/** A soft end beyond the head, so that the way of an ended bolt is not cut off. */
function drawEnd(fromX: number, fromY: number, trail: Trail, fade: number, strokes: Strokes): void {
  const { x, y, levels, shown } = trail;
  const level = Math.min(BOLT.maxLevel, levels[levels.length - 1] ?? shown.bolt.level);
  const width = WIDTH[level] as number;
  const length = distance(x - fromX, y - fromY) || 1;
  const reach = (width * 0.7) / length;
  strokes.add(x, y, fade, x + (x - fromX) * reach, y + (y - fromY) * reach, 0, width, shown.bolt.owner, level);
}

function lightAt(behind: number, rest: number): number {
  return Math.max(rest, 1 - (1 - rest) * (behind / COMET));
}

/** Math.hypot takes several times as long. */
const distance = (x: number, y: number): number => Math.sqrt(x * x + y * y);
