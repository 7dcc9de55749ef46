// Writes a recording while a match runs. A call a command and a call a tick, into memory; the owner takes the bytes.

import { type CommandBatch, copyCommand, neutralCommand } from '../sim/commands.ts';
import { hashWorld } from '../sim/hash.ts';
import type { Command, Puck, World } from '../sim/types.ts';
import { MAX_PUCKS } from '../tuning.ts';
import { ByteWriter } from './bytes.ts';
import { CHANGED, changesOf, ENTRY, HASH_EVERY_TICKS, MAGIC, type RecordingHeader, VERSION } from './format.ts';
import { RULES } from './rules.ts';

/** The header of a recording that begins with a fresh world, made from `seed`; `startedAt` in milliseconds since 1970. */
export function headerOf(world: World, seed: number, startedAt: number): RecordingHeader {
  const { mode, map, startTick, friendlyFire, countdownTicks, scoreLimit, timeLimitTicks } = world;
  const limits = { friendlyFire, countdownTicks, scoreLimit, timeLimitTicks };
  return {
    rules: RULES,
    mode: mode.id,
    map: map.id,
    mapHash: map.hash,
    seed,
    startTick,
    waits: world.phase === 'waiting',
    ...limits,
    startedAt,
  };
}

/** A text of any length, in parts of one that the format has. */
function writeLong(out: ByteWriter, text: string): void {
  const parts = text.match(/.{1,8192}/gsu) ?? [];
  out.u16(parts.length);
  for (const part of parts) out.text(part);
}

export class Recorder {
  readonly #out = new ByteWriter();
  readonly #last = Array.from({ length: MAX_PUCKS }, neutralCommand);

  constructor(header: RecordingHeader) {
    const out = this.#out;
    out.u32(MAGIC);
    out.u16(VERSION);
    out.u32(header.rules);
    out.text(header.mode);
    out.text(header.map);
    out.u32(header.mapHash);
    out.u32(header.seed);
    out.u32(header.startTick);
    out.u8((header.friendlyFire ? 1 : 0) | (header.waits ? 2 : 0) | (header.begun ? 4 : 0));
    out.u16(header.countdownTicks);
    out.u16(header.scoreLimit);
    out.u32(header.timeLimitTicks);
    out.u32(Math.floor(header.startedAt / 1000));
    if (header.begun) writeLong(out, header.begun);
  }

  /** A seat was filled, before the next tick. */
  join(puck: Pick<Puck, 'slot' | 'name' | 'bot' | 'team'>): void {
    this.#entry(ENTRY.join, puck.slot);
    this.#out.u8(puck.bot ? 1 : 0);
    this.#out.u8(puck.team);
    this.#out.text(puck.name);
    Object.assign(this.#last[puck.slot] as object, neutralCommand());
  }

  /** A seat was emptied, before the next tick. */
  leave(slot: number): void {
    this.#entry(ENTRY.leave, slot);
  }

  /** The commands of the tick that is about to be stepped. */
  commands(batch: CommandBatch): void {
    for (let slot = 0; slot < MAX_PUCKS; slot++) {
      const count = batch.countOf(slot);
      for (let i = 0; i < count; i++) {
        const command = batch.at(slot, i);
        const last = this.#last[slot] as Command;
        const changes = changesOf(last, command);
        this.#entry(changes ? ENTRY.changed : ENTRY.same, slot);
        if (!changes) continue;
        this.#out.u8(changes);
        if (changes & CHANGED.mx) this.#out.u8(command.mx & 255);
        if (changes & CHANGED.my) this.#out.u8(command.my & 255);
        if (changes & CHANGED.aim) this.#out.u16(command.aim);
        if (changes & CHANGED.buttons) this.#out.u8(command.buttons);
        copyCommand(last, command);
      }
    }
  }

  /** The tick was stepped. */
  tick(world: World): void {
    this.#entry(ENTRY.tickEnd, 0);
    if ((world.tick - world.startTick) % HASH_EVERY_TICKS === 0) this.#hash(world);
  }

  /** Closes the recording with a last hash. Returns its bytes. */
  finish(world: World): Uint8Array<ArrayBuffer> {
    this.#hash(world);
    this.#entry(ENTRY.end, 0);
    return this.#out.bytes();
  }

  #hash(world: World): void {
    this.#entry(ENTRY.hash, 0);
    this.#out.u32(hashWorld(world));
  }

  #entry(kind: number, slot: number): void {
    this.#out.u8((kind << 4) | slot);
  }
}
