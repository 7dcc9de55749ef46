// What happened in a match, as far as the HUD tells it: the feed, and how one's own puck died.

import type { MatchEvent } from '#shared/net/messages.ts';
import type { KillEvent } from '#shared/sim/types.ts';
import type { AnySession } from '../net/session.ts';
import type { SessionListener } from '../net/sessionTypes.ts';
import type { ShownBolt } from '../net/shownBolt.ts';
import { BestBank } from './bestBank.ts';
import { type BothViews, bothViews } from './bothViews.ts';
import type { Trip } from './roundTrips.ts';
import { type Box, boxOf, wallsIn, wayOf } from './ways.ts';

export type FeedLine = KillLine | CaptureLine | EmoteLine;

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

export interface EmoteLine extends AnyLine {
  type: 'emote';
  /** Place in EMOTES. */
  index: number;
}

export interface Death {
  by: number;
  cause: Cause;
  bounces: number;
  mates: boolean;
  atMs: number;
  /** The bolt's way: x and y of its muzzle, of each contact, of its end. Empty when it is not known. */
  path: number[];
  /** What is drawn of the map around it. */
  box: Box;
  /** Walls in the box as an SVG path. */
  walls: string;
}

/** Units around a bolt's way that are drawn with it. */
const WAY_MARGIN = 60;
const FEED_LINES = 4;
const FEED_MS = 6000;

export class MatchLog implements SessionListener {
  /** What happened while nobody looked is told when somebody does. */
  readonly keeps = true;
  readonly bank: BestBank;
  readonly #session: AnySession;
  #lines: FeedLine[] = [];
  #count = 0;
  /** How one's own puck died last; undefined while it lives. */
  death: Death | undefined;
  /** The last death by a bolt as both saw it: also afterwards, there is more time then. */
  lastViews: BothViews | undefined;

  constructor(session: AnySession) {
    this.#session = session;
    this.bank = new BestBank(session);
  }

  /** The feed's lines that are still to be shown, oldest first. */
  feed(nowMs: number): FeedLine[] {
    this.#lines = this.#lines.filter(({ atMs }) => nowMs - atMs < FEED_MS).slice(-FEED_LINES);
    return this.#lines;
  }

  onEvent(event: MatchEvent): void {
    this.bank.onEvent(event);
    if (event.type === 'kill') this.#kill(event);
    else if (event.type === 'flag' && event.act === 'captured') this.#capture(event.slot, event.team);
    else if (event.type === 'spawn' && event.slot === this.#session.me) this.death = undefined;
  }

  onEmote(slot: number, index: number): void {
    this.#lines.push({ type: 'emote', id: this.#count++, slot, index, atMs: performance.now() });
  }

  /** Another map: what was is over. */
  onMap(): void {
    this.bank.forget();
    this.#lines = [];
    this.death = this.lastViews = undefined;
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
    const { map, flights } = this.#session;
    // One's own bolts that the server has not confirmed have no slot either.
    const shown = event.bolt < 0 ? undefined : flights.all().find(({ bolt }) => bolt.slot === event.bolt);
    const path = shown ? wayOf(shown.bolt, map, shown.bolt.spawnTick, event.tick) : [];
    const box = boxOf(path, WAY_MARGIN);
    const walls = shown ? wallsIn(box, map) : '';
    this.death = { by, cause, bounces, mates, atMs, path, box, walls };
    this.lastViews = shown && this.#bothViews(event, shown);
  }

  #capture(slot: number, team: number): void {
    this.#lines.push({ type: 'capture', id: this.#count++, slot, team, atMs: performance.now() });
  }

  #areMates(slot: number, by: number): boolean {
    const { mode, state } = this.#session;
    return mode.teams > 0 && by >= 0 && by !== slot && state.pucks[by]?.team === state.pucks[slot]?.team;
  }

  /** The death by a bolt from both sides; the trace of it is of now. */
  #bothViews({ tick, slot }: KillEvent, { bolt, seenTick }: ShownBolt): BothViews | undefined {
    const { map, trace } = this.#session;
    const { owner } = bolt;
    const name = this.#session.state.pucks[owner]?.name ?? '';
    const shooter = owner === slot ? undefined : { ...this.#trip(owner), slot: owner, name };
    return bothViews({ tick, bolt, seenTick, ways: trace.upTo(tick), map, own: this.#trip(slot), shooter });
  }

  #trip(slot: number): Trip {
    const { bot = false, connected = true, roundTrip = 0, handicap = 0 } = this.#session.state.pucks[slot] ?? {};
    return { bot, connected, roundTrip, handicap };
  }
}
