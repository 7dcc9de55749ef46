// What in a player's commands hardly comes from a hand: evidence for operators, who look and decide; nothing here acts.
// A room feeds it each tick with its commands, after the step. It allocates only when somebody asks.

import type { Hint, HintKind } from '#shared/net/reports.ts';
import type { CommandBatch } from '#shared/sim/commands.ts';
import { AIM_STEPS } from '#shared/sim/math.ts';
import { isPlaying } from '#shared/sim/phase.ts';
import type { Puck, World } from '#shared/sim/types.ts';
import { MAX_PUCKS, TICK_HZ } from '#shared/tuning.ts';
import { Answers } from './answers.ts';
import { Deeds } from './deeds.ts';
import { Hidden } from './hidden.ts';
import type { Incidents } from './incidents.ts';
import { Parries } from './parries.ts';
import { Snaps } from './snaps.ts';
import { Tracks } from './tracks.ts';

/** A hint needs so many of its kind, and that this share of the chances is beyond doubt. */
const ENOUGH: Record<HintKind, { count: number; share: number }> = {
  snap: { count: 6, share: 0.25 },
  reaction: { count: 10, share: 0.5 },
  parry: { count: 12, share: 0.45 },
  hidden: { count: 8, share: 0.06 },
};

const NOBODY_LAGS = (): number => 0;

export class Suspicion {
  readonly #tracks = new Tracks();
  readonly #snaps = new Snaps(this.#tracks);
  readonly #answers = new Answers();
  readonly #parries = new Parries();
  readonly #hidden = new Hidden();
  readonly #deeds = new Deeds();
  readonly #lagOf: (slot: number) => number;
  readonly #kinds: Record<HintKind, Incidents> = {
    snap: this.#snaps.incidents,
    reaction: this.#answers.incidents,
    parry: this.#parries.incidents,
    hidden: this.#hidden.incidents,
  };
  readonly #aims = new Int32Array(MAX_PUCKS);
  readonly #steps = new Int32Array(MAX_PUCKS);
  #world: World | undefined;

  /** `lagOf` says by how many ticks the holder of a slot sees the others late. */
  constructor(lagOf: (slot: number) => number = NOBODY_LAGS) {
    this.#lagOf = lagOf;
  }

  /** Takes a tick after its step, with the commands that were in it. A new world, and whoever is new in a seat, begins anew. */
  observe(world: World, batch: CommandBatch): void {
    if (world !== this.#world) this.#begin(world);
    for (const puck of world.pucks) if (puck.active) this.#take(world, puck, batch);
    this.#parries.observe(world);
    this.#deeds.observe(world);
    this.#tracks.observe(world);
    for (const puck of world.pucks) if (puck.active && !puck.bot) this.#answers.look(world, puck);
  }

  /** What is to be said against the holder of a slot, from the present match; nothing for almost everybody. */
  hints(slot: number): Hint[] {
    const startTick = this.#world?.startTick ?? 0;
    return Object.entries(this.#kinds).flatMap(([kind, incidents]) => {
      const { count, share } = ENOUGH[kind as HintKind];
      if (incidents.countOf(slot) < count || incidents.shareOf(slot) < share) return [];
      const at = incidents.ticksOf(slot).map((tick) => Math.floor((tick - startTick) / TICK_HZ));
      return [{ kind: kind as HintKind, count: incidents.countOf(slot), of: incidents.chancesOf(slot), at }];
    });
  }

  /** What the holder of a slot has done in the present match. */
  deeds(slot: number): ReturnType<Deeds['of']> {
    return this.#deeds.of(slot);
  }

  #begin(world: World): void {
    this.#world = world;
    for (let slot = 0; slot < MAX_PUCKS; slot++) this.#forget(slot);
  }

  #take(world: World, puck: Puck, batch: CommandBatch): void {
    const { slot, step } = puck;
    // Steps count from when the seat was filled.
    if (step < (this.#steps[slot] as number)) this.#forget(slot);
    this.#steps[slot] = step;
    const count = batch.countOf(slot);
    for (let i = 0; i < count; i++) {
      const command = batch.at(slot, i);
      this.#deeds.press(slot, command);
      if (puck.bot) continue;
      const off = Math.abs(command.aim - (this.#aims[slot] as number));
      const turn = Math.min(off, AIM_STEPS - off);
      this.#aims[slot] = command.aim;
      this.#answers.press(puck, command, world.tick);
      if (!puck.alive || !isPlaying(world)) continue;
      this.#snaps.observe(world, puck, command, turn, this.#lagOf(slot));
      this.#hidden.observe(world, puck, command, turn);
    }
  }

  #forget(slot: number): void {
    this.#snaps.forget(slot);
    this.#answers.forget(slot);
    this.#parries.forget(slot);
    this.#hidden.forget(slot);
    this.#deeds.forget(slot);
    this.#steps[slot] = 0;
  }
}
