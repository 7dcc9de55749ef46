// The real server as a child process for tests. The line on stdout that is a number is its port. It knows modes of its
// own, to have a match over and points scored when a test needs them, and a map without anything in it. (An IPC channel
// instead of stdout would make the framework believe that a process manager watches it.)

import { readTiledMap } from '#shared/maps/tiled.ts';
import { ffa } from '#shared/modes/ffa.ts';
import { MODES } from '#shared/modes/index.ts';
import { BUTTON } from '#shared/sim/types.ts';
import type { StoredMap } from '../../server/maps.ts';
import { hallSource } from './maps.ts';

/** Over after two seconds: for tests of what comes after a match. */
MODES.sprint = { ...ffa, id: 'sprint', name: 'Sprint', timeLimitTicks: 120 };
/** A tick with the trigger held is a point, up to nine. */
MODES.clicker = {
  ...ffa,
  id: 'clicker',
  name: 'Clicker',
  onTick(world) {
    for (const puck of world.pucks) if (puck.buttons & BUTTON.fire) puck.score = Math.min(9, puck.score + 1);
  },
};

/** A mistake in the rules, half a second into a match. */
MODES.broken = {
  ...ffa,
  id: 'broken',
  name: 'Broken',
  onTick({ tick, startTick }) {
    if (tick > startTick + 30) throw new Error('a mistake in a mode');
  },
};

const { maps } = await import('../../server/maps.ts');
for (const { map } of maps.values()) map.modes.push('sprint', 'clicker', 'broken');
/** Room to walk straight for ten seconds. It serves no mode: who wants it asks for it. */
const text = JSON.stringify(hallSource(80, 20));
(maps as Map<string, StoredMap>).set('hall', { map: readTiledMap('hall', text), text });

const { startServer } = await import('../../server/app.ts');
const { readConfig } = await import('../../server/config.ts');
const { port } = await startServer(readConfig(process.env));
process.stdout.write(`${port}\n`);
// The parent's end closes this pipe, however it ends.
process.stdin.resume().once('end', () => process.exit(0));
