// Every bolt on the screen, flown from its spawn with the simulation's own flight: to the present near one's own puck, to the
// tick at which the others are shown near them. One's own bolts start at the press and are handed over to the server's when
// it confirms them; an enemy's leaves its muzzle late and catches up.

import { readBolt } from '#shared/net/reader.ts';
import type { BoltState, MatchState } from '#shared/net/schema.ts';
import { advanceFlight, launch, lifeTicks, stepFlight } from '#shared/sim/flight.ts';
import type { ArenaMap } from '#shared/sim/map.ts';
import type { Bolt, Flight, Puck } from '#shared/sim/types.ts';
import { emptyBolt } from '#shared/sim/world.ts';
import { BOLT, GRID, PUCK, TICK_S } from '#shared/tuning.ts';
import type { ShownPuck } from './session.ts';

/** An enemy's bolt makes up for its delay by so many ticks a tick: it must be in time before it arrives. */
const CATCH_UP = 2;
/** Otherwise a delay grows and shrinks by so many: with the slewing present a bolt still never flies backwards. */
const HOLD_BACK = 0.85;
/** Nearer to one's own puck than this, in units, all is in the present; from there on a bolt may be so many ticks late a tick's flight. */
const PRESENT_RADIUS = 40;
const LATE_A_TICK = 0.4;
/** Nearer than this to another puck one's own bolt is at that puck's tick: also where it only grazes it. */
const OTHERS_RADIUS = 60;
/** Beyond the round trip, ticks until an unconfirmed contact is taken back. */
const CONTACT_GRACE_TICKS = 6;
const REACH = PUCK.radius + BOLT.half;
/** A contact is told if it happened at most so many ticks ago. */
const NEWS_TICKS = 20;
const ignore = (): void => {};

/** What a new bolt is looked at with: where all are shown, and where one's own puck was. */
export interface Surroundings {
  present: number;
  pucks: readonly ShownPuck[];
  /** Slot of one's own puck, -1 for none. */
  me: number;
  /** Ticks that the others are shown behind the present. */
  behind: number;
  /** Ticks to the server and back. */
  roundTripTicks: number;
  /** One's own puck as shown at a tick; nothing while it was not alive. */
  ownAt(tick: number): { x: number; y: number } | undefined;
  /** Whether bolts of one seat pass the puck of another. */
  passes(owner: number, slot: number): boolean;
}

/** A contact with a wall, for sparks and sounds. */
export interface Bounce {
  x: number;
  y: number;
  level: number;
  /** False for a dull clink. */
  counted: boolean;
  owner: number;
}

export class ShownBolt {
  /** Flown to tick `#tick`. */
  readonly bolt: Bolt;
  /** Shown place and heat. */
  x = 0;
  y = 0;
  dx = 1;
  dy = 0;
  level = 0;
  /** False before its time, after its end, or while a predicted contact hides it. */
  visible = false;
  /** Corners of the way so far: x and y of the muzzle, then of each contact. */
  readonly corners: number[] = [];
  /** The sequence of the command that fired it, while the server has not confirmed it; else 0. */
  pending = 0;
  /** The present at which it was first seen, -1 before. */
  seenTick = -1;
  /** Ticks that it is shown behind the present. */
  delay = 0;
  #tick = 0;
  #hiddenUntil = 0;
  /** From one's own puck to where it struck, until that was shown. */
  #strike: { x: number; y: number } | undefined;
  readonly #catchUp: number;
  #ended = false;
  #endTick = Number.POSITIVE_INFINITY;

  /** `mine`: fired by one's own puck. */
  constructor(slot: number, mine: boolean) {
    this.bolt = emptyBolt(slot);
    this.#catchUp = mine ? HOLD_BACK : CATCH_UP;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** The bolt begins its flight at its spawn; it is shown `delay` ticks behind. */
  begin(delay: number): void {
    const { bolt } = this;
    this.#tick = bolt.spawnTick;
    this.#ended = false;
    this.#endTick = bolt.endTick;
    this.#hiddenUntil = 0;
    this.delay = delay;
    this.corners.length = 0;
    this.corners.push(bolt.x, bolt.y);
    this.x = bolt.x;
    this.y = bolt.y;
    this.level = bolt.level;
  }

  /** The server's word for a predicted bolt: the same flight, perhaps at another tick; the difference fades. */
  confirm(slot: number, from: BoltState): void {
    const shift = from.spawnTick - this.bolt.spawnTick;
    this.bolt.slot = slot;
    this.bolt.generation = from.generation;
    this.bolt.spawnTick += shift;
    this.#tick += shift;
    this.#endTick += shift;
    this.delay -= shift;
    this.pending = 0;
  }

  /** The server says that it ended at a tick. */
  cut(tick: number): void {
    this.#endTick = Math.min(this.#endTick, tick);
  }

  /** Hides it at a contact that the server has not confirmed yet. */
  hide(untilTick: number): void {
    if (this.#hiddenUntil === 0) this.#hiddenUntil = untilTick;
  }

  /** It met one's own puck before one could know of it: shown there for a frame, then hidden like any contact. */
  strike(x: number, y: number, untilTick: number): void {
    this.#strike = { x, y };
    this.hide(untilTick);
  }

  /** Shows a strike on one's own puck, once. */
  showStrike(own: { x: number; y: number }, present: number): void {
    if (!this.#strike) return;
    this.x = own.x + this.#strike.x;
    this.y = own.y + this.#strike.y;
    this.visible = true;
    this.seenTick = present;
    this.#strike = undefined;
  }

  /** Flies it to the shown tick, which is to be `wanted` ticks behind the present. */
  advance(present: number, ticks: number, wanted: number, map: ArenaMap, onBounce: (bounce: Bounce) => void): void {
    this.delay = Math.max(this.delay - ticks * this.#catchUp, Math.min(this.delay + ticks * HOLD_BACK, wanted));
    const at = present - this.delay;
    const to = Math.min(Math.floor(at), this.#endTick);
    // Contacts of long ago (of a bolt that was in the air before one came) are no news.
    while (!this.#ended && this.#tick < to) this.#step(map, present - this.#tick < NEWS_TICKS ? onBounce : ignore);
    if (at >= this.#endTick) this.#ended = true;
    const started = at >= this.bolt.spawnTick;
    this.visible = started && !this.#ended && !(this.#hiddenUntil > present);
    if (this.visible && this.seenTick < 0) this.seenTick = present;
    if (this.visible) this.#place(at - this.#tick, map);
  }

  #step(map: ArenaMap, onBounce: (bounce: Bounce) => void): void {
    const { bolt } = this;
    let left = TICK_S;
    while (left > 0 && !this.#ended) {
      const { contacts, bounces } = bolt;
      left -= advanceFlight(bolt, map, left);
      if (bolt.contacts === contacts) continue;
      this.corners.push(bolt.x, bolt.y);
      onBounce({ x: bolt.x, y: bolt.y, level: bolt.level, counted: bolt.bounces > bounces, owner: bolt.owner });
      if (bolt.contacts >= BOLT.lastContact) this.#ended = true;
    }
    this.#tick++;
  }

  #place(share: number, map: ArenaMap): void {
    copyFlight(between, this.bolt);
    for (let left = Math.max(0, Math.min(1, share)) * TICK_S; left > 0 && between.contacts < BOLT.lastContact; ) {
      left -= advanceFlight(between, map, left);
    }
    this.x = between.x;
    this.y = between.y;
    this.dx = between.dx;
    this.dy = between.dy;
    this.level = between.level;
  }
}

const between: Flight = emptyBolt(0);
/** A new bolt, flown ahead to see whom it has met. */
const probe: Flight = emptyBolt(0);

/** Only what flies, field by field: for each bolt in each frame. */
function copyFlight(to: Flight, from: Flight): void {
  to.x = from.x;
  to.y = from.y;
  to.dx = from.dx;
  to.dy = from.dy;
  to.speed = from.speed;
  to.level = from.level;
  to.bounces = from.bounces;
  to.contacts = from.contacts;
  to.run = from.run;
  to.parries = from.parries;
}

export class Flights {
  readonly #map: ArenaMap;
  readonly #bySlot: (ShownBolt | undefined)[] = [];
  readonly #pending: ShownBolt[] = [];
  #all: readonly ShownBolt[] = [];
  readonly onBounce: (bounce: Bounce) => void;

  constructor(map: ArenaMap, onBounce: (bounce: Bounce) => void) {
    this.#map = map;
    this.onBounce = onBounce;
  }

  /** All that may be seen, own unconfirmed ones included: the same array until a bolt comes or goes. */
  all(): readonly ShownBolt[] {
    return this.#all;
  }

  #list(): void {
    this.#all = [...this.#bySlot.filter((shown) => shown !== undefined), ...this.#pending];
  }

  /** One's own puck fired at a level with command `sequence`, which is expected to run at `tick`. */
  predict(puck: Puck, level: number, sequence: number, tick: number): void {
    const shown = new ShownBolt(-1, true);
    const { x, y, aim, slot } = puck;
    launch(shown.bolt, x, y, aim, level, 0);
    Object.assign(shown.bolt, { live: true, owner: slot, spawnTick: tick, spawnX: x, spawnY: y, aim, spawnLevel: level });
    shown.bolt.endTick = tick + lifeTicks(this.#map);
    shown.pending = sequence;
    shown.begin(0);
    this.#pending.push(shown);
    this.#list();
  }

  /** A snapshot came: take over new bolts, end those that hit, give up what the server did not fire. */
  snapshot(state: MatchState, acknowledged: number, around: Surroundings): void {
    const { present } = around;
    state.bolts.forEach((from, slot) => {
      if (from.spawnTick === 0 && from.generation === 0) return;
      // Of another match, or long over: nothing to see.
      if (from.spawnTick < state.startTick || endOf(from, this.#map) < present - NEWS_TICKS) return;
      const known = this.#bySlot[slot];
      if (known?.bolt.generation !== from.generation || known.bolt.spawnTick !== from.spawnTick) {
        this.#bySlot[slot] = this.#takeOver(from, slot, around);
      }
      if (from.endTick > 0) this.#bySlot[slot]?.cut(from.endTick);
    });
    for (let i = this.#pending.length - 1; i >= 0; i--) {
      if ((this.#pending[i] as ShownBolt).pending <= acknowledged) this.#pending.splice(i, 1);
    }
    this.#list();
  }

  /** After a reconnect nothing that was pending will come. */
  reset(): void {
    this.#pending.length = 0;
    this.#list();
  }

  /**
   * Flies all to the shown tick. `ticks` have passed since the last call; other pucks than `me` are shown `behind` ticks
   * behind the present.
   */
  advance(present: number, ticks: number, pucks: readonly ShownPuck[], me: number, behind: number): void {
    for (const shown of this.all()) {
      if (shown.ended) continue;
      shown.advance(present, ticks, delayOf(shown, shown.bolt, pucks, me, behind), this.#map, this.onBounce);
      const own = pucks.find(({ slot }) => slot === me);
      if (own) shown.showStrike(own, present);
    }
  }

  /**
   * Hides bolts that touch one's own puck, until the server has had time to say so. Of all others it has said so already by
   * the time that they are shown at.
   */
  hideContacts(own: ShownPuck, present: number, roundTripTicks: number, passes: (owner: number, slot: number) => boolean): void {
    if (!own.alive) return;
    for (const shown of this.#all) {
      if (!shown.visible || (shown.bolt.owner === own.slot && harmless(shown, present))) continue;
      const dx = shown.x - own.x;
      const dy = shown.y - own.y;
      if (dx * dx + dy * dy >= REACH * REACH || passes(shown.bolt.owner, own.slot)) continue;
      shown.hide(present + roundTripTicks + CONTACT_GRACE_TICKS);
      shown.visible = false;
    }
  }

  #takeOver(from: BoltState, slot: number, around: Surroundings): ShownBolt {
    const { me, present, pucks, behind } = around;
    const predicted = from.owner === me ? this.#pending.findIndex(({ bolt }) => sameSpawn(bolt, from)) : -1;
    if (predicted >= 0) {
      const [shown] = this.#pending.splice(predicted, 1) as [ShownBolt];
      shown.confirm(slot, from);
      return shown;
    }
    const shown = new ShownBolt(slot, from.owner === me);
    readBolt(from, slot, this.#map, shown.bolt);
    // One that has long been flying (a late joiner's) is shown where it is. A new one begins as late as suits the place that
    // it has reached by now: far away at its muzzle, near one's own puck in the present.
    const age = present - from.spawnTick;
    if (age <= 0 || age >= NEWS_TICKS) {
      shown.begin(0);
      return shown;
    }
    copyFlight(probe, shown.bolt);
    const strike = from.owner === me || around.passes(from.owner, me) ? undefined : this.#strikeOn(from.spawnTick, around);
    shown.begin(Math.min(age, delayOf(probe, shown.bolt, pucks, me, behind)));
    if (strike) shown.strike(strike.x, strike.y, present + around.roundTripTicks + CONTACT_GRACE_TICKS);
    return shown;
  }

  /** Flies the probe to the present; where it met one's own puck on its way, from the puck's centre. */
  #strikeOn(spawnTick: number, { present, ownAt }: Surroundings): { x: number; y: number } | undefined {
    for (let tick = spawnTick; tick < present; tick++) {
      const { x, y } = probe;
      if (!stepFlight(probe, this.#map)) return undefined;
      const own = ownAt(tick);
      if (!own) continue;
      const way = nearestOnWay(x - own.x, y - own.y, probe.x - own.x, probe.y - own.y);
      if (way.x * way.x + way.y * way.y < REACH * REACH) return way;
    }
    return undefined;
  }
}

/** The tick at which a received bolt ends at the latest. */
const endOf = (from: BoltState, map: ArenaMap): number => from.endTick || from.spawnTick + lifeTicks(map);

function sameSpawn(bolt: Bolt, from: BoltState): boolean {
  return bolt.spawnX * GRID === from.x && bolt.spawnY * GRID === from.y && bolt.aim === from.aim && bolt.spawnLevel === from.level;
}

/**
 * What is near one's own puck is in the present, what is near another's is as far behind it as that puck is: so whatever
 * meets a puck on the screen is what the server saw meet.
 */
function delayOf({ x, y }: { x: number; y: number }, bolt: Bolt, pucks: readonly ShownPuck[], me: number, behind: number): number {
  let mine = Number.POSITIVE_INFINITY;
  let others = Number.POSITIVE_INFINITY;
  for (const puck of pucks) {
    if (!puck.alive) continue;
    const distance = Math.max(0, Math.hypot(x - puck.x, y - puck.y) - REACH);
    if (puck.slot === me) mine = distance;
    else others = Math.min(others, distance);
  }
  if (mine === Number.POSITIVE_INFINITY) return behind;
  if (bolt.owner !== me) return Math.min(behind, (LATE_A_TICK * Math.max(0, mine - PRESENT_RADIUS)) / (bolt.speed * TICK_S));
  // From one's own muzzle, without delay, to whomever it comes near.
  if (others === Number.POSITIVE_INFINITY) return 0;
  const way = Math.max(0, others - OTHERS_RADIUS);
  return way === 0 ? behind : (behind * mine) / (mine + way);
}

/** The point nearest to the origin on a straight way. */
function nearestOnWay(x1: number, y1: number, x2: number, y2: number): { x: number; y: number } {
  const dx = x2 - x1;
  const dy = y2 - y1;
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : Math.max(0, Math.min(1, -(x1 * dx + y1 * dy) / square));
  return { x: x1 + dx * share, y: y1 + dy * share };
}

function harmless(shown: ShownBolt, present: number): boolean {
  return shown.bolt.contacts === 0 || present - shown.bolt.spawnTick < BOLT.ownHarmlessTicks;
}
