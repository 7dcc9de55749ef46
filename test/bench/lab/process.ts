// One profile in a process of its own, because time itself is replaced there. Argument: the settings as JSON; the last
// line of its output is the figures as JSON.

import { VirtualClock } from './clock.ts';
import { PROFILES } from './profiles.ts';
import { LabSocket } from './sockets.ts';

const { profile: name, seconds, seed } = JSON.parse(process.argv[2] ?? '{}') as { profile: string; seconds: number; seed: number };
const profile = PROFILES.find((each) => each.name === name);
if (!profile) throw new Error(`no profile "${name}"`);

const clock = new VirtualClock();
clock.install();
// The SDK takes the socket's class when it is loaded.
Object.assign(globalThis, { WebSocket: LabSocket });
const { runProfile } = await import('./run.ts');
const figures = await runProfile(clock, { profile, seconds, seed });
process.stdout.write(`${JSON.stringify(figures)}\n`, () => process.exit(0));
