// A room's recording: one file a match, written when it ends or the room closes.

import { headerOf, Recorder } from '#shared/replay/record.ts';
import type { CommandBatch } from '#shared/sim/commands.ts';
import type { Puck, World } from '#shared/sim/types.ts';
import { log } from '../log.ts';
import type { RecordingStore } from '../store/recordings.ts';

export class MatchRecording {
  readonly #store: RecordingStore;
  readonly #recorder: Recorder;
  readonly #id: string;
  #finished = false;

  /** `world` must be fresh: without pucks, at its first tick, made from `seed`. One that goes on has no seed, but a text. */
  constructor(store: RecordingStore, roomId: string, world: World, seed: number, begun?: string) {
    const startedAt = Date.now();
    this.#store = store;
    this.#id = `${new Date(startedAt).toISOString().replace(/[:.]/g, '-')}-${roomId}`;
    this.#recorder = new Recorder({ ...headerOf(world, seed, startedAt), ...(begun && { begun }) });
  }

  join(puck: Puck): void {
    if (!this.#finished) this.#recorder.join(puck);
  }

  leave(slot: number): void {
    if (!this.#finished) this.#recorder.leave(slot);
  }

  commands(batch: CommandBatch): void {
    if (!this.#finished) this.#recorder.commands(batch);
  }

  tick(world: World): void {
    if (!this.#finished) this.#recorder.tick(world);
  }

  /** Closes and stores it; what comes afterwards is no part of it. Never rejects: a full disk must not end a room. */
  async finish(world: World): Promise<void> {
    if (this.#finished) return;
    this.#finished = true;
    try {
      await this.#store.save(this.#id, this.#recorder.finish(world));
    } catch (error) {
      log.error({ error, id: this.#id }, 'recording not stored');
    }
  }
}
