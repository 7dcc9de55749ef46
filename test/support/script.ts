// A match as a script: joins, leaves and commands tick by tick, played into a world and, if asked, into a recording.

import fc from 'fast-check';
import { DEFAULT_MODE, MODES, modeOf } from '#shared/modes/index.ts';
import { headerOf, Recorder } from '#shared/replay/record.ts';
import { CommandBatch } from '#shared/sim/commands.ts';
import type { ArenaMap } from '#shared/sim/map.ts';
import { random } from '#shared/sim/rng.ts';
import type { Command, World } from '#shared/sim/types.ts';
import { createWorld, joinPuck, leavePuck, stepWorld, type WorldSettings } from '#shared/sim/world.ts';
import { Hands } from './commands.ts';
import { drawnMap } from './maps.ts';

/** What happens before and in one tick. */
export interface ScriptTick {
  joins: { slot: number; name: string; bot: boolean; team: number }[];
  leaves: number[];
  commands: [slot: number, command: Command][];
}

export interface Script {
  seed: number;
  startTick: number;
  friendlyFire: boolean;
  /** A free-for-all that is live at once, if it does not say otherwise. */
  mode?: string;
  match?: Pick<WorldSettings, 'opening' | 'countdownTicks' | 'scoreLimit' | 'timeLimitTicks'>;
  ticks: ScriptTick[];
}

/** `pucks` of them come over time, play like people, drop commands or catch up now and then; `leaving` of a thousand leave in a tick. */
export function scriptOf(seed: number, length: number, pucks: number, leaving = 0.4): Script {
  const seeded = { rng: seed >>> 0 };
  const chance = (share: number) => random(seeded) < share;
  const hands = new Map<number, Hands>();
  const ticks = Array.from({ length }, (_, i): ScriptTick => {
    const tick: ScriptTick = { joins: [], leaves: [], commands: [] };
    for (let slot = 0; slot < pucks; slot++) {
      const present = hands.has(slot);
      if (!present && (i === 0 || chance(0.004))) {
        hands.set(slot, new Hands(seed * 31 + slot * 7 + i));
        tick.joins.push({ slot, name: `p${slot} é`, bot: chance(0.5), team: slot % 2 });
      } else if (present && chance(leaving / 1000)) {
        hands.delete(slot);
        tick.leaves.push(slot);
      }
      const count = chance(0.01) ? 0 : chance(0.01) ? 2 : 1;
      for (let n = 0; n < count; n++) {
        const command = hands.get(slot)?.next();
        if (command) tick.commands.push([slot, { ...command }]);
      }
    }
    return tick;
  });
  return { seed, startTick: seed % 1000, friendlyFire: chance(0.5), ticks };
}

/** A match's settings, so short that all phases come by. */
const anyMatch = fc.record({
  opening: fc.constantFrom('waiting', 'live'),
  countdownTicks: fc.nat(40),
  scoreLimit: fc.integer({ min: 1, max: 5 }),
  timeLimitTicks: fc.integer({ min: 30, max: 400 }),
});

/** Scripts for properties: short, of any number of pucks, in any mode. */
export const anyScript: fc.Arbitrary<Script> = fc
  .record({
    seed: fc.nat(2 ** 31),
    length: fc.integer({ min: 1, max: 400 }),
    pucks: fc.integer({ min: 1, max: 16 }),
    mode: fc.constantFrom(...Object.keys(MODES)),
    match: anyMatch,
  })
  .map(({ seed, length, pucks, mode, match }) => ({ ...scriptOf(seed, length, pucks), mode, match }));

/** A small map that serves every mode, with some of everything that a map can hold. */
export const YARD = drawnMap(
  [
    '####################',
    '#0...G........G...1#',
    '#..r.G.HHHHHH.P.h..#',
    '#....#.HHHHHH.#....#',
    '#.....F~~~~~~f.....#',
    '#.....B~~~~~~B.....#',
    '#....#.HHHHHH.#....#',
    '#..h.P.HHHHHH.G.o..#',
    '#0...G........G...1#',
    '####################',
  ],
  Object.keys(MODES).join(','),
);

/** A world at the first tick of a script. */
export function worldOf(script: Script, map: ArenaMap): World {
  const { seed, startTick, friendlyFire, mode = DEFAULT_MODE, match } = script;
  return createWorld({ map, mode: modeOf(mode), seed, startTick, friendlyFire, ...match });
}

export function recorderOf(script: Script, map: ArenaMap): Recorder {
  return new Recorder(headerOf(worldOf(script, map), script.seed, 1_700_000_000_000));
}

/** Plays ticks `from` to `to` of a script, in the order in which a room does. `after` sees each tick. */
export function play(
  script: Script,
  world: World,
  {
    from = 0,
    to = script.ticks.length,
    recorder,
    after,
  }: { from?: number; to?: number; recorder?: Recorder; after?: (tick: ScriptTick) => void } = {},
): void {
  const batch = new CommandBatch();
  for (const tick of script.ticks.slice(from, to)) {
    batch.clear();
    for (const slot of tick.leaves) {
      leavePuck(world, slot);
      recorder?.leave(slot);
    }
    for (const seat of tick.joins) {
      joinPuck(world, seat);
      recorder?.join(seat);
    }
    for (const [slot, command] of tick.commands) batch.push(slot, command);
    recorder?.commands(batch);
    stepWorld(world, batch);
    recorder?.tick(world);
    after?.(tick);
  }
}

/** A whole script as a recording. */
export function recordingOf(script: Script, map: ArenaMap): { bytes: Uint8Array; world: World } {
  const world = worldOf(script, map);
  const recorder = recorderOf(script, map);
  play(script, world, { recorder });
  return { bytes: recorder.finish(world).slice(), world };
}
