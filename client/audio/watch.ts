// What is to be heard without an event: bolts that pass glass, dashes and kicks of others, one's own charges and health, an
// arena that begins to close in, votes. Seen from one frame to the next.

import { type ArenaMap, BUMPER, GLASS, tileAt } from '#shared/sim/map.ts';
import { boundsShare } from '#shared/sim/objectives.ts';
import { dashesOf, energyOf, isDashing } from '#shared/sim/puck.ts';
import type { Puck } from '#shared/sim/types.ts';
import { LAST, PUCK, TILE } from '#shared/tuning.ts';
import type { AnySession } from '../net/session.ts';
import type { ShownPuck } from '../net/sessionTypes.ts';
import type { ShownBolt } from '../net/shownBolt.ts';
import type { EffectName } from './effects.ts';

type Place = { x: number; y: number };
/** `place` is undefined at one's own ear. */
type Tell = (name: EffectName, place: Place | undefined, loud?: number) => void;

/** A puck that is faster than it can run, and does not dash, was kicked. */
const KICKED_SPEED = PUCK.topSpeed * 1.3;
/** Units beyond a puck's rim in which a bumper is looked for. */
const BUMPER_REACH = 14;
/** Health from which the heart is heard, milliseconds from beat to beat; each is softer than the one before, down to the least. */
const HEART = { health: PUCK.health * 0.35, everyMs: 850, softer: 0.85, least: 0.3 } as const;
const SIDES = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;

/** The first of some tiles that is so near to a place, if any. */
export function tileBeside(map: ArenaMap, x: number, y: number, reach: number, wanted: readonly number[]): number | undefined {
  for (const [dx, dy] of SIDES) {
    const tile = tileAt(map, Math.floor((x + dx * reach) / TILE), Math.floor((y + dy * reach) / TILE));
    if (wanted.includes(tile)) return tile;
  }
  return undefined;
}

export class Watch {
  readonly #session: AnySession;
  readonly #tell: Tell;
  readonly #lastPlaces: Place[] = [];
  readonly #dashing: boolean[] = [];
  readonly #fast: boolean[] = [];
  readonly #inGlass = new WeakSet<ShownBolt>();
  #dashes = 0;
  #energy = 0;
  #health = 0;
  #life = -1;
  #beatAtMs = 0;
  #beatLoud = 1;
  #closesFrom = 0;
  #votes = 0;

  constructor(session: AnySession, tell: Tell) {
    this.#session = session;
    this.#tell = tell;
  }

  /** Where a puck was seen last. */
  lastPlace(slot: number): Place | undefined {
    return this.#lastPlaces[slot];
  }

  /** What was is over: another map. */
  reset(): void {
    this.#lastPlaces.length = this.#dashing.length = this.#fast.length = 0;
    this.#closesFrom = this.#votes = 0;
  }

  look(nowMs: number): void {
    const { pucks, own } = this.#session;
    for (const shown of pucks) if (shown.alive) this.#lookAtPuck(shown);
    this.#lookAtGlass();
    if (own) this.#lookAtOwn(own, nowMs);
    this.#lookAtMatch();
  }

  #lookAtPuck({ slot, x, y, puck, me }: ShownPuck): void {
    this.#lastPlaces[slot] ??= { x, y };
    const last = this.#lastPlaces[slot];
    last.x = x;
    last.y = y;
    const dashing = isDashing(puck);
    const fast = !dashing && Math.hypot(puck.vx, puck.vy) > KICKED_SPEED;
    // One's own acts are told as they are felt.
    if (!me && dashing && !this.#dashing[slot]) this.#tell('dash', last, 0.8);
    const kicked = !me && fast && !this.#fast[slot] && !this.#dashing[slot];
    if (kicked && tileBeside(this.#session.map, x, y, PUCK.radius + BUMPER_REACH, [BUMPER])) this.#tell('kicked', last, 0.8);
    this.#dashing[slot] = dashing;
    this.#fast[slot] = fast;
  }

  #lookAtGlass(): void {
    const { flights, map } = this.#session;
    for (const shown of flights.all()) {
      if (!shown.visible) continue;
      const within = tileAt(map, Math.floor(shown.x / TILE), Math.floor(shown.y / TILE)) === GLASS;
      if (!within) this.#inGlass.delete(shown);
      else if (!this.#inGlass.has(shown)) {
        this.#inGlass.add(shown);
        this.#tell('glass', shown, 0.8);
      }
    }
  }

  #lookAtOwn(own: Puck, nowMs: number): void {
    const dashes = dashesOf(own);
    const energy = energyOf(own);
    const lives = own.alive && own.life === this.#life;
    if (lives && dashes > this.#dashes) this.#tell('dashBack', undefined);
    // Each of them would be a ticking: what counts is that one can shoot again.
    if (lives && this.#energy === 0 && energy > 0) this.#tell('energyBack', undefined);
    if (lives && own.health < this.#health && this.#isOutside(own)) this.#tell('burn', undefined);
    this.#dashes = dashes;
    this.#energy = energy;
    this.#beat(own, nowMs);
    this.#health = own.health;
    this.#life = own.life;
  }

  #beat({ alive, health }: Puck, nowMs: number): void {
    if (!alive || health > HEART.health || health !== this.#health) this.#beatLoud = 1;
    if (!alive || health > HEART.health || nowMs - this.#beatAtMs < HEART.everyMs) return;
    this.#beatAtMs = nowMs;
    this.#tell('lowHealth', undefined, this.#beatLoud);
    this.#beatLoud = Math.max(HEART.least, this.#beatLoud * HEART.softer);
  }

  #isOutside({ x, y }: Puck): boolean {
    const { objectives, present } = this.#session;
    return objectives.some((area) => {
      if (area.kind !== 'bounds' || area.state === 'held') return false;
      const share = boundsShare(area, present, LAST.leastShare);
      return Math.abs(x - area.x) > area.halfWidth * share || Math.abs(y - area.y) > area.halfHeight * share;
    });
  }

  #lookAtMatch(): void {
    const { objectives, state, present } = this.#session;
    for (const { kind, state: now, fromTick } of objectives) {
      // Between rounds it waits for the next.
      if (kind !== 'bounds' || now === 'held' || present < fromTick || fromTick === this.#closesFrom) continue;
      this.#closesFrom = fromTick;
      this.#tell('closing', undefined);
    }
    let votes = 0;
    for (const option of state.ballot) votes += option.votes;
    if (votes > this.#votes) this.#tell('vote', undefined);
    this.#votes = votes;
  }
}
