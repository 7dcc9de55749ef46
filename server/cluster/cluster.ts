// This process as one of several, which share matchmaking and presence through Redis. Nothing of it exists without
// REDIS_URL.

import type { ServerOptions } from '@colyseus/core';
import { matchMaker } from '@colyseus/core';
import type { Config } from '../config.ts';
import { drain } from '../drain.ts';
import { people } from '../identity/people.ts';
import { sharedLink } from '../links.ts';
import { log } from '../log.ts';
import { openOrphans } from '../rooms/restart.ts';
import { leastBusy, shareDrain } from './drainProcess.ts';
import { SteadyDriver } from './driver.ts';
import { shareNews } from './news.ts';
import { SteadyPresence } from './presence.ts';
import { connect, Heartbeat, untilReady } from './redis.ts';
import { Watch } from './watch.ts';

/** On it a process that ends says that its matches wait for another. */
const ORPHANS = 'carom:orphans';

export class Cluster {
  /** What the framework's server needs to be one of several. */
  readonly options: Pick<ServerOptions, 'presence' | 'driver' | 'publicAddress' | 'selectProcessIdToCreateRoom'>;
  readonly #dataDir: string;
  readonly #presence: SteadyPresence;
  readonly #driver: SteadyDriver;
  #heart: Heartbeat | undefined;
  #watch: Watch | undefined;

  private constructor(config: Config, url: string) {
    this.#dataDir = config.DATA_DIR;
    const redis = connect(url);
    this.#presence = new SteadyPresence(redis);
    this.#driver = new SteadyDriver(redis);
    this.options = {
      presence: this.#presence,
      driver: this.#driver,
      publicAddress: publicAddress(config),
      selectProcessIdToCreateRoom: leastBusy,
    };
  }

  /** Reaches the Redis of the settings; nothing without one. Rejects with a ConfigError when it does not answer. */
  static async join(config: Config): Promise<Cluster | undefined> {
    if (!config.REDIS_URL) return undefined;
    const cluster = new Cluster(config, config.REDIS_URL);
    await untilReady(cluster.#presence.connections);
    return cluster;
  }

  /** Whether Redis answers: without it nobody can be let in. */
  get healthy(): boolean {
    return this.#heart?.healthy ?? true;
  }

  /** Opens the matches that were kept and run nowhere, before anybody can ask for them; the framework's server must be made. */
  async open(): Promise<void> {
    this.#heart = new Heartbeat(this.#presence.connections, () => this.#back());
    shareDrain();
    await shareNews(people, this.#presence);
    await openOrphans(people.store, 0);
    await this.#presence.subscribe(ORPHANS, () => {
      if (!drain.on) void openOrphans(people.store, 0).catch((error: unknown) => log.error({ err: error }, 'orphans'));
    });
  }

  /** The server listens: from now on this process looks after the others. */
  watch(): void {
    this.#watch = new Watch(() => this.healthy, this.#driver, this.#dataDir);
  }

  /** The process ends: all its matches are kept, and the others go on with them. Never rejects. */
  async leave(): Promise<void> {
    this.#watch?.stop();
    this.#heart?.stop();
    await this.#driver
      .handOver()
      .then(() => this.#presence.publish(ORPHANS, 1))
      .catch((error: Error) => log.warn({ error: error.message }, 'nobody was told that this process ends'));
  }

  /** Redis may have forgotten all. */
  #back(): void {
    const told = [this.#driver.restore(), matchMaker.stats.persist(true), this.#watch?.settle()];
    Promise.all(told).catch((error: unknown) => log.error({ err: error }, 'the cluster could not be joined again'));
  }
}

/** Where clients reach this very process, as the framework writes it: without the protocol. */
function publicAddress(config: Config): string {
  const url = new URL(config.PROCESS_URL ?? sharedLink({ ...config, PUBLIC_URL: undefined }, config.PORT));
  return `${url.host}${url.pathname.replace(/\/$/, '')}`;
}

/** The process's cluster, if it is in one; set once before the server listens. */
export let cluster: Cluster | undefined;

export function setCluster(joined: Cluster | undefined): void {
  cluster = joined;
}
