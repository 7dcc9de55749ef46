// What happened in a match, as far as the HUD tells it: the feed, and how one's own puck died.

import type { MatchEvent } from '#shared/net/messages.ts';
import { advanceFlight, launch } from '#shared/sim/flight.ts';
import { stopsBolts } from '#shared/sim/map.ts';
import type { KillEvent } from '#shared/sim/types.ts';
import { emptyBolt } from '#shared/sim/world.ts';
import { BOLT, TICK_S, TILE } from '#shared/tuning.ts';
import type { AnySession, SessionListener } from '../net/session.ts';

export type FeedLine = KillLine | CaptureLine;

interface AnyLine {
  id: number;
  slot: number;
  /** On `performance.now()`. */
  atMs: number;
}

/** Why a puck is gone: by a bolt of another, by its own, or burnt outside the arena. */
export type Cause = 'bolt' | 'own' | 'burn';

export interface KillLine extends AnyLine {
  type: 'kill';
  /** Slot of who earns it, -1 for nobody. */
  by: number;
  cause: Cause;
  bounces: number;
  /** Whether both are of one team. */
  mates: boolean;
}

export interface CaptureLine extends AnyLine {
  type: 'capture';
  /** Whose flag it is. */
  team: number;
}

export interface Death {
  by: number;
  cause: Cause;
  bounces: number;
  mates: boolean;
  atMs: number;
  /** The bolt's way: x and y of its muzzle, of each contact, of its end. Empty when it is not known. */
  path: number[];
  /** Walls around the way as an SVG path. */
  walls: string;
}

const ray = emptyBolt(0);
const FEED_LINES = 4;
const FEED_MS = 6000;

export class MatchLog implements SessionListener {
  readonly #session: AnySession;
  #lines: FeedLine[] = [];
  #count = 0;
  /** How one's own puck died last; undefined while it lives. */
  death: Death | undefined;

  constructor(session: AnySession) {
    this.#session = session;
  }

  /** The feed's lines that are still to be shown, oldest first. */
  feed(nowMs: number): FeedLine[] {
    this.#lines = this.#lines.filter(({ atMs }) => nowMs - atMs < FEED_MS).slice(-FEED_LINES);
    return this.#lines;
  }

  onEvent(event: MatchEvent): void {
    if (event.type === 'kill') this.#kill(event);
    else if (event.type === 'flag' && event.act === 'captured') this.#capture(event.slot, event.team);
    else if (event.type === 'spawn' && event.slot === this.#session.me) this.death = undefined;
  }

  /** Another map: what was is over. */
  onMap(): void {
    this.#lines = [];
    this.death = undefined;
  }

  /** Milliseconds since one's own puck died; endless when it has not. */
  sinceDeath(nowMs: number): number {
    return this.death ? nowMs - this.death.atMs : Number.POSITIVE_INFINITY;
  }

  #kill(event: KillEvent): void {
    const { slot, by, bounces } = event;
    const cause = event.own ? 'own' : event.bolt < 0 ? 'burn' : 'bolt';
    const atMs = performance.now();
    const mates = this.#areMates(slot, by);
    this.#lines.push({ type: 'kill', id: this.#count++, by, slot, cause, bounces, mates, atMs });
    if (slot !== this.#session.me) return;
    const path = event.bolt < 0 ? [] : this.#pathOf(event);
    this.death = { by, cause, bounces, mates, atMs, path, walls: path.length > 0 ? this.#wallsAround(path) : '' };
  }

  #capture(slot: number, team: number): void {
    this.#lines.push({ type: 'capture', id: this.#count++, slot, team, atMs: performance.now() });
  }

  #areMates(slot: number, by: number): boolean {
    const { mode, state } = this.#session;
    return mode.teams > 0 && by >= 0 && by !== slot && state.pucks[by]?.team === state.pucks[slot]?.team;
  }

  /** Flown again from the spawn: what was shown of it may have been cut short. */
  #pathOf({ bolt: slot, tick }: KillEvent): number[] {
    const { flights, map } = this.#session;
    for (const { bolt } of flights.all()) {
      if (bolt.slot !== slot) continue;
      launch(ray, bolt.spawnX, bolt.spawnY, bolt.aim, bolt.spawnLevel, bolt.parries);
      const path = [ray.x, ray.y];
      for (let left = (tick - bolt.spawnTick) * TICK_S; left > 0 && ray.contacts < BOLT.lastContact; ) {
        const { contacts } = ray;
        left -= advanceFlight(ray, map, left);
        if (ray.contacts > contacts) path.push(ray.x, ray.y);
      }
      path.push(ray.x, ray.y);
      return path;
    }
    return [];
  }

  #wallsAround(path: number[]): string {
    const box = boxOf(path, TILE);
    const { map } = this.#session;
    let walls = '';
    for (let row = Math.floor(box.top / TILE); row * TILE < box.bottom; row++) {
      for (let col = Math.floor(box.left / TILE); col * TILE < box.right; col++) {
        if (stopsBolts(map, col, row)) walls += `M${col * TILE} ${row * TILE}h${TILE}v${TILE}h-${TILE}z`;
      }
    }
    return walls;
  }
}

/** The rectangle around points (x and y in turn) with a margin. */
export function boxOf(path: readonly number[], margin: number): { left: number; top: number; right: number; bottom: number } {
  const xs = path.filter((_, i) => i % 2 === 0);
  const ys = path.filter((_, i) => i % 2 === 1);
  return {
    left: Math.min(...xs) - margin,
    top: Math.min(...ys) - margin,
    right: Math.max(...xs) + margin,
    bottom: Math.max(...ys) + margin,
  };
}
