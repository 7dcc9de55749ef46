import assert from 'node:assert/strict';
import { Decoder, Encoder } from '@colyseus/schema';
import { ffa } from '#shared/modes/ffa.ts';
import { Publisher } from '#shared/net/publisher.ts';
import { CommandState, MatchState } from '#shared/net/schema.ts';
import { CommandBatch } from '#shared/sim/commands.ts';
import { createWorld, joinPuck, stepWorld } from '#shared/sim/world.ts';
import { MAX_PUCKS, PATCH_EVERY_TICKS, TICK_MS } from '#shared/tuning.ts';
import { MatchSession } from '../../client/net/session.ts';
import type { CommandChannel, MatchSource } from '../../client/net/source.ts';
import { mapOf } from '../../server/maps.ts';
import { commandOf, type Deed } from '../support/arena.ts';

/** A server of two pucks and one page's connection to it, which a test may cut. Time passes by ticks. */
class TwoPucks implements MatchSource, CommandChannel {
  readonly sessionId = 'Ada';
  readonly state = new MatchState();
  readonly clock = { smoothedRtt: () => 0, jitter: () => 0 };
  readonly data = new CommandState();
  readonly world = createWorld({ map: mapOf('foundry').map, mode: ffa, seed: 1 });
  readonly session: MatchSession<MatchSource>;
  /** Ada's and Ben's. */
  deeds: [Deed, Deed] = [{}, {}];
  pendingCount = 0;
  lastProcessed = 0;
  connected = true;
  readonly #authority = new MatchState();
  readonly #publisher = new Publisher(this.#authority);
  readonly #encoder = new Encoder(this.#authority);
  readonly #decoder = new Decoder(this.state);
  readonly #joinTicks = new Uint32Array(MAX_PUCKS);
  readonly #batch = new CommandBatch();
  #onState = (): void => {};
  #onReconnect = (): void => {};
  #nowMs = 0;

  constructor() {
    for (const [slot, name] of ['Ada', 'Ben'].entries()) joinPuck(this.world, { slot, name, bot: false, team: 0 });
    Object.assign(this.#authority, { mode: 'ffa', map: 'foundry', mapHash: this.world.map.hash });
    this.#publish();
    for (const puck of this.#authority.pucks) puck.sessionId = puck.name;
    this.#decoder.decode(this.#encoder.encodeAll());
    this.#encoder.discardChanges();
    this.session = new MatchSession<MatchSource>(this, this.world.map);
  }

  input(): this {
    return this;
  }

  onStateChange(listener: () => void): void {
    this.#onState = listener;
  }

  onReconnect(listener: () => void): void {
    this.#onReconnect = listener;
  }

  onMessage(): void {}

  request(): Promise<unknown> {
    return Promise.reject(new Error('nobody to ask'));
  }

  send(): number {
    if (this.connected) this.pendingCount++;
    return this.connected ? this.pendingCount + this.lastProcessed : 0;
  }

  /** The steps of a slot's newest base, as far as the page has been told. */
  baseStep(slot: number): number {
    return this.state.pucks[slot]?.baseStep ?? -1;
  }

  tick(): void {
    this.#nowMs += TICK_MS;
    this.session.frame(this.#nowMs, (command) => Object.assign(command, commandOf(this.deeds[0])));
    this.#batch.clear();
    this.deeds.forEach((deed, slot) => {
      this.#batch.push(slot, commandOf(slot > 0 || this.connected ? deed : {}));
    });
    stepWorld(this.world, this.#batch);
    if (this.connected) {
      this.lastProcessed += this.pendingCount;
      this.pendingCount = 0;
    }
    if (this.world.tick % PATCH_EVERY_TICKS !== 0) return;
    this.#publish();
    const patch = this.#encoder.encode();
    if (this.connected) this.#decoder.decode(patch);
    this.#encoder.discardChanges();
    if (this.connected) this.#onState();
  }

  /** The connection is back: commands count anew, and the whole state comes, as the framework has it. */
  reconnect(): void {
    this.connected = true;
    this.pendingCount = this.lastProcessed = 0;
    this.#onReconnect();
    this.#decoder.decodeResync(this.#encoder.encodeAll());
    this.#onState();
  }

  #publish(): void {
    this.#publisher.publish(this.world, this.#joinTicks);
  }
}

describe('a page that was cut off', () => {
  for (const slot of [0, 1]) {
    it(`sees ${slot === 0 ? 'its own puck' : "another's puck"} where it is, also when its base came round to the same number meanwhile`, () => {
      const match = new TwoPucks();
      const { session, world } = match;
      match.deeds = [
        { mx: 40, my: 90 },
        { mx: 30, my: 100 },
      ];
      for (let i = 0; i < 41; i++) match.tick();
      const base = match.baseStep(slot);
      match.connected = false;
      // The other way, until the puck's step is that of the base that the page knows, modulo 256.
      match.deeds = [
        { mx: -70, my: -90 },
        { mx: -110, my: 20 },
      ];
      const stepOf = () => (world.pucks[slot]?.step ?? 0) & 255;
      for (let i = 0; i < 60 || stepOf() !== base || world.tick % PATCH_EVERY_TICKS !== 0; i++) match.tick();
      match.reconnect();
      assert.equal(match.baseStep(slot), base);
      match.deeds = [{}, {}];
      for (let i = 0; i < 30; i++) match.tick();
      const [truth, shown] = [world.pucks[slot], session.pucks.find((puck) => puck.slot === slot)];
      assert.ok(truth && shown);
      assert.deepEqual([shown.puck.x, shown.puck.y], [truth.x, truth.y]);
    });
  }
});
