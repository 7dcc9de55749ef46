// Every bolt on the screen, flown from its spawn with the simulation's own flight: to the present near one's own puck, to the
// tick at which the others are shown near them. One's own bolts start at the press and are handed over to the server's when
// it confirms them; an enemy's leaves its muzzle late and catches up.

import { readBolt } from '#shared/net/reader.ts';
import type { BoltState, MatchState } from '#shared/net/schema.ts';
import { launch, lifeTicks, stepFlight } from '#shared/sim/flight.ts';
import type { ArenaMap } from '#shared/sim/map.ts';
import type { Bolt, Flight, Puck } from '#shared/sim/types.ts';
import { emptyBolt } from '#shared/sim/world.ts';
import { BOLT, GRID, PUCK, TICK_S } from '#shared/tuning.ts';
import { nearestOnWay } from './nearestOnWay.ts';
import type { ShownPuck } from './sessionTypes.ts';
import { type Bounce, copyFlight, NEWS_TICKS, ShownBolt, type Strike } from './shownBolt.ts';

/** Nearer to one's own puck than this, in units, all is in the present; from there on a bolt may be so many ticks late a tick's flight. */
const PRESENT_RADIUS = 40;
const LATE_A_TICK = 0.4;
/**
 * The server moves a bolt through a tick past pucks that stand where the tick before has left them. Drawn half a tick ahead
 * of one's own puck it meets it where the server has them meet, on average.
 */
const LEAD_TICKS = 0.5;
/** Nearer than this to another puck one's own bolt is at that puck's tick: also where it only grazes it. */
const OTHERS_RADIUS = 60;
/** Beyond the round trip, ticks until an unconfirmed contact is taken back. */
const CONTACT_GRACE_TICKS = 6;
const REACH = PUCK.radius + BOLT.half;

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

/** A new bolt, flown ahead to see whom it has met. */
const probe: Flight = emptyBolt(0);

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
    const own = pucks.find(({ slot }) => slot === me);
    for (const shown of this.#all) {
      if (shown.ended || (own && shown.showStrike(own, present, this.#map, this.onBounce))) continue;
      shown.advance(present, ticks, delayOf(shown, shown.bolt, pucks, me, behind), this.#map, this.onBounce);
    }
  }

  /**
   * Hides bolts that touch one's own puck, until the server has had time to say so. Of all others it has said so already by
   * the time that they are shown at. One that strikes from nearby is seen in this frame alone.
   */
  hideContacts(own: ShownPuck, present: number, roundTripTicks: number, passes: (owner: number, slot: number) => boolean): void {
    if (!own.alive) return;
    for (const shown of this.#all) {
      if (!shown.visible || shown.striking || (shown.bolt.owner === own.slot && harmless(shown, present))) continue;
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
    if (strike) shown.strike(strike, present + around.roundTripTicks + CONTACT_GRACE_TICKS);
    return shown;
  }

  /** Flies the probe to the present; where it met one's own puck on its way, from the puck's centre. */
  #strikeOn(spawnTick: number, { present, ownAt }: Surroundings): Strike | undefined {
    for (let tick = spawnTick; tick < present; tick++) {
      const { x, y } = probe;
      if (!stepFlight(probe, this.#map)) return undefined;
      const own = ownAt(tick);
      if (!own) continue;
      const way = nearestOnWay(x - own.x, y - own.y, probe.x - own.x, probe.y - own.y);
      if (way.x * way.x + way.y * way.y < REACH * REACH) return { tick, ...way };
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
  if (bolt.owner !== me) {
    return Math.min(behind, (LATE_A_TICK * Math.max(0, mine - PRESENT_RADIUS)) / (bolt.speed * TICK_S) - LEAD_TICKS);
  }
  // From one's own muzzle, without delay, to whomever it comes near.
  if (others === Number.POSITIVE_INFINITY) return 0;
  const way = Math.max(0, others - OTHERS_RADIUS);
  return way === 0 ? behind : (behind * mine) / (mine + way);
}

function harmless(shown: ShownBolt, present: number): boolean {
  return shown.bolt.contacts === 0 || present - shown.bolt.spawnTick < BOLT.ownHarmlessTicks;
}
