// Plays a recording: builds its world and steps it through the recorded commands, comparing each stored hash.

import { modeOf } from '../modes/index.ts';
import { CommandBatch, neutralCommand } from '../sim/commands.ts';
import { hashWorld } from '../sim/hash.ts';
import type { ArenaMap } from '../sim/map.ts';
import type { Command, World } from '../sim/types.ts';
import { createWorld, joinPuck, leavePuck, stepWorld } from '../sim/world.ts';
import { MAX_PUCKS } from '../tuning.ts';
import { ByteReader } from './bytes.ts';
import { CHANGED, ENTRY, MAGIC, type RecordingHeader, VERSION } from './format.ts';
import { RULES } from './rules.ts';
import { readWorld } from './worldText.ts';

/** Where the replay and the recording part, or that they do not. */
export interface Verdict {
  ok: boolean;
  ticks: number;
  hashes: number;
  /** The hash at the end. */
  finalHash: number;
  /** First tick whose hash differs. */
  differsAt?: number;
}

/** Reads the header. Throws an Error for anything that is no recording of this version. */
export function readHeader(bytes: Uint8Array): RecordingHeader {
  return parseHeader(new ByteReader(bytes));
}

function parseHeader(input: ByteReader): RecordingHeader {
  if (input.u32() !== MAGIC) throw new Error('not a Carom recording');
  const version = input.u16();
  if (version !== VERSION) throw new Error(`recording of version ${version}, this program reads ${VERSION}`);
  const rules = input.u32();
  const mode = input.text();
  const map = input.text();
  const mapHash = input.u32();
  const seed = input.u32();
  const startTick = input.u32();
  const flags = input.u8();
  const header = {
    rules,
    mode,
    map,
    mapHash,
    seed,
    startTick,
    friendlyFire: (flags & 1) !== 0,
    waits: (flags & 2) !== 0,
    countdownTicks: input.u16(),
    scoreLimit: input.u16(),
    timeLimitTicks: input.u32(),
    startedAt: input.u32() * 1000,
  };
  return (flags & 4) === 0 ? header : { ...header, begun: readLong(input) };
}

function readLong(input: ByteReader): string {
  return Array.from({ length: input.u16() }, () => input.text()).join('');
}

export class ReplayPlayer {
  readonly header: RecordingHeader;
  readonly world: World;
  readonly #input: ByteReader;
  readonly #batch = new CommandBatch();
  readonly #last: Command[] = Array.from({ length: MAX_PUCKS }, neutralCommand);
  readonly #firstTick: number;
  #hashes = 0;
  #differsAt: number | undefined;

  /** `mapOf` finds the map of an id. Throws when map or rules are not the recorded ones. */
  constructor(bytes: Uint8Array, mapOf: (id: string) => ArenaMap) {
    this.#input = new ByteReader(bytes);
    this.header = parseHeader(this.#input);
    const { rules, map: mapId, mapHash, mode, waits, begun, ...settings } = this.header;
    if (rules !== RULES) throw new Error(`recorded under rules ${rules.toString(16)}, these are ${RULES.toString(16)}`);
    const map = mapOf(mapId);
    if (map.hash !== mapHash) throw new Error(`map ${mapId} is not the one that was recorded`);
    const fresh = () => createWorld({ ...settings, map, mode: modeOf(mode), opening: waits ? 'waiting' : 'live' });
    this.world = begun ? readWorld(begun, map, modeOf(mode)) : fresh();
    this.#firstTick = this.world.tick;
  }

  /** Advances to the end of the next tick; false when the recording is over. */
  step(): boolean {
    this.#batch.clear();
    for (;;) {
      if (this.#input.done) throw new Error('the recording ends in the middle');
      const entry = this.#input.u8();
      const slot = entry & 15;
      switch (entry >> 4) {
        case ENTRY.tickEnd:
          stepWorld(this.world, this.#batch);
          return true;
        case ENTRY.same:
          this.#batch.push(slot, this.#last[slot] as Command);
          break;
        case ENTRY.changed:
          this.#batch.push(slot, this.#readCommand(slot));
          break;
        case ENTRY.join:
          this.#join(slot);
          break;
        case ENTRY.leave:
          leavePuck(this.world, slot);
          break;
        case ENTRY.hash:
          this.#compare(this.#input.u32());
          break;
        case ENTRY.end:
          return false;
        default:
          throw new Error(`unknown entry ${entry} in the recording`);
      }
    }
  }

  /** Plays to the end. */
  verify(): Verdict {
    while (this.step());
    const differsAt = this.#differsAt;
    return {
      ok: differsAt === undefined,
      ticks: this.world.tick - this.#firstTick,
      hashes: this.#hashes,
      finalHash: hashWorld(this.world),
      ...(differsAt === undefined ? {} : { differsAt }),
    };
  }

  #join(slot: number): void {
    const bot = this.#input.u8() === 1;
    const team = this.#input.u8();
    const name = this.#input.text();
    Object.assign(this.#last[slot] as Command, neutralCommand());
    joinPuck(this.world, { slot, bot, team, name });
  }

  #readCommand(slot: number): Command {
    const last = this.#last[slot] as Command;
    const mask = this.#input.u8();
    if (mask & CHANGED.mx) last.mx = (this.#input.u8() << 24) >> 24;
    if (mask & CHANGED.my) last.my = (this.#input.u8() << 24) >> 24;
    if (mask & CHANGED.aim) last.aim = this.#input.u16();
    if (mask & CHANGED.buttons) last.buttons = this.#input.u8();
    return last;
  }

  #compare(recorded: number): void {
    this.#hashes++;
    if (hashWorld(this.world) !== recorded) this.#differsAt ??= this.world.tick;
  }
}
