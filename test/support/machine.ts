// How busy this machine is with other things than the test: timing measured beside them says nothing.

import { cpus } from 'node:os';

/** Seconds that all cores together have worked since the system started. */
function busySeconds(): number {
  return cpus().reduce((sum, { times }) => sum + (times.user + times.nice + times.sys + times.irq) / 1000, 0);
}

function ownSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Begins to watch. The returned function tells how many cores others have kept busy since; `ours` is what a child used. */
export function watchOthers(): (ours: number) => number {
  const busy = busySeconds();
  const own = ownSeconds();
  const start = performance.now();
  return (ours) => (busySeconds() - busy - (ownSeconds() - own) - ours) / ((performance.now() - start) / 1000);
}
