// A match whose first moment is set up by hand: pucks and bolts where a picture wants them. From there on it is the real
// simulation; pucks that nobody steers stand still.

import { modeOf } from '#shared/modes/index.ts';
import { CommandState, MatchState } from '#shared/net/schema.ts';
import { spawnBolt } from '#shared/sim/bolts.ts';
import type { CommandBatch } from '#shared/sim/commands.ts';
import type { ArenaMap } from '#shared/sim/map.ts';
import type { Puck, World } from '#shared/sim/types.ts';
import { joinPuck } from '#shared/sim/world.ts';
import { PageMatch } from '../../client/net/pageMatch.ts';
import type { CommandChannel, MatchSource } from '../../client/net/source.ts';

/** A puck's place and whatever else of it matters; aim in steps of a full turn of 65,536. */
export type PuckAt = Pick<Puck, 'slot' | 'name' | 'x' | 'y' | 'aim'> & Partial<Puck>;

export interface BoltAt {
  owner: number;
  x: number;
  y: number;
  aim: number;
  level: number;
  /** Ticks after the first at which it is fired. */
  after?: number;
}

/** The first moment: as data, because it comes from outside the page. */
export interface Setting {
  mode: string;
  /** uint32 */
  seed: number;
  /** Bots on the first seats. */
  bots?: number;
  pucks?: PuckAt[];
  bolts?: BoltAt[];
}

const NO_COMMANDS: CommandChannel = { data: new CommandState(), send: () => 0, pendingCount: 0, lastProcessed: 0 };

export class StudioMatch extends PageMatch implements MatchSource {
  readonly sessionId = 'studio';
  readonly state: MatchState;
  readonly clock = { smoothedRtt: () => 0, jitter: () => 0 };
  readonly #standing: PuckAt[];
  readonly #bolts: BoltAt[];

  constructor(map: ArenaMap, { mode, seed, bots = 0, pucks = [], bolts = [] }: Setting) {
    const state = new MatchState();
    super(map, seed, state, modeOf(mode));
    this.state = state;
    this.#standing = pucks;
    this.#bolts = [...bolts];
    for (let slot = 0; slot < bots; slot++) this.local.addBot(slot);
    for (const puck of pucks) this.#place(puck);
    this.publish();
  }

  get world(): World {
    return this.local.world;
  }

  input(): CommandChannel {
    return NO_COMMANDS;
  }

  pump(nowMs: number): void {
    this.local.run(
      nowMs,
      (batch) => this.#command(batch),
      () => {
        if (this.publishPatch()) this.tell(this.local.takeEvents());
      },
    );
  }

  #place(puck: PuckAt): void {
    const { world } = this;
    joinPuck(world, { slot: puck.slot, name: puck.name, bot: true, team: world.mode.teams > 0 ? puck.slot % world.mode.teams : 0 });
    Object.assign(world.pucks[puck.slot] as Puck, { shieldEndsAt: 0, ...puck });
  }

  /** Before each tick: what is to be fired now, and commands that change nothing. */
  #command(batch: CommandBatch): void {
    for (const { slot, aim } of this.#standing) batch.push(slot, { mx: 0, my: 0, aim, buttons: 0 });
    for (let i = this.#bolts.length - 1; i >= 0; i--) {
      const { owner, x, y, aim, level, after = 0 } = this.#bolts[i] as BoltAt;
      if (this.world.tick < after) continue;
      spawnBolt(this.world, owner, x, y, aim, level, 0);
      this.#bolts.splice(i, 1);
    }
  }
}
