// One's own puck: as the server says, as it is predicted, and its last moments from both sides.

import { PuckReader } from '#shared/net/reader.ts';
import type { MatchState, PuckState } from '#shared/net/schema.ts';
import type { ArenaMap } from '#shared/sim/map.ts';
import { Prediction } from './prediction.ts';
import { Trace } from './trace.ts';

export class Own {
  readonly trace = new Trace();
  /** Nothing without a puck. */
  prediction: Prediction | undefined;
  #reader: PuckReader | undefined;

  /** A snapshot came that has taken `acknowledged` commands. Returns whether it is the first of this puck. */
  snapshot(from: PuckState, state: MatchState, slot: number, map: ArenaMap, acknowledged: number): boolean {
    if (this.#reader?.puck.slot !== slot) this.#reader = new PuckReader(slot, map);
    const { life } = this.#reader.puck;
    const received = this.#reader.read(from, state);
    if (received.life !== life) this.trace.clear();
    this.trace.receive(state.tick, received.x, received.y);
    const first = !this.prediction;
    this.prediction ??= new Prediction(received, map);
    this.prediction.reconcile(received, acknowledged);
    return first;
  }

  /** Where it is shown at `present`, a share `alpha` of the way from the last command to the next, `seconds` after the last call. */
  place(present: number, alpha: number, seconds: number): { x: number; y: number } | undefined {
    if (!this.prediction) return undefined;
    const { puck, before, error } = this.prediction;
    error.fade(seconds);
    const x = before.x + (puck.x - before.x) * alpha + error.x;
    const y = before.y + (puck.y - before.y) * alpha + error.y;
    this.trace.show(present, x, y);
    return { x, y };
  }

  /** Where the screen showed it at a tick of this life; nothing when that is not known. */
  shownAt(tick: number): { x: number; y: number } | undefined {
    return this.prediction?.puck.alive ? this.trace.shownAt(tick) : undefined;
  }

  /** The match goes on on another map. */
  changeMap(map: ArenaMap): void {
    this.prediction?.changeMap(map);
    this.#reader = undefined;
  }

  /** After a reconnect: what was pending is lost, and so is what happened meanwhile, so reading begins anew. */
  restart(): void {
    if (this.#reader) this.prediction?.reset(this.#reader.puck);
    this.#reader = undefined;
  }

  /** The puck is another's now. */
  lose(): void {
    this.prediction = undefined;
  }
}
