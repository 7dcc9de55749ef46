// Looks after the other processes: one that died leaves rooms in the lists and matches in the store. The rooms are taken
// out, and the matches are opened again by whoever is first, where the store is shared. One that only stood still for long
// finds its matches there when it moves again, and lets go of them.

import { matchMaker } from '@colyseus/core';
import { drain } from '../drain.ts';
import { loadKeys } from '../identity/keys.ts';
import { people } from '../identity/people.ts';
import { log } from '../log.ts';
import { LobbyRoom } from '../rooms/LobbyRoom.ts';
import { MatchRoom } from '../rooms/MatchRoom.ts';
import { openOrphans } from '../rooms/restart.ts';
import { DRAINING } from './drainProcess.ts';
import type { SteadyDriver } from './driver.ts';
import { breakPromises } from './promises.ts';

/** Milliseconds from one look to the next. */
const LOOK_MS = 1000;
/** A match that runs is kept every few seconds; one that was not for so long may have lost its process. */
const ORPHAN_MS = 4500;
/** After Redis was lost the lists fill again before anything is taken for lost. */
const SETTLE_MS = 12_000;
const LISTS_MS = 5000;
const STORED_MS = 30_000;

export class Watch {
  readonly #timers: NodeJS.Timeout[];
  readonly #isHealthy: () => boolean;
  readonly #driver: SteadyDriver;
  #suspects = new Set<string>();
  #settledAt = 0;
  #looking = false;

  /** `isHealthy` says whether Redis answers; `dataDir` is shared by the processes of this machine. */
  constructor(isHealthy: () => boolean, driver: SteadyDriver, dataDir: string) {
    this.#isHealthy = isHealthy;
    this.#driver = driver;
    this.#timers = [
      every(LOOK_MS, () => this.#look()),
      every(LISTS_MS, () => this.#relist()),
      // In case that news were lost, or another process made the next key.
      every(STORED_MS, async () => {
        people.useKeys(loadKeys(dataDir));
        await people.loadSanctions();
      }),
    ];
  }

  /** Redis was lost and is back. */
  async settle(): Promise<void> {
    this.#settledAt = performance.now() + SETTLE_MS;
    await people.loadSanctions();
  }

  stop(): void {
    for (const timer of this.#timers) clearInterval(timer);
  }

  async #look(): Promise<void> {
    if (this.#looking || !this.#isHealthy()) return;
    this.#looking = true;
    try {
      await this.#letGo();
      await this.#bury();
      if (!drain.on && performance.now() > this.#settledAt) await openOrphans(people.store, ORPHAN_MS);
    } finally {
      this.#looking = false;
    }
  }

  /** What another process runs now is run here no longer: the people in it come there by themselves. */
  async #letGo(): Promise<void> {
    const codes = new Set(await this.#driver.elsewhere());
    if (codes.size === 0) return;
    log.warn({ rooms: [...codes] }, 'this process was taken for dead: others run its matches now');
    for (const room of MatchRoom.open) {
      if (!codes.has(room.roomId)) continue;
      breakPromises(room);
      room.letGo();
    }
  }

  /** Who listens no more, at two looks, and does not answer, is dead: the framework takes its rooms out of the list. */
  async #bury(): Promise<void> {
    const [topics, rooms, counted] = await Promise.all([
      matchMaker.presence.channels('p:*'),
      matchMaker.query({}),
      matchMaker.stats.fetchAll(),
    ]);
    // Who was too busy to answer once is taken out of the list of those that open rooms.
    if (!counted.some(({ processId }) => processId === matchMaker.processId)) await matchMaker.stats.persist(true);
    const listening = new Set(topics.map((topic) => topic.slice(2)));
    const known = new Set([...rooms, ...counted].map(({ processId }) => processId));
    const silent = [...known].filter((id) => id !== matchMaker.processId && !listening.has(id));
    const dead = silent.filter((id) => this.#suspects.has(id));
    this.#suspects = new Set(silent);
    const answers = await Promise.all(dead.map((id) => matchMaker.healthCheckProcessId(id)));
    if (!answers.includes(false)) return;
    log.warn({ processes: dead }, 'a process is gone');
    for (const id of dead) void matchMaker.presence.hdel(DRAINING, id);
    await this.#relist();
  }

  async #relist(): Promise<void> {
    if (!this.#isHealthy()) return;
    for (const lobby of LobbyRoom.open) await lobby.relist();
  }
}

/** Runs again and again; what fails is tried again the next time. */
function every(ms: number, run: () => Promise<unknown>): NodeJS.Timeout {
  return setInterval(() => run().catch((error: Error) => log.debug({ error: error.message }, 'watch')), ms).unref();
}
