// Draws the pictures of traces for docs/netcode.md, in a process of its own because time itself is replaced there.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { VirtualClock } from './clock.ts';
import { PROFILES, type Profile } from './profiles.ts';
import { LabSocket } from './sockets.ts';
import { drawTrace } from './tracesDraw.ts';

const ROOT = join(import.meta.dirname, '../../..');
const PROFILE = PROFILES.find(({ name }) => name === 'rtt150') as Profile;
const SEED = 5;
const PLAY_MS = 20_000;
const STALL_MS = 250;
/** After the stall, until the last screen has shown what happened. */
const REST_MS = 2000;

const clock = new VirtualClock();
clock.install();
// The SDK takes the socket's class when it is loaded.
Object.assign(globalThis, { WebSocket: LabSocket });
const { seatPlayers } = await import('./run.ts');
const { Recorder } = await import('./tracesData.ts');
const { Truth } = await import('./truth.ts');

const truth = new Truth();
truth.watch();
const players = await seatPlayers(clock, PROFILE, SEED);
const recorder = new Recorder(truth, players);
await clock.runTo(clock.now + PLAY_MS);
const stallAtMs = clock.now;
players[0]?.line.stall(STALL_MS);
await clock.runTo(stallAtMs + REST_MS);

const pictures = { remote: recorder.remote(), bolt: recorder.bolt(), queue: recorder.queue(stallAtMs, STALL_MS) };
for (const [name, trace] of Object.entries(pictures)) {
  const path = `docs/trace-${name}.svg`;
  writeFileSync(join(ROOT, path), drawTrace(trace));
  process.stdout.write(`${path}\n`);
}
process.exit(0);
