// What there is to hear in a match: every event as a noise at a place. It knows nothing of loudspeakers: the sounds play
// what it tells, the captions write it down.

import type { MatchEvent } from '#shared/net/messages.ts';
import { BUMPER, SPONGE } from '#shared/sim/map.ts';
import { DID } from '#shared/sim/puck.ts';
import type { KillEvent } from '#shared/sim/types.ts';
import { BOLT } from '#shared/tuning.ts';
import type { AnySession } from '../net/session.ts';
import type { Bounce, ShownBolt } from '../net/shownBolt.ts';
import type { MatchListener } from '../ui/match.ts';
import type { EffectName } from './effects.ts';
import { tileBeside, Watch } from './watch.ts';

export interface Noise {
  name: EffectName;
  /** Where; undefined for what is heard at one's own ear. */
  place: { x: number; y: number } | undefined;
  /** Loudness beside others of its kind, and playing speed. */
  loud: number;
  rate: number;
  /** Whether one's own puck makes it. */
  mine: boolean;
}

type EventOf<T extends MatchEvent['type']> = Extract<MatchEvent, { type: T }>;

/** By level. */
const BOUNCES = ['bounce0', 'bounce1', 'bounce2', 'bounce3'] as const satisfies readonly EffectName[];
/** By the id of the kind; a kind without a sound of its own has the first one's. */
const PICKUPS: Record<string, EffectName> = { repair: 'repair', overcharge: 'overcharge', shield: 'shield' };
/** A shot that leaves hot is higher, so much a level. */
const RATE_A_LEVEL = 0.22;
/** And one's own hits. */
const RATE_A_HIT = 0.12;

export class Hearing implements MatchListener {
  readonly #session: AnySession;
  readonly #tell: (noise: Noise) => void;
  readonly #watch: Watch;

  /** `tell` gets each noise when it is to be heard. */
  constructor(session: AnySession, tell: (noise: Noise) => void) {
    this.#session = session;
    this.#tell = tell;
    this.#watch = new Watch(session, (name, place, loud = 1) => this.#at(name, place, { loud }));
  }

  /** What no event tells of: to be called each frame. */
  look(nowMs: number): void {
    this.#watch.look(nowMs);
  }

  onEvent(event: MatchEvent): void {
    if (event.type === 'hit') this.#hit(event);
    else if (event.type === 'kill') this.#kill(event);
    else if (event.type === 'parry') this.#at('parry', event, { mine: event.slot === this.#session.me });
    else if (event.type === 'block') this.#at('block', event, { mine: event.slot === this.#session.me });
    else if (event.type === 'pickup') this.#pickup(event);
    else if (event.type === 'spawn') this.#spawn(event);
  }

  onBounce({ x, y, level, counted, owner }: Bounce): void {
    const mine = owner === this.#session.me;
    const tile = tileBeside(this.#session.map, x, y, BOLT.half + 1, [SPONGE, BUMPER]);
    if (tile === SPONGE) this.#at('sponge', { x, y }, { mine });
    else if (tile === BUMPER) this.#at('bumper', { x, y }, { loud: 0.8, mine });
    if (tile === SPONGE) return;
    this.#at(counted ? (BOUNCES[level] ?? 'bounce3') : 'clink', { x, y }, { mine });
  }

  onShot({ x, y, level, bolt }: ShownBolt): void {
    const mine = bolt.owner === this.#session.me;
    this.#at('shot', { x, y }, { loud: mine ? 0.7 : 1, rate: 1 + level * RATE_A_LEVEL, mine });
  }

  onAct(did: number): void {
    if (did & DID.dash) this.#own('dash');
    if (did & DID.bump) this.#own('kicked');
  }

  onEmote(slot: number): void {
    this.#at('emote', this.#placeOf(slot), { loud: 0.8, mine: slot === this.#session.me });
  }

  /** Heard by whoever reads, wherever they are; quietly, since it is not the fight. */
  onLine(): void {
    this.#at('chat', undefined, { loud: 0.6, mine: false });
  }

  onMap(): void {
    this.#watch.reset();
  }

  #hit({ slot, by, level, x, y }: EventOf<'hit'>): void {
    const { me } = this.#session;
    const loud = 0.75 + level * 0.12;
    if (slot === me) this.#own('hitTaken', loud);
    else this.#at('hit', { x, y }, { loud, mine: by === me });
    if (by === me && slot !== me) this.#own('hitGiven', loud, 1 + level * RATE_A_HIT);
  }

  #kill({ slot, by }: KillEvent): void {
    const { me } = this.#session;
    if (slot === me) {
      this.#own('death');
      return;
    }
    this.#at('kill', this.#placeOf(slot));
    if (by === me) this.#own('killGiven');
  }

  #pickup({ slot, index }: EventOf<'pickup'>): void {
    const point = this.#session.map.pickups[index];
    if (point) this.#at(PICKUPS[point.kind.id] ?? 'repair', point, { mine: slot === this.#session.me });
  }

  #spawn({ slot, x, y }: EventOf<'spawn'>): void {
    const mine = slot === this.#session.me;
    this.#at(mine ? 'respawn' : 'spawn', { x, y }, { loud: 0.8, mine });
  }

  /** A puck that has just died is gone from those shown, but was seen. */
  #placeOf(slot: number): { x: number; y: number } | undefined {
    return this.#session.pucks.find((shown) => shown.slot === slot) ?? this.#watch.lastPlace(slot);
  }

  #own(name: EffectName, loud = 1, rate = 1): void {
    this.#tell({ name, place: undefined, loud, rate, mine: true });
  }

  #at(name: EffectName, place: { x: number; y: number } | undefined, { loud = 1, rate = 1, mine = place === undefined } = {}): void {
    this.#tell({ name, place: place && { x: place.x, y: place.y }, loud, rate, mine });
  }
}
