import assert from 'node:assert/strict';
import { Decoder, Encoder } from '@colyseus/schema';
import fc from 'fast-check';
import { decodeEvent, encodeEvent } from '#shared/net/messages.ts';
import { Publisher } from '#shared/net/publisher.ts';
import { PuckReader, phaseOf, readBolt, readObjectives } from '#shared/net/reader.ts';
import { MatchState } from '#shared/net/schema.ts';
import { stepFlight } from '#shared/sim/flight.ts';
import type { Bolt, Objective, Puck, World } from '#shared/sim/types.ts';
import { emptyBolt } from '#shared/sim/world.ts';
import { MAX_PUCKS } from '#shared/tuning.ts';
import { holds } from '../support/random.ts';
import { anyScript, play, scriptOf, worldOf, YARD } from '../support/script.ts';

/** What is the server's alone, by design; of an aim everybody knows the nearest of 256 directions. */
function shared(puck: Puck): Partial<Puck> {
  const { hitBy, hitTick, objectiveTicks, aim, ...rest } = puck;
  return { ...rest, aim: (((aim + 128) >> 8) << 8) & 65_535 };
}

const newReaders = () => Array.from({ length: MAX_PUCKS }, (_, slot) => new PuckReader(slot, YARD));

/** Both ends of the wire, with the real coder between them. */
class Wire {
  readonly #sent = new MatchState();
  readonly #publisher = new Publisher(this.#sent);
  readonly #encoder = new Encoder(this.#sent);
  /** Of the one who receives. */
  readers = newReaders();
  #received = new MatchState();
  #decoder = new Decoder(this.#received);
  readonly #joinTicks = new Uint32Array(MAX_PUCKS);
  bytes = 0;

  joined(slot: number, tick: number): void {
    this.#joinTicks[slot] = tick;
  }

  publish(world: World): void {
    this.#publisher.publish(world, this.#joinTicks);
  }

  /** A patch goes over. */
  patch(world: World): MatchState {
    this.publish(world);
    const patch = this.#encoder.encode();
    this.bytes += patch.length;
    this.#decoder.decode(patch.slice());
    this.#encoder.discardChanges();
    return this.#received;
  }

  /** Somebody comes late: the whole state goes over, into a state of their own. */
  lateJoin(world: World): MatchState {
    this.publish(world);
    this.#received = new MatchState();
    this.readers = newReaders();
    this.#decoder = new Decoder(this.#received);
    this.#decoder.decode(this.#encoder.encodeAll().slice());
    return this.#received;
  }
}

function assertPucks(world: World, state: MatchState, readers: PuckReader[]): void {
  assert.equal(state.tick, world.tick);
  for (const puck of world.pucks) {
    const from = state.pucks[puck.slot];
    if (!puck.active) assert.ok(!from?.active);
    else assert.deepEqual(shared((readers[puck.slot] as PuckReader).read(from as NonNullable<typeof from>, state)), shared(puck));
  }
}

/** Where a carried one is its carrier tells. */
const shown = (objectives: Objective[]) => objectives.map((each) => (each.holder < 0 ? each : { ...each, x: 0, y: 0 }));

function assertMatch(world: World, state: MatchState): void {
  const { phase, endTick, startTick, round, scoreLimit, friendlyFire, teamScores, pickups, objectives } = world;
  assert.deepEqual(
    [phaseOf(state), state.endTick, state.startTick, state.round, state.scoreLimit, state.friendlyFire],
    [phase, endTick, startTick, round, scoreLimit, friendlyFire],
  );
  assert.deepEqual([...state.teamScores], teamScores);
  assert.deepEqual(
    [...state.pickups],
    pickups.map(({ readyTick }) => readyTick),
  );
  const read: Objective[] = [];
  readObjectives(state, read);
  assert.deepEqual(shown(read), shown(objectives));
}

const FLIGHT = [
  'x',
  'y',
  'dx',
  'dy',
  'speed',
  'level',
  'bounces',
  'contacts',
  'run',
  'parries',
  'owner',
  'spawnTick',
  'generation',
] as const;

/** Replays each bolt that a receiver knows to the state's tick; nothing for those that have ended. */
function flown(state: MatchState): (Bolt | undefined)[] {
  return state.bolts.map((from, slot) => {
    if (from.generation === 0 && from.spawnTick === 0) return undefined;
    const bolt = readBolt(from, slot, YARD, emptyBolt(slot));
    if (from.endTick > 0 && from.endTick <= state.tick) return undefined;
    if (bolt.endTick <= state.tick) return undefined;
    for (let tick = bolt.spawnTick; tick < state.tick; tick++) if (!stepFlight(bolt, YARD)) return undefined;
    return bolt;
  });
}

function assertBolts(world: World, state: MatchState): void {
  const known = flown(state);
  for (const bolt of world.bolts) {
    const replayed = known[bolt.slot];
    assert.equal(replayed !== undefined, bolt.live, `bolt ${bolt.slot} in tick ${world.tick}`);
    if (replayed) for (const field of FLIGHT) assert.equal(replayed[field], bolt[field], field);
  }
}

describe('what is published', () => {
  it("decodes to the world's own numbers, puck by puck, bolt by bolt and flag by flag, patch after patch", () => {
    holds(
      60,
      fc.property(anyScript, (script) => {
        const world = worldOf(script, YARD);
        const wire = new Wire();
        play(script, world, {
          after: ({ joins }) => {
            for (const { slot } of joins) wire.joined(slot, world.tick - 1);
            if (world.tick % 2 !== 0) return;
            const state = wire.patch(world);
            assertPucks(world, state, wire.readers);
            assertMatch(world, state);
            if (world.tick % 10 === 0) assertBolts(world, state);
          },
        });
      }),
    );
  });

  it('is the same for one who comes late', () => {
    holds(
      60,
      fc.property(anyScript, fc.integer({ min: 2, max: 60 }), (script, every) => {
        const world = worldOf(script, YARD);
        const wire = new Wire();
        play(script, world, {
          after: ({ joins }) => {
            for (const { slot } of joins) wire.joined(slot, world.tick - 1);
            if (world.tick % every !== 0) return;
            const state = wire.lateJoin(world);
            assertPucks(world, state, wire.readers);
            assertMatch(world, state);
            assertBolts(world, state);
          },
        });
      }),
    );
  });

  it('and what is told of events is what happened, places to the unit', () => {
    holds(
      60,
      fc.property(anyScript, (script) => {
        const world = worldOf(script, YARD);
        play(script, world, {
          after: () => {
            for (const event of world.events) {
              const told = encodeEvent(event);
              assert.equal(told === undefined, event.type === 'shot');
              const rounded = 'x' in event ? { ...event, x: Math.round(event.x), y: Math.round(event.y) } : event;
              if (told) assert.deepEqual(decodeEvent(told), rounded);
            }
          },
        });
      }),
    );
  });

  it('costs nothing for bolts in flight and for pucks at rest', () => {
    const script = scriptOf(3, 1, 8);
    const world = worldOf(script, YARD);
    const wire = new Wire();
    play(script, world);
    for (let slot = 0; slot < 8; slot++) wire.joined(slot, world.tick - 1);
    wire.patch(world);
    wire.bytes = 0;
    const still = {
      ...script,
      ticks: Array.from({ length: 20 }, () => ({
        joins: [],
        leaves: [],
        commands: world.pucks
          .filter(({ active }) => active)
          .map(({ slot, aim }) => [slot, { mx: 0, my: 0, aim, buttons: 0 }] as [number, never]),
      })),
    };
    play(still, world);
    wire.patch(world);
    const before = wire.bytes;
    play(still, world);
    wire.patch(world);
    assert.ok(wire.bytes - before <= 8, `${wire.bytes - before} bytes for a patch in which nothing changed but the tick`);
  });
});
