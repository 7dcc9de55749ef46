// Modes that have a match over and points scored when a test needs them. The server's process for tests has them; a test
// whose clients meet one adds it to its own MODES for that while.

import { ffa } from '#shared/modes/ffa.ts';
import { tdm } from '#shared/modes/tdm.ts';
import type { Mode } from '#shared/sim/mode.ts';
import { BUTTON, type Puck, type World } from '#shared/sim/types.ts';

const triggered = ({ pucks }: World): Puck[] => pucks.filter((puck) => puck.buttons & BUTTON.fire);

export const TEST_MODES: Record<string, Mode> = {
  /** Over after two seconds: for tests of what comes after a match. */
  sprint: { ...ffa, id: 'sprint', name: 'Sprint', timeLimitTicks: 120 },
  /** A tick with the trigger held is a point, up to nine. */
  clicker: {
    ...ffa,
    id: 'clicker',
    name: 'Clicker',
    onTick(world) {
      for (const puck of triggered(world)) puck.score = Math.min(9, puck.score + 1);
    },
  },
  /** A point and a parry, without that limit. */
  juggler: {
    ...ffa,
    id: 'juggler',
    name: 'Juggler',
    onTick(world) {
      for (const puck of triggered(world)) {
        puck.score++;
        world.events.push({ type: 'parry', tick: world.tick, slot: puck.slot, from: puck.slot, level: 1, x: puck.x, y: puck.y });
      }
    },
  },
  /** A point of the team. */
  clickers: {
    ...tdm,
    id: 'clickers',
    name: 'Clickers',
    onTick(world) {
      for (const { team } of triggered(world)) world.teamScores[team] = (world.teamScores[team] as number) + 1;
    },
  },
  /** A mistake in the rules that a person's trigger brings about. */
  broken: {
    ...ffa,
    id: 'broken',
    name: 'Broken',
    onTick(world) {
      if (triggered(world).some(({ bot }) => !bot)) throw new Error('a mistake in a mode');
    },
  },
};
