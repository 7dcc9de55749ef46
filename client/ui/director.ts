// The camera that finds the match by itself: it goes where bolts fly, pucks meet and scores change. What happens warms a
// coarse map of the arena that cools again; the puck in the warmest place is shown until another is clearly better.

import type { MatchEvent } from '#shared/net/messages.ts';
import type { ArenaMap } from '#shared/sim/map.ts';
import { TILE } from '#shared/tuning.ts';
import type { ShownPuck } from '../net/sessionTypes.ts';
import type { ShownBolt } from '../net/shownBolt.ts';

/** Edge of a cell of the map of interest, in units. */
const CELL = 240;
/** Seconds in which warmth falls to 37 %. */
const COOLING_S = 2.2;
/** What things are worth; what flies and what is carried by the second. */
const WORTH = { kill: 6, hit: 1.5, level: 0.7, parry: 3, block: 1, flag: 7, bolt: 0.9, meeting: 1.6, carrier: 5, leader: 1.2 };
/** Pucks that are nearer than this to each other meet. */
const NEAR = 520;
/** A puck is shown for so long at least, and no longer than this if anything else is as good. */
const LEAST_S = 3.5;
const MOST_S = 14;
/** After the shown puck's end one looks at the place for a while. */
const LINGER_S = 1.3;
/** Another puck must be so much better. */
const BETTER = { factor: 1.35, more: 1.5 };
/** Share of the way to the fight around the puck that the picture's middle lies. */
const SHARE = 0.45;
/** How much of the arena is shown: as much as it takes for the fight, between these, in units. */
const WIDTH = { least: 1350, most: 2100, margin: 420 };
const ASPECT = 9 / 16;
/** Seconds to follow 63 % of the way: the middle, the width. */
const FOLLOW_S = 0.35;
const WIDEN_S = 1.1;
/** Farther off than this the next picture is cut to, nearer ones are glided to. */
const CUT = 1300;

/** What the director knows of the match at a frame. */
export interface Stage {
  map: ArenaMap;
  /** Those who may be shown. */
  pucks: readonly ShownPuck[];
  bolts: readonly ShownBolt[];
  /** Slot of who leads, -1 for nobody. */
  leader: number;
}

/** A part of the arena, by its middle. */
export interface View {
  x: number;
  y: number;
  width: number;
  height: number;
}

export class Director {
  /** Whom it shows, -1 for nobody. */
  slot = -1;
  /** What it shows. */
  readonly view: View = { x: 0, y: 0, width: WIDTH.least, height: WIDTH.least * ASPECT };
  /** Whether the last step was a cut: what was shown before is elsewhere. */
  cut = false;
  #fresh = true;

  #map: ArenaMap | undefined;
  #cols = 1;
  #heat = new Float32Array(1);
  /** Where pucks were seen last, by slot. */
  readonly #places = new Map<number, { x: number; y: number }>();
  #shownS = 0;
  #endedS = 0;

  /** Something happened. */
  onEvent(event: MatchEvent): void {
    if (event.type === 'kill') this.#warmAt(this.#places.get(event.slot), WORTH.kill + event.bounces * WORTH.level);
    else if (event.type === 'hit') this.#warm(event.x, event.y, WORTH.hit + event.level * WORTH.level);
    else if (event.type === 'parry') this.#warm(event.x, event.y, WORTH.parry);
    else if (event.type === 'block') this.#warm(event.x, event.y, WORTH.block);
    else if (event.type === 'flag') this.#warmAt(this.#places.get(event.slot), WORTH.flag);
  }

  /** A frame of so many seconds. Chooses whom to show, and moves `view` there. */
  step(stage: Stage, seconds: number): void {
    this.#enter(stage.map);
    const cooled = Math.exp(-seconds / COOLING_S);
    for (let i = 0; i < this.#heat.length; i++) this.#heat[i] = (this.#heat[i] as number) * cooled;
    this.#watch(stage, seconds);
    this.#choose(stage, seconds);
    this.#frame(stage, seconds);
  }

  /** How warm a place is, its surroundings included. */
  warmthAt(x: number, y: number): number {
    let sum = 0;
    for (let dy = -1; dy <= 1; dy++)
      for (let dx = -1; dx <= 1; dx++) sum += (this.#heat[this.#cell(x + dx * CELL, y + dy * CELL)] ?? 0) * (dx || dy ? 0.5 : 1);
    return sum;
  }

  #enter(map: ArenaMap): void {
    if (map === this.#map) return;
    this.#map = map;
    this.#cols = Math.ceil((map.cols * TILE) / CELL);
    this.#heat = new Float32Array(this.#cols * Math.ceil((map.rows * TILE) / CELL));
    this.#places.clear();
    this.slot = -1;
    this.#fresh = true;
  }

  /** What goes on without a word: bolts in the air, pucks that meet, a flag that is carried. */
  #watch({ pucks, bolts }: Stage, seconds: number): void {
    for (const { visible, x, y, level } of bolts) if (visible) this.#warm(x, y, (WORTH.bolt + level * WORTH.level) * seconds);
    for (const one of pucks) {
      if (!one.alive) continue;
      const place = this.#places.get(one.slot) ?? { x: 0, y: 0 };
      place.x = one.x;
      place.y = one.y;
      this.#places.set(one.slot, place);
      for (const other of pucks)
        if (other.slot > one.slot && other.alive && near(one, other))
          this.#warm((one.x + other.x) / 2, (one.y + other.y) / 2, WORTH.meeting * seconds);
    }
  }

  #choose({ pucks, leader }: Stage, seconds: number): void {
    this.#shownS += seconds;
    const shown = pucks.find(({ slot, alive }) => slot === this.slot && alive);
    this.#endedS = shown ? 0 : this.#endedS + seconds;
    const patient = this.slot >= 0 && (shown ? this.#shownS < LEAST_S : this.#endedS < LINGER_S);
    if (patient) return;
    let best: ShownPuck | undefined;
    let most = 0;
    for (const puck of pucks) {
      const worth = puck.alive ? this.#worth(puck, leader) : -1;
      if (worth > most || (!best && worth >= 0)) [best, most] = [puck, worth];
    }
    if (!best || best === shown) return;
    const stale = this.#shownS > MOST_S;
    if (shown && most < this.#worth(shown, leader) * (stale ? 1 : BETTER.factor) + (stale ? 0 : BETTER.more)) return;
    this.slot = best.slot;
    this.#shownS = 0;
  }

  #worth({ x, y, slot, puck }: ShownPuck, leader: number): number {
    return this.warmthAt(x, y) + (puck.carries >= 0 ? WORTH.carrier : 0) + (slot === leader ? WORTH.leader : 0);
  }

  /** Moves the picture: its middle between the puck and the fight around it, as wide as that takes. */
  #frame({ pucks }: Stage, seconds: number): void {
    const shown = pucks.find(({ slot }) => slot === this.slot);
    if (!shown?.alive) {
      this.cut = false;
      return;
    }
    let [left, right, top, bottom] = [shown.x, shown.x, shown.y, shown.y];
    for (const puck of pucks) {
      if (!puck.alive || !near(shown, puck)) continue;
      left = Math.min(left, puck.x);
      right = Math.max(right, puck.x);
      top = Math.min(top, puck.y);
      bottom = Math.max(bottom, puck.y);
    }
    const x = shown.x + ((left + right) / 2 - shown.x) * SHARE;
    const y = shown.y + ((top + bottom) / 2 - shown.y) * SHARE;
    const wanted = Math.max(right - left + WIDTH.margin, (bottom - top + WIDTH.margin) / ASPECT, WIDTH.least);
    const { view } = this;
    this.cut = this.#fresh || Math.hypot(x - view.x, y - view.y) > CUT;
    this.#fresh = false;
    const follow = this.cut ? 1 : 1 - Math.exp(-seconds / FOLLOW_S);
    const widen = this.cut ? 1 : 1 - Math.exp(-seconds / WIDEN_S);
    view.x += (x - view.x) * follow;
    view.y += (y - view.y) * follow;
    view.width += (Math.min(WIDTH.most, wanted) - view.width) * widen;
    view.height = view.width * ASPECT;
  }

  #warmAt(place: { x: number; y: number } | undefined, by: number): void {
    if (place) this.#warm(place.x, place.y, by);
  }

  #warm(x: number, y: number, by: number): void {
    const cell = this.#cell(x, y);
    if (cell >= 0) this.#heat[cell] = (this.#heat[cell] as number) + by;
  }

  /** The cell of a place, -1 outside. */
  #cell(x: number, y: number): number {
    const col = Math.floor(x / CELL);
    const row = Math.floor(y / CELL);
    const cell = row * this.#cols + col;
    return col >= 0 && row >= 0 && col < this.#cols && cell < this.#heat.length ? cell : -1;
  }
}

function near(one: ShownPuck, other: ShownPuck): boolean {
  return Math.hypot(one.x - other.x, one.y - other.y) < NEAR;
}
