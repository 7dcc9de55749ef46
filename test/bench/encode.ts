// From the world to the bytes of a patch: publishing into the schema and encoding it, for 8 bots in play at the patch
// rate; beside it the framework's plain way with the same world.

import { Encoder, type Schema } from '@colyseus/schema';
import { Publisher } from '#shared/net/publisher.ts';
import { MatchState } from '#shared/net/schema.ts';
import { MAX_PUCKS, PATCH_EVERY_TICKS } from '#shared/tuning.ts';
import { BusyWorld } from './support/busyWorld.ts';
import { type Figures, median, p99, timeEach } from './support/measure.ts';
import { PlainState, publishPlain } from './support/plainState.ts';

const PUCKS = 8;
const PATCHES = 2000;

/** Figures `room.*`. */
export function benchEncode(): Figures {
  const joinTicks = new Uint32Array(MAX_PUCKS);
  const state = new MatchState();
  const publisher = new Publisher(state);
  const ours = measure(state, (busy) => publisher.publish(busy.world, joinTicks));
  const plain = measure(new PlainState(), (busy, state) => publishPlain(busy.world, state));
  return {
    'room.publishEncode.us': median(ours.us),
    'room.publishEncode.us.p99': p99(ours.us),
    'room.plainPublishEncode.us': median(plain.us),
    'room.patch.bytes': median(ours.bytes),
    'room.plainPatch.bytes': median(plain.bytes),
  };
}

function measure<S extends Schema>(state: S, write: (busy: BusyWorld, state: S) => void): { us: number[]; bytes: number[] } {
  const busy = new BusyWorld(PUCKS, 0);
  const encoder = new Encoder(state);
  const bytes: number[] = [];
  const play = (): void => {
    for (let i = 0; i < PATCH_EVERY_TICKS; i++) {
      busy.think();
      busy.step();
    }
  };
  const us = timeEach(
    PATCHES,
    () => {
      write(busy, state);
      bytes.push(encoder.encode({ offset: 1 }).byteLength);
      encoder.discardChanges();
    },
    play,
  );
  return { us, bytes };
}
