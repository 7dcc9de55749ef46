// What a player knows of the world, as a World: one's own predicted puck, the others at the shown tick, the bolts that
// can be seen. A bot that plays over the network thinks on this, and so knows no more than a person at the screen.

import { modeOf } from '#shared/modes/index.ts';
import { phaseOf } from '#shared/net/reader.ts';
import type { World } from '#shared/sim/types.ts';
import { createWorld, emptyPuck } from '#shared/sim/world.ts';
import { MAX_PUCKS } from '#shared/tuning.ts';
import type { MatchSession } from './session.ts';

const NOBODY = Array.from({ length: MAX_PUCKS }, (_, slot) => emptyPuck(slot));

export class WorldView {
  readonly #session: MatchSession;
  readonly #world: World;

  /** `session` must have had its first snapshot. */
  constructor(session: MatchSession) {
    this.#session = session;
    this.#world = createWorld({ map: session.map, mode: modeOf(session.state.mode), seed: 0 });
  }

  /** The world as it is shown now. To be read only: it is reused, and its pucks and bolts are the session's own. */
  look(): World {
    const { map, pucks, flights, objectives, state, present } = this.#session;
    const world = this.#world;
    if (world.map !== map) world.pickups = map.pickups.map((point) => ({ ...point, readyTick: 0 }));
    world.map = map;
    world.pickups.forEach((pickup, i) => {
      pickup.readyTick = state.pickups[i] ?? 0;
    });
    world.tick = Math.floor(present);
    world.phase = phaseOf(state);
    world.endTick = state.endTick;
    world.friendlyFire = state.friendlyFire;
    world.scoreLimit = state.scoreLimit;
    world.round = state.round;
    world.teamScores = [...state.teamScores];
    world.objectives = objectives;
    for (let slot = 0; slot < MAX_PUCKS; slot++) world.pucks[slot] = NOBODY[slot] as World['pucks'][number];
    for (const { slot, puck } of pucks) world.pucks[slot] = puck;
    world.bolts.length = 0;
    for (const shown of flights.all()) if (shown.visible) world.bolts.push(shown.bolt);
    return world;
  }
}
