// What one player's screen showed: for each bolt when it was first seen, where it touched whom, and what the own puck was
// doing then. Written down frame by frame; the judges read it when the truth is known.

import { AIM_X, AIM_Y } from '#shared/sim/math.ts';
import { isDashing, isParrying } from '#shared/sim/puck.ts';
import type { Puck } from '#shared/sim/types.ts';
import { BOLT, PARRY, PUCK, TICK_S } from '#shared/tuning.ts';
import { nearestOnWay } from '../../../client/net/nearestOnWay.ts';
import type { MatchSession } from '../../../client/net/session.ts';
import type { ShownPuck } from '../../../client/net/sessionTypes.ts';
import type { ShownBolt } from '../../../client/net/shownBolt.ts';
import { keyOf } from './truth.ts';

const REACH = PUCK.radius + BOLT.half;
/** The next frame comes before so many milliseconds have passed. */
const FRAME_AFTER_MS = 25;
const NO_TOUCH = {
  touchedMe: undefined,
  parried: false,
  drawnTouch: false,
  drawnParry: false,
  dashed: false,
  nearest: Number.POSITIVE_INFINITY,
} satisfies Partial<Sighting>;
/** Units that rounding may make of a distance. */
const GRID_SLACK = 1;
/** A bolt that was not there for so long is over. */
const FORGET_MS = 2500;

interface Place {
  x: number;
  y: number;
}

/** A puck in the last frame: as shown, and as it is at the end of its tick. */
interface Last extends Place {
  alive: boolean;
  aim: number;
  tickX: number;
  tickY: number;
}

export interface Touch {
  ms: number;
  /** Whose puck. */
  slot: number;
}

/** A bolt came to one's own puck. */
export interface Meeting {
  /** The first touch, to within a tick. */
  touchedMe: Touch | undefined;
  /** The tick, as shown, at which it was far away again; infinite before. */
  until: number;
  /** Whether the own puck held a parry toward it, at that touch and a tick before and after. */
  parried: boolean;
  /** Whether it touched as it was drawn, without any tolerance, and whether the own puck was drawn with a parry toward it then. */
  drawnTouch: boolean;
  drawnParry: boolean;
}

export interface Sighting extends Meeting {
  /** It met one's own puck, flew on, as far as the screen showed, and may have come back. */
  readonly earlier: Meeting[];
  readonly shown: ShownBolt;
  /** The key of the bolt; empty while the server has not confirmed it. */
  key: string;
  owner: number;
  firstMs: number;
  lastMs: number;
  frames: number;
  /** Fired by the player at the screen. */
  own: boolean;
  /** Frames in which it was drawn while the own puck lived. */
  framesAlive: number;
  /** Whether the own puck dashed while the bolt was near. */
  dashed: boolean;
  /** Least distance from the own puck's centre. */
  nearest: number;
  /** The first touch of another's puck. */
  touchedOther: Touch | undefined;
  x: number;
  y: number;
}

export class Screen {
  readonly session: MatchSession;
  readonly sightings = new Map<ShownBolt, Sighting>();
  /** Those that the server has confirmed, by the bolt's key. */
  readonly byKey = new Map<string, Sighting>();
  onOver: (sighting: Sighting) => void = () => {};
  onFirst: (sighting: Sighting) => void = () => {};
  readonly #over = new WeakSet<ShownBolt>();
  readonly #last = new Map<number, Last>();

  constructor(session: MatchSession) {
    this.session = session;
  }

  /** A frame was made at `ms`, in the laboratory's time. */
  look(ms: number): void {
    const { flights, pucks, me } = this.session;
    for (const shown of flights.all()) {
      // A session keeps bolts that are over until their slot is used again.
      if (this.#over.has(shown)) continue;
      const sighting = this.sightings.get(shown) ?? this.#meet(shown, ms, me);
      // One that was drawn and vanishes at a touch was drawn up to there.
      const vanishes = sighting.frames > 0 && (shown.x !== sighting.x || shown.y !== sighting.y);
      if (!shown.visible && !vanishes) continue;
      if (sighting.frames++ === 0) {
        sighting.firstMs = ms;
        // It was not drawn on its way to here.
        sighting.x = shown.x;
        sighting.y = shown.y;
        this.onFirst(sighting);
      }
      sighting.lastMs = ms;
      for (const puck of pucks) this.#compare(sighting, puck, ms, me);
      sighting.x = shown.x;
      sighting.y = shown.y;
    }
    for (const { slot, x, y, alive, puck } of pucks) {
      this.#last.set(slot, { x, y, alive, aim: puck.aim, tickX: puck.x, tickY: puck.y });
    }
    for (const sighting of this.sightings.values()) this.#settle(sighting, ms);
  }

  #meet(shown: ShownBolt, ms: number, me: number): Sighting {
    const { owner, spawnX, spawnY } = shown.bolt;
    const sighting: Sighting = {
      shown,
      key: '',
      owner,
      firstMs: ms,
      lastMs: ms,
      frames: 0,
      own: owner === me,
      touchedMe: undefined,
      earlier: [],
      until: Number.POSITIVE_INFINITY,
      parried: false,
      drawnTouch: false,
      drawnParry: false,
      framesAlive: 0,
      dashed: false,
      nearest: Number.POSITIVE_INFINITY,
      touchedOther: undefined,
      x: spawnX,
      y: spawnY,
    };
    this.sightings.set(shown, sighting);
    return sighting;
  }

  #compare(sighting: Sighting, puck: ShownPuck, ms: number, me: number): void {
    if (!puck.alive) return;
    const mine = puck.slot === me;
    if (mine === sighting.own) return;
    const { shown } = sighting;
    const last = this.#last.get(puck.slot);
    const before = last?.alive ? last : puck;
    if (!mine) {
      const distance = wayDistance(sighting.x - before.x, sighting.y - before.y, shown.x - puck.x, shown.y - puck.y);
      if (distance < REACH) sighting.touchedOther ??= { ms, slot: puck.slot };
      return;
    }
    sighting.framesAlive++;
    this.#compareMine(sighting, puck, before, ms);
  }

  #compareMine(sighting: Sighting, puck: ShownPuck, before: Place, ms: number): void {
    const { shown } = sighting;
    const last = this.#last.get(puck.slot);
    const { aim } = puck.puck;
    if (!sighting.drawnTouch && wayDistance(sighting.x - before.x, sighting.y - before.y, shown.x - puck.x, shown.y - puck.y) < REACH) {
      sighting.drawnTouch = true;
      sighting.drawnParry = isParrying(puck.puck) && covers(aim, shown.x - puck.x, shown.y - puck.y);
    }
    // To within a tick: against where the puck was, is, and is at the tick's end, on the bolt's way since the last frame and
    // in the tick to come.
    const aheadX = shown.x + shown.dx * shown.bolt.speed * TICK_S;
    const aheadY = shown.y + shown.dy * shown.bolt.speed * TICK_S;
    const places: Place[] = [before, puck, puck.puck, last?.alive ? { x: last.tickX, y: last.tickY } : puck];
    let nearest = Number.POSITIVE_INFINITY;
    for (const at of places) {
      const way = wayDistance(sighting.x - at.x, sighting.y - at.y, shown.x - at.x, shown.y - at.y);
      const next = wayDistance(shown.x - at.x, shown.y - at.y, aheadX - at.x, aheadY - at.y);
      nearest = Math.min(nearest, way, next);
    }
    const { touchedMe } = sighting;
    if (touchedMe && shown.visible && nearest > 2 * REACH) {
      const { parried, drawnTouch, drawnParry } = sighting;
      sighting.earlier.push({ touchedMe, until: this.session.present, parried, drawnTouch, drawnParry });
      Object.assign(sighting, NO_TOUCH);
    }
    sighting.nearest = Math.min(sighting.nearest, nearest);
    if (sighting.nearest < 3 * REACH && isDashing(puck.puck)) sighting.dashed = true;
    const aims = [aim, last?.aim ?? aim];
    const isCovered = () =>
      places.every(({ x, y }) => aims.every((each) => covers(each, shown.x - x, shown.y - y) && covers(each, aheadX - x, aheadY - y)));
    if (sighting.touchedMe) {
      // The tick after the touch counts too: a dash turns the puck away from under its parry.
      if (ms - sighting.touchedMe.ms < FRAME_AFTER_MS) sighting.parried &&= isCovered();
    } else if (sighting.nearest <= REACH + GRID_SLACK) {
      sighting.touchedMe = { ms, slot: puck.slot };
      sighting.parried = holdsParry(puck.puck) && isCovered();
    }
  }

  #settle(sighting: Sighting, ms: number): void {
    const { bolt, pending } = sighting.shown;
    if (sighting.key === '' && pending === 0 && bolt.slot >= 0) {
      sighting.key = keyOf(bolt);
      this.byKey.set(sighting.key, sighting);
    }
    if (ms - sighting.lastMs < FORGET_MS) return;
    this.sightings.delete(sighting.shown);
    this.#over.add(sighting.shown);
    this.byKey.delete(sighting.key);
    this.onOver(sighting);
  }
}

/** Whether a puck is in a parry, and was a tick ago, and will be in a tick. */
const holdsParry = ({ step, parryEndsAt }: Puck): boolean => step + 1 < parryEndsAt && step > parryEndsAt - PARRY.ticks;

/** Whether a parry along an aim covers the direction of a point. */
function covers(aim: number, dx: number, dy: number): boolean {
  return dx * (AIM_X[aim] as number) + dy * (AIM_Y[aim] as number) >= PARRY.arcCos * Math.hypot(dx, dy);
}

/** Least distance from the origin of a point that goes straight from one place to another. */
function wayDistance(x1: number, y1: number, x2: number, y2: number): number {
  const { x, y } = nearestOnWay(x1, y1, x2, y2);
  return Math.hypot(x, y);
}
