// What the pictures of traces show, written down while a profile is played: where pucks and bolts were at the server and on
// every screen, in the laboratory's time; and what is worth a picture of it.

import type { World } from '#shared/sim/types.ts';
import { TICK_MS } from '#shared/tuning.ts';
import { Match } from '../../../server/rooms/match.ts';
import type { LabPlayer } from './player.ts';
import type { Sighting } from './screen.ts';
import type { Trace, TraceLine } from './tracesDraw.ts';
import { type Contact, keyOf, type Truth } from './truth.ts';

const SERVER = { colour: '#9aa4b2', width: 6 };
const BLUE = '#0b57d0';
const RED = '#c2330c';

const REMOTE_MS = 2000;
/** Around a stall. */
const BEFORE_MS = 500;
const AFTER_MS = 1000;

type Points = [ms: number, value: number][];

/** Another's puck in a frame. */
interface Glance {
  ms: number;
  at: number;
  x: number;
}

export class Recorder {
  readonly #truth: Truth;
  readonly #players: readonly LabPlayer[];
  readonly #ticks: number[] = [];
  readonly #flown = new Map<string, Points>();
  readonly #seen = new Map<LabPlayer, Map<Sighting, Points>>();
  /** What the first player saw of the others, by slot. */
  readonly #glances = new Map<number, Glance[]>();
  readonly #queue: Points = [];
  readonly #pending: Points = [];

  constructor(truth: Truth, players: readonly LabPlayer[]) {
    this.#truth = truth;
    this.#players = players;
    const noteWorld = (world: World) => this.#noteTick(world);
    const { step } = Match.prototype;
    Match.prototype.step = function (this: Match) {
      const calls = step.call(this);
      noteWorld(this.world);
      return calls;
    };
    for (const player of players) {
      this.#seen.set(player, new Map());
      player.onFrame = (ms) => this.#noteFrame(player, ms);
    }
  }

  /** The place of the puck that moved most in two seconds, among those that the first player saw all the while. */
  remote(): Trace {
    const windows = [...this.#glances].flatMap(([slot, glances]) => this.#windows(slot, glances));
    const best = windows.sort((a, b) => b.way - a.way)[0];
    if (!best) throw new Error('nobody was in sight for long enough');
    const { slot, glances } = best;
    const first = Math.floor(glances[0]?.at ?? 0);
    const startMs = this.#msOf(first);
    const count = Math.floor(this.#tickAt(glances.at(-1)?.ms ?? 0)) - first;
    const server: Points = Array.from({ length: count }, (_, i) => [
      this.#msOf(first + i) - startMs,
      this.#truth.at(slot, first + i)?.x ?? 0,
    ]);
    return {
      title: "Another's puck at a round trip of 150 ms",
      xLabel: 'time, ms',
      yLabel: 'place from the left, units',
      lines: [
        { name: 'at the server', ...SERVER, points: server },
        { name: 'on a screen, at the tick it shows', colour: BLUE, points: glances.map(({ at, x }) => [this.#msOf(at) - startMs, x]) },
        { name: 'on the screen, when it is seen', colour: RED, points: glances.map(({ ms, x }) => [ms - startMs, x]) },
      ],
    };
  }

  /** The bolt that flew longest straight into another's puck, and was drawn in time on both screens. */
  bolt(): Trace {
    const shots = this.#truth.contacts.filter((contact) => contact.kind === 'hit').map((contact) => this.#shot(contact));
    const best = shots.filter((shot) => shot !== undefined).sort((a, b) => reach(b.server) - reach(a.server))[0];
    if (!best) throw new Error('no straight hit');
    const startMs = best.shooter[0]?.[0] ?? 0;
    const line = (name: string, points: Points, style: Pick<TraceLine, 'colour' | 'width'>): TraceLine => ({
      name,
      ...style,
      points: points.map(([ms, distance]) => [ms - startMs, distance]),
    });
    return {
      title: 'A bolt from the muzzle to the puck that it hits, at a round trip of 150 ms',
      xLabel: 'time since it left on its shooter’s screen, ms',
      yLabel: 'flown, units',
      lines: [
        line('at the server', best.server, SERVER),
        line('on its shooter’s screen', best.shooter, { colour: BLUE }),
        line('on the screen of whom it hits', best.victim, { colour: RED }),
      ],
    };
  }

  /** The first player's commands around a stall. */
  queue(stallAtMs: number, stallMs: number): Trace {
    const around = (points: Points): Points =>
      points
        .filter(([ms]) => ms > stallAtMs - BEFORE_MS && ms < stallAtMs + stallMs + AFTER_MS)
        .map(([ms, count]) => [ms - stallAtMs, count]);
    return {
      title: `Commands of a player whose line stands still for ${stallMs} ms`,
      xLabel: 'time, ms',
      yLabel: 'commands',
      band: { fromMs: 0, toMs: stallMs, name: 'nothing arrives' },
      lines: [
        { name: 'not yet acknowledged, at the player', colour: BLUE, steps: true, points: around(this.#pending) },
        { name: 'waiting at the server after a tick', colour: RED, steps: true, points: around(this.#queue) },
      ],
    };
  }

  #noteTick(world: World): void {
    const ms = performance.now();
    this.#ticks[world.tick] = ms;
    this.#queue.push([ms, this.#truth.queues[this.#players[0]?.session.me ?? 0] ?? 0]);
    for (const bolt of world.bolts) {
      if (!bolt.live && bolt.endTick !== world.tick) continue;
      add(this.#flown, keyOf(bolt), [ms, Math.hypot(bolt.x - bolt.spawnX, bolt.y - bolt.spawnY)]);
    }
  }

  #noteFrame(player: LabPlayer, ms: number): void {
    const seen = this.#seen.get(player);
    for (const sighting of player.screen.sightings.values()) {
      const { visible, x, y, bolt } = sighting.shown;
      if (seen && visible) add(seen, sighting, [ms, Math.hypot(x - bolt.spawnX, y - bolt.spawnY)]);
    }
    if (player !== this.#players[0]) return;
    this.#pending.push([ms, player.session.stats.unacknowledged]);
    for (const { me, slot, at, x } of player.session.pucks) if (!me) add(this.#glances, slot, { ms, at, x });
  }

  /** Stretches of two seconds in which a puck lived all the while, and how far it went sideways. */
  #windows(slot: number, glances: Glance[]): { slot: number; glances: Glance[]; way: number }[] {
    const count = Math.round(REMOTE_MS / TICK_MS);
    const starts = Array.from({ length: Math.floor(glances.length / count) }, (_, i) => i * count);
    return starts.flatMap((start) => {
      const part = glances.slice(start, start + count);
      const truths = part.flatMap(({ ms, at }) => [this.#truth.at(slot, at), this.#truth.at(slot, this.#tickAt(ms))]);
      if (truths.some((truth) => truth === undefined || truth.life !== truths[0]?.life)) return [];
      const way = part.reduce((all, { x }, i) => all + Math.abs(x - (part[i - 1]?.x ?? x)), 0);
      return [{ slot, glances: part, way }];
    });
  }

  #shot({ by, victim, bolt }: Contact): { server: Points; shooter: Points; victim: Points } | undefined {
    const server = this.#flown.get(keyOf(bolt));
    const seenBy = (slot: number): Points | undefined => {
      const player = this.#players.find(({ session }) => session.me === slot);
      const sightings = [...(player ? (this.#seen.get(player) ?? []) : [])];
      return sightings.find(([{ key, shown }]) => key === keyOf(bolt) && shown.bolt.contacts === 0)?.[1];
    };
    const shooter = seenBy(by);
    const theirs = seenBy(victim);
    if (by === victim || !server || !shooter || !theirs) return undefined;
    return { server, shooter, victim: theirs };
  }

  #msOf(tick: number): number {
    const whole = Math.floor(tick);
    return (this.#ticks[whole] ?? Number.NaN) + (tick - whole) * TICK_MS;
  }

  /** The server's tick at a moment. */
  #tickAt(ms: number): number {
    const newest = this.#truth.tick;
    return newest + (ms - this.#msOf(newest)) / TICK_MS;
  }
}

const reach = (points: Points): number => points.at(-1)?.[1] ?? 0;

function add<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
