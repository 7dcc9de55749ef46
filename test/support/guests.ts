// People in the rooms of a suite, and what they are refused.

import assert from 'node:assert/strict';
import type { Player } from './player.ts';

export interface Guests {
  /** Those who are here, in the order in which they came. */
  readonly here: Player[];
  /** Somebody comes; they leave when the test is over. */
  enter(coming: Promise<Player>): Promise<Player>;
}

/** The people of the suite that is being described: all leave after each test. */
export function guests(): Guests {
  const here: Player[] = [];
  afterEach(async () => {
    await Promise.all(here.splice(0).map((player) => player.leave()));
  });
  return {
    here,
    async enter(coming) {
      const player = await coming;
      here.push(player);
      return player;
    },
  };
}

/** For assert.rejects: the server's code, and what its sentence must say. */
export const refusedWith = (code: number, sentence: RegExp) => (error: Error & { code?: number }) => {
  assert.equal(error.code, code, error.message);
  assert.match(error.message, sentence);
  return true;
};
