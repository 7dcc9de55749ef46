// Two processes that share a Redis and a DATA_DIR, behind an nginx.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PASSWORD } from '../support/admin.ts';
import { freePorts } from '../support/ports.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { Service } from './services.ts';

export interface TestCluster {
  /** The one address of all. */
  url: string;
  redis: Service;
  redisUrl: string;
  /** The processes; tests put new ones in place of those that they end. */
  processes: [TestServer, TestServer];
  /** Starts the process of an index, again. */
  start(index: 0 | 1, env?: Record<string, string>): Promise<TestServer>;
  stop(): Promise<void>;
}

export async function startTestCluster(): Promise<TestCluster> {
  const [redisPort, proxyPort, ...ports] = (await freePorts(4)) as [number, number, number, number];
  const dataDir = mkdtempSync(join(tmpdir(), 'carom-cluster-'));
  const url = `http://127.0.0.1:${proxyPort}`;
  const redisUrl = `redis://127.0.0.1:${redisPort}`;
  const [redis, nginx] = await Promise.all([Service.redis(redisPort), Service.nginx(proxyPort, ports)]);
  const launch = (index: 0 | 1, env: Record<string, string> = {}) =>
    startTestServer({
      PORT: String(ports[index]),
      DATA_DIR: dataDir,
      REDIS_URL: redisUrl,
      PUBLIC_URL: url,
      PROCESS_URL: `${url}/process/${ports[index]}`,
      TRUST_PROXY: '1',
      ADMIN_PASSWORD: PASSWORD,
      METRICS_TOKEN: PASSWORD,
      DRAIN_LIMIT_S: '6',
      ...env,
    });
  const cluster: TestCluster = {
    url,
    redis,
    redisUrl,
    // Both at once on an empty folder: they must agree on its secrets.
    processes: await Promise.all([launch(0), launch(1)]),
    async start(index, env) {
      await cluster.processes[index].stop();
      cluster.processes[index] = await launch(index, env);
      return cluster.processes[index];
    },
    async stop() {
      await Promise.all(cluster.processes.map((server) => server.stop()));
      await Promise.all([redis.stop(), nginx.stop()]);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return cluster;
}
