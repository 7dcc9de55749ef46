// What really happened: every tick of the server's world, and every bolt that met a puck. Taken from the room's own match
// as it steps; the server's code knows nothing of it.

import type { SimEvent, World } from '#shared/sim/types.ts';
import { MatchRoom } from '../../../server/rooms/MatchRoom.ts';
import { Match } from '../../../server/rooms/match.ts';

/** A bolt's identity: a slot is used again and again. */
export interface BoltId {
  slot: number;
  generation: number;
  spawnTick: number;
}

/** A bolt met a puck, and what the server made of it. */
export interface Contact {
  tick: number;
  ms: number;
  kind: 'hit' | 'block' | 'parry';
  victim: number;
  by: number;
  bolt: BoltId;
  /** Whether the victim died of it. */
  deadly: boolean;
}

/** A puck at the end of a tick. */
export interface Moment {
  x: number;
  y: number;
  alive: boolean;
  /** Grows by one with each life. */
  life: number;
}

interface Flying extends BoltId {
  owner: number;
  x: number;
  y: number;
}

export const keyOf = ({ slot, generation, spawnTick }: BoltId): string => `${slot}/${generation}/${spawnTick}`;

export class Truth {
  /** The last tick that is known. */
  tick = 0;
  /** Most steps of any puck beyond its ticks, over any window. */
  stepsAhead = 0;
  readonly contacts: Contact[] = [];
  readonly byBolt = new Map<string, Contact>();
  /** Commands that wait after a tick took its own, by slot. */
  readonly queues: number[] = [];
  onTick: (tick: number) => void = () => {};
  readonly #moments: Moment[][] = [];
  readonly #lives: number[] = [];
  readonly #steps: number[] = [];
  readonly #ahead: number[] = [];

  /** Follows the matches of this process from now on. */
  watch(): void {
    const truth = this;
    const { step } = Match.prototype;
    Match.prototype.step = function (this: Match) {
      const flying = truth.#before(this.world);
      const calls = step.call(this);
      truth.#after(this.world, flying);
      return calls;
    };
  }

  /** A puck at a tick, between ticks in between; nothing where that is not known or it was not alive all the way. */
  at(slot: number, tick: number): { x: number; y: number; life: number } | undefined {
    const whole = Math.floor(tick);
    const a = this.#moments[whole]?.[slot];
    const b = this.#moments[whole + 1]?.[slot];
    if (!a?.alive || !b?.alive || a.life !== b.life) return undefined;
    const share = tick - whole;
    return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share, life: a.life };
  }

  #before(world: World): Flying[] {
    return world.bolts
      .filter(({ live }) => live)
      .map(({ slot, generation, spawnTick, owner, x, y }) => ({ slot, generation, spawnTick, owner, x, y }));
  }

  #after(world: World, flying: Flying[]): void {
    this.tick = world.tick;
    const ended = flying.filter(({ slot, generation }) => !world.bolts[slot]?.live || world.bolts[slot].generation !== generation);
    for (const event of world.events) this.#event(event, world, ended);
    for (const puck of world.pucks) this.#followSteps(puck.slot, puck.active ? puck.step : -1);
    this.#moments[world.tick] = world.pucks.map(({ slot, x, y, alive }) => ({ x, y, alive, life: this.#lives[slot] ?? 0 }));
    this.#readQueues();
    this.onTick(world.tick);
  }

  #event(event: SimEvent, world: World, ended: Flying[]): void {
    if (event.type === 'spawn') this.#lives[event.slot] = (this.#lives[event.slot] ?? 0) + 1;
    if (event.type !== 'hit' && event.type !== 'block' && event.type !== 'parry') return;
    const by = event.type === 'parry' ? event.from : event.by;
    const distance = (bolt: Flying) => Math.hypot(bolt.x - event.x, bolt.y - event.y);
    const theirs = ended.filter(({ owner }) => owner === by).sort((a, b) => distance(a) - distance(b));
    const bolt = theirs[0];
    if (!bolt) throw new Error('a bolt hit that was not there');
    ended.splice(ended.indexOf(bolt), 1);
    const deadly = event.type === 'hit' && world.pucks[event.slot]?.alive === false;
    const { slot: victim } = event;
    const contact: Contact = { tick: event.tick, ms: performance.now(), kind: event.type, victim, by, bolt, deadly };
    this.contacts.push(contact);
    this.byBolt.set(keyOf(bolt), contact);
  }

  #followSteps(slot: number, step: number): void {
    const before = this.#steps[slot] ?? -1;
    this.#steps[slot] = step;
    if (before < 0 || step < before) this.#ahead[slot] = 0;
    else this.#ahead[slot] = Math.max(0, (this.#ahead[slot] ?? 0) + step - before - 1);
    this.stepsAhead = Math.max(this.stepsAhead, this.#ahead[slot] ?? 0);
  }

  #readQueues(): void {
    const [room] = MatchRoom.open;
    if (!room) return;
    room.state.pucks.forEach(({ sessionId }, slot) => {
      if (sessionId) this.queues[slot] = room.inputs.get(sessionId)?.size ?? 0;
    });
  }
}
