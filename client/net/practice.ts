// Practice: a match with bots in the page, without a server. What would go over a wire does: patches are encoded and
// decoded, and both ways wait as long as the simulated line says.

import { Decoder, Encoder } from '@colyseus/schema';
import type { LevelId } from '#shared/bots/levels.ts';
import { handicapOf, type Lag, MESSAGE } from '#shared/net/messages.ts';
import { CommandState, MatchState } from '#shared/net/schema.ts';
import type { CommandBatch } from '#shared/sim/commands.ts';
import type { ArenaMap } from '#shared/sim/map.ts';
import type { Command } from '#shared/sim/types.ts';
import { joinPuck } from '#shared/sim/world.ts';
import { delayLine } from './lag.ts';
import { PageMatch } from './pageMatch.ts';
import type { CommandChannel, MatchSource } from './source.ts';

/** The one who practises. */
const SLOT = 0;

export class PracticeMatch extends PageMatch implements MatchSource, CommandChannel {
  readonly sessionId = 'practice';
  readonly state = new MatchState();
  readonly clock = { smoothedRtt: () => handicapOf(this.#lag), jitter: () => this.#lag.jitterMs };
  /** As the command channel: the coming command, those on the way, the last one taken that is known of. */
  readonly data = new CommandState();
  lastProcessed = 0;

  readonly #authority: MatchState;
  readonly #encoder: Encoder;
  readonly #decoder = new Decoder(this.state);
  readonly #up = delayLine(() => this.#lag);
  readonly #down = delayLine(() => this.#lag);
  readonly #queue: Command[] = [];
  #lag: Lag = { ms: 0, jitterMs: 0 };
  #sent = 0;
  #taken = 0;
  readonly #level: LevelId;
  #bots = 0;

  /** `name` plays on a map with bots of a level, alone as long as none are invited; it never ends. */
  constructor(map: ArenaMap, name: string, level: LevelId, seed: number) {
    const authority = new MatchState();
    super(map, seed, authority);
    this.#authority = authority;
    this.#encoder = new Encoder(authority);
    this.#level = level;
    joinPuck(this.local.world, { slot: SLOT, name, bot: false, team: 0 });
    this.publish();
    Object.assign(authority.pucks[SLOT] ?? {}, { sessionId: this.sessionId });
    this.#decoder.decode(this.#encoder.encodeAll());
    this.#encoder.discardChanges();
  }

  /** Bots come until there are so many; all of them shoot, or none does. */
  invite(bots: number, armed: boolean): void {
    this.local.armed = armed;
    while (this.#bots < bots) {
      const slot = SLOT + ++this.#bots;
      this.joinTicks[slot] = this.local.world.tick;
      this.local.addBot(slot, this.#level);
    }
  }

  get pendingCount(): number {
    return this.#sent - this.lastProcessed;
  }

  input(): CommandChannel {
    return this;
  }

  /** A command without more, or a message: only that of the simulated line has a meaning here. */
  send(type?: string, payload?: unknown): number {
    if (type === MESSAGE.lag) this.#setLag(payload as Lag);
    if (type !== undefined) return 0;
    const { mx, my, aim, buttons } = this.data;
    this.#up(() => this.#queue.push({ mx, my, aim, buttons }));
    return ++this.#sent;
  }

  #setLag(lag: Lag): void {
    this.#lag = lag;
    const puck = this.#authority.pucks[SLOT];
    if (puck) puck.handicap = handicapOf(lag);
  }

  pump(nowMs: number): void {
    this.local.run(
      nowMs,
      (batch) => this.#takeCommands(batch),
      () => this.#sendPatch(),
    );
  }

  /** One a tick; two while more have gathered than two frames bring. */
  #takeCommands(batch: CommandBatch): void {
    const count = this.#queue.length > 2 ? 2 : Math.min(1, this.#queue.length);
    for (const command of this.#queue.splice(0, count)) batch.push(SLOT, command);
    this.#taken += count;
  }

  #sendPatch(): void {
    if (!this.publishPatch()) return;
    const patch = this.#encoder.encode().slice();
    this.#encoder.discardChanges();
    const events = this.local.takeEvents();
    const taken = this.#taken;
    this.#down(() => {
      this.#decoder.decode(patch);
      this.lastProcessed = taken;
      this.tell(events);
    });
  }
}
