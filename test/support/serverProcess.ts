// The real server as a child process for tests. The line on stdout that is a number is its port. It knows the modes of
// tests, a map without anything in it, and with TUNING times other than the game's, such as {"IDLE":{"warnTicks":60}}; with STANDING a standing match of such options. (An
// IPC channel instead of stdout would make the framework believe that a process manager watches it.)

import { readTiledMap } from '#shared/maps/tiled.ts';
import { MODES } from '#shared/modes/index.ts';
import * as tuning from '#shared/tuning.ts';
import type { StoredMap } from '../../server/maps.ts';
import type { StandingOptions } from '../../server/rooms/hostStanding.ts';
import { hallSource } from './maps.ts';
import { TEST_MODES } from './testModes.ts';

Object.assign(MODES, TEST_MODES);
const { maps } = await import('../../server/maps.ts');
for (const { map } of maps.values()) map.modes.push(...Object.keys(TEST_MODES));
/** Room to walk straight for ten seconds. It serves no mode: who wants it asks for it. */
const text = JSON.stringify(hallSource(80, 20));
(maps as Map<string, StoredMap>).set('hall', { map: readTiledMap('hall', text), text });

const { startServer } = await import('../../server/app.ts');
const { readConfig } = await import('../../server/config.ts');
// After the digest of the rules was made: they are the same, only sooner.
const sooner = JSON.parse(process.env.TUNING ?? '{}') as Record<string, object>;
for (const [name, numbers] of Object.entries(sooner)) Object.assign((tuning as Record<string, unknown>)[name] as object, numbers);
const { port } = await startServer(readConfig(process.env));
if (process.env.STANDING) {
  const { openStanding } = await import('../../server/rooms/hostStanding.ts');
  await openStanding(JSON.parse(process.env.STANDING) as StandingOptions);
}
process.stdout.write(`${port}\n`);
// The parent's end closes this pipe, however it ends.
process.stdin.resume().once('end', () => process.exit(0));
