// A room in the framework's plain way: the same bots play the same game on the same clock, the state is patched as
// floats, and the players' commands arrive as messages.

import { Room } from '@colyseus/core';
import { PATCH_EVERY_TICKS } from '#shared/tuning.ts';
import { scheduler } from '../../../server/scheduler.ts';
import { BusyWorld } from './busyWorld.ts';
import { PlainState, publishPlain } from './plainState.ts';

/** Players of the network's benchmarks. */
export const PLAYERS = 8;

export class PlainRoom extends Room<{ state: PlainState }> {
  override state = new PlainState();
  #stop = (): void => {};

  override onCreate(): void {
    const busy = new BusyWorld(PLAYERS, 0);
    this.patchRate = null;
    this.onMessage('command', () => {});
    this.#stop = scheduler.add(() => {
      busy.think();
      busy.step();
      if (busy.world.tick % PATCH_EVERY_TICKS !== 0) return;
      publishPlain(busy.world, this.state);
      this.broadcastPatch();
    }).stop;
  }

  override onDispose(): void {
    this.#stop();
  }
}
