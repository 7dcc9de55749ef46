// A bot as a real client: it joins over the network, thinks on what a player at the screen would know, and sends
// commands as a page does.

import { Bot } from '#shared/bots/bot.ts';
import { copyCommand } from '#shared/sim/commands.ts';
import type { Command } from '#shared/sim/types.ts';
import { fetchMap, firstState, type MatchConnection } from '../../client/net/connection.ts';
import { MatchSession } from '../../client/net/session.ts';
import { WorldView } from '../../client/net/worldView.ts';

export class NetBot {
  readonly session: MatchSession;
  readonly #view: WorldView;
  readonly #seed: number;
  #bot: Bot | undefined;

  private constructor(session: MatchSession, seed: number) {
    this.session = session;
    this.#view = new WorldView(session);
    this.#seed = seed;
  }

  /** Takes a connection over, once its state and its map have come. */
  static async start(room: MatchConnection, seed: number): Promise<NetBot> {
    await firstState(room);
    return new NetBot(new MatchSession(room, await fetchMap(room)), seed);
  }

  /** One frame, as a page has 60 a second, at a time in milliseconds on any steady clock. */
  frame(nowMs: number): void {
    this.session.frame(nowMs, this.#sample);
  }

  /** Leaves the match for good. */
  async leave(): Promise<void> {
    await this.session.room.leave();
  }

  readonly #sample = (command: Command): void => {
    const { me } = this.session;
    // The seat comes with a snapshot, and after a long absence it may be another.
    if (this.#bot?.slot !== me) this.#bot = new Bot(me, this.#seed);
    copyCommand(command, this.#bot.think(this.#view.look()));
  };
}
