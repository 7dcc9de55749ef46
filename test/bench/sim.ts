// The tick under full load: 16 pucks and 112 bolts in flight, alone, and on the largest map with objectives and the bots'
// thinking; the garbage that a tick leaves; the digest of the world.

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { hashWorld } from '#shared/sim/hash.ts';
import { MAX_PUCKS } from '#shared/tuning.ts';
import { BusyWorld } from './support/busyWorld.ts';
import { type Figures, median, p99, timeEach } from './support/measure.ts';

const BOLTS = 112;
const TICKS = 6000;
/** Where the bots have the longest ways, and errands. */
const LARGEST_MAP = 'bastion';
const LARGEST_MODE = 'ctf';
const GARBAGE_RUNS = 9;
/** Few enough that no collection falls into a run. */
const GARBAGE_TICKS = 500;

/** Figures `sim.*`. */
export function benchSim(): Figures {
  const busy = new BusyWorld(MAX_PUCKS, BOLTS);
  const prepare = (): void => {
    busy.recall();
    busy.topUp();
  };
  const ticks = timeEach(TICKS, () => busy.step(), prepare);
  let digest = 0;
  const hashes = timeEach(1000, () => {
    digest ^= hashWorld(busy.world);
  });
  const garbage = garbageOfATick(busy);
  const crowd = new BusyWorld(MAX_PUCKS, BOLTS, LARGEST_MAP, LARGEST_MODE);
  const thinking = timeEach(
    TICKS,
    () => {
      crowd.think();
      crowd.step();
    },
    () => crowd.topUp(),
  );
  return {
    'sim.tick.us': median(ticks),
    'sim.tick.us.p99': p99(ticks),
    'sim.tickWithBots.us': median(thinking),
    'sim.tickWithBots.us.p99': p99(thinking),
    'sim.garbage.Bptick': garbage,
    'sim.hash.us': digest === 0.5 ? 0 : median(hashes),
  };
}

/** Median growth of the heap in a run without a collection, a tick. */
function garbageOfATick(busy: BusyWorld): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const perTick: number[] = [];
  for (let run = 0; run < GARBAGE_RUNS; run++) {
    collect();
    const before = process.memoryUsage().heapUsed;
    for (let i = 0; i < GARBAGE_TICKS; i++) {
      busy.recall();
      busy.topUp();
      busy.step();
    }
    perTick.push((process.memoryUsage().heapUsed - before) / GARBAGE_TICKS);
  }
  return median(perTick);
}
