// A match of bots that runs in the page, for the menu's background: published into the real schema, so that a session
// cannot tell it from a server's.

import { CommandState, MatchState } from '#shared/net/schema.ts';
import type { ArenaMap } from '#shared/sim/map.ts';
import { PageMatch } from './pageMatch.ts';
import type { CommandChannel, MatchSource } from './source.ts';

/** Nobody plays: commands go nowhere. */
const NO_COMMANDS: CommandChannel = { data: new CommandState(), send: () => 0, pendingCount: 0, lastProcessed: 0 };
const nothing = (): void => {};

export class LocalMatch extends PageMatch implements MatchSource {
  readonly sessionId = 'local';
  readonly state: MatchState;
  readonly clock = { smoothedRtt: () => 0, jitter: () => 0 };

  /** `bots` of them play on a map; it never ends. */
  constructor(map: ArenaMap, bots: number, seed: number) {
    const state = new MatchState();
    super(map, seed, state);
    this.state = state;
    for (let slot = 0; slot < bots; slot++) this.local.addBot(slot);
    this.publish();
  }

  input(): CommandChannel {
    return NO_COMMANDS;
  }

  pump(nowMs: number): void {
    this.local.run(nowMs, nothing, () => {
      if (this.publishPatch()) this.tell(this.local.takeEvents());
    });
  }
}
