// A server of two pucks and one page's connection to it, as long as a test wants, which it may hold up or cut. Time passes by
// frames and ticks, not by a clock.

import { Decoder, Encoder } from '@colyseus/schema';
import { ffa } from '#shared/modes/ffa.ts';
import { Publisher } from '#shared/net/publisher.ts';
import { CommandState, MatchState } from '#shared/net/schema.ts';
import { CommandBatch } from '#shared/sim/commands.ts';
import type { Puck } from '#shared/sim/types.ts';
import { createWorld, joinPuck, stepWorld } from '#shared/sim/world.ts';
import { MAX_PUCKS, PATCH_EVERY_TICKS, TICK_MS } from '#shared/tuning.ts';
import { MatchSession } from '../../client/net/session.ts';
import type { CommandChannel, MatchSource } from '../../client/net/source.ts';
import { mapOf } from '../../server/maps.ts';
import { commandOf, type Deed } from '../support/arena.ts';

/** Of commands that have gathered the server takes so many a tick, as a room does. */
const TAKEN_A_TICK = 2;

export class TwoPucks implements MatchSource, CommandChannel {
  readonly sessionId = 'Ada';
  readonly state = new MatchState();
  readonly clock = { smoothedRtt: () => this.delayTicks * TICK_MS, jitter: () => 0 };
  readonly data = new CommandState();
  readonly world = createWorld({ map: mapOf('foundry').map, mode: ffa, seed: 1 });
  readonly session: MatchSession<MatchSource>;
  /** Ada's and Ben's. */
  deeds: [Deed, Deed] = [{}, {}];
  /** Ticks that every patch is on its way. */
  delayTicks = 0;
  /** Nothing passes, either way, until it is over: then all of it. */
  stalled = false;
  connected = true;
  lastProcessed = 0;
  #sent = 0;
  #taken = 0;
  /** Whether the connection has had the whole state. */
  #answered = true;
  readonly #down: { tick: number; deliver: () => void }[] = [];
  readonly #authority = new MatchState();
  readonly #publisher = new Publisher(this.#authority);
  readonly #encoder = new Encoder(this.#authority);
  readonly #decoder = new Decoder(this.state);
  readonly #joinTicks = new Uint32Array(MAX_PUCKS);
  readonly #batch = new CommandBatch();
  #onState = (): void => {};
  #onDrop = (): void => {};
  #nowMs = 0;
  #ticked = 0;

  constructor() {
    for (const [slot, name] of ['Ada', 'Ben'].entries()) joinPuck(this.world, { slot, name, bot: false, team: 0 });
    Object.assign(this.#authority, { mode: 'ffa', map: 'foundry', mapHash: this.world.map.hash });
    this.#publish();
    for (const puck of this.#authority.pucks) puck.sessionId = puck.name;
    this.#decoder.decode(this.#encoder.encodeAll());
    this.#encoder.discardChanges();
    this.session = new MatchSession<MatchSource>(this, this.world.map);
  }

  get pendingCount(): number {
    return this.#sent - this.lastProcessed;
  }

  input(): this {
    return this;
  }

  onStateChange(listener: () => void): void {
    this.#onState = listener;
  }

  onDrop(listener: () => void): void {
    this.#onDrop = listener;
  }

  onMessage(): void {}

  request(): Promise<unknown> {
    return Promise.reject(new Error('nobody to ask'));
  }

  send(): number {
    return this.connected ? ++this.#sent : 0;
  }

  /** The puck of a slot as the server has it. */
  puck(slot: number): Puck {
    return this.world.pucks[slot] as Puck;
  }

  /** The steps of a slot's newest base, as far as the page has been told. */
  baseStep(slot: number): number {
    return this.state.pucks[slot]?.baseStep ?? -1;
  }

  /** A frame of one tick, and that tick. */
  tick(): void {
    this.frame(TICK_MS);
  }

  /** A frame after so many milliseconds, then the ticks that are due. */
  frame(ms: number): void {
    this.#nowMs += ms;
    this.session.frame(this.#nowMs, (command) => Object.assign(command, commandOf(this.deeds[0])));
    while ((this.#ticked + 1) * TICK_MS <= this.#nowMs + 1e-6) this.#tick();
  }

  /** The connection is lost: as the framework has it, commands count anew at once. */
  drop(): void {
    this.connected = this.#answered = false;
    this.#down.length = this.#sent = this.#taken = this.lastProcessed = 0;
    this.#onDrop();
  }

  /** Another one is open, but nothing has come over it. */
  open(): void {
    this.connected = true;
  }

  /** The whole state comes. */
  answer(): void {
    this.#answered = true;
    this.#decoder.decodeResync(this.#encoder.encodeAll());
    this.#onState();
  }

  #tick(): void {
    this.#ticked++;
    this.#batch.clear();
    this.deeds.forEach((deed, slot) => {
      this.#batch.push(slot, commandOf(slot > 0 || this.connected ? deed : {}));
    });
    stepWorld(this.world, this.#batch);
    if (this.connected && !this.stalled) this.#taken = Math.min(this.#sent, this.#taken + TAKEN_A_TICK);
    if (this.world.tick % PATCH_EVERY_TICKS === 0) this.#sendPatch();
    while (!this.stalled && (this.#down[0]?.tick ?? Number.POSITIVE_INFINITY) <= this.world.tick) this.#down.shift()?.deliver();
  }

  #sendPatch(): void {
    this.#publish();
    const patch = this.#encoder.encode().slice();
    this.#encoder.discardChanges();
    if (!this.#answered) return;
    const taken = this.#taken;
    const deliver = () => {
      this.#decoder.decode(patch);
      this.lastProcessed = taken;
      this.#onState();
    };
    this.#down.push({ tick: this.world.tick + this.delayTicks, deliver });
  }

  #publish(): void {
    this.#publisher.publish(this.world, this.#joinTicks);
  }
}
