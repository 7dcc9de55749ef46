// A person for tests: the game's own client without a screen, drawing frames on a steady clock, doing what a test says.

import type { MatchEvent } from '#shared/net/messages.ts';
import { PuckReader } from '#shared/net/reader.ts';
import type { Puck } from '#shared/sim/types.ts';
import {
  createMatch,
  fetchMap,
  firstState,
  joinMatch,
  type MatchConnection,
  quickJoin,
  type RoomWishes,
  returnToMatch,
  watchMatch,
} from '../../client/net/connection.ts';
import { MatchSession } from '../../client/net/session.ts';
import { commandOf, type Deed } from './arena.ts';
import type { Hands } from './commands.ts';
import { until } from './until.ts';

export class Player {
  readonly session: MatchSession;
  /** What it does in the command that is due; a function sees the count of commands so far. */
  deed: Deed | ((sent: number) => Deed) = {};
  /** Plays by itself instead. */
  hands: Hands | undefined;
  /** Runs after each frame, with its time. */
  onFrame: (nowMs: number) => void = () => {};
  readonly events: MatchEvent[] = [];
  sent = 0;
  #timer: NodeJS.Timeout | undefined;
  #left = false;

  constructor(session: MatchSession) {
    this.session = session;
    session.listener = { onEvent: (event) => this.events.push(event) };
  }

  /** Joins what quick play finds. */
  static async quick(url: string, name: string, wishes: RoomWishes = {}): Promise<Player> {
    return Player.in(await quickJoin(url, name, wishes));
  }

  /** Opens a room of its own, by default without bots and not to be found; with a second player the match is live at once. */
  static async open(url: string, name: string, wishes: RoomWishes = {}): Promise<Player> {
    return Player.in(await createMatch(url, name, { bots: 0, private: true, map: 'atrium', countdownS: 0, ...wishes }));
  }

  static async joins(url: string, code: string, name: string): Promise<Player> {
    return Player.in(await joinMatch(url, code, name));
  }

  static async returns(url: string, token: string): Promise<Player> {
    return Player.in(await returnToMatch(url, token));
  }

  /** Has no puck. */
  static async watches(url: string, code: string, name: string): Promise<Player> {
    return Player.at(await watchMatch(url, code, name));
  }

  /** Goes on from a player's connection. */
  static async in(room: MatchConnection): Promise<Player> {
    const player = await Player.at(room);
    await until(() => player.session.me >= 0, { what: 'a puck' });
    return player;
  }

  /** Goes on from any connection. */
  static async at(room: MatchConnection): Promise<Player> {
    await firstState(room);
    return new Player(new MatchSession(room, await fetchMap(room)));
  }

  get room(): MatchConnection {
    return this.session.room;
  }

  get code(): string {
    return this.room.roomId;
  }

  /** One's own puck as the server says. */
  get state(): MatchConnection['state']['pucks'][number] {
    const puck = this.session.state.pucks[this.session.me];
    if (!puck) throw new Error('no puck');
    return puck;
  }

  /** The puck of a slot as the server had it at the last snapshot; one's own without another. */
  seen(slot = this.session.me): Puck {
    const { state, map } = this.session;
    const from = state.pucks[slot];
    if (!from) throw new Error(`no puck ${slot}`);
    return new PuckReader(slot, map).read(from, state);
  }

  /** Names of all pucks, by seat. */
  get names(): string[] {
    return this.session.state.pucks.filter(({ active }) => active).map(({ name }) => name);
  }

  /** Draws frames at a rate, against an absolute clock, so that a late timer does not slow it down. */
  play(framesPerSecond = 60): this {
    const interval = 1000 / framesPerSecond;
    let next = performance.now();
    const frame = () => {
      const now = performance.now();
      this.session.frame(now, (command) => {
        const deed = typeof this.deed === 'function' ? this.deed(this.sent) : this.deed;
        this.sent++;
        Object.assign(command, this.hands?.next() ?? commandOf({ aim: command.aim, ...deed }));
      });
      this.onFrame(now);
      next = Math.max(next + interval, now - 100);
      this.#timer = setTimeout(frame, Math.max(0, next - performance.now()));
    };
    this.pause();
    frame();
    return this;
  }

  pause(): void {
    clearTimeout(this.#timer);
  }

  /** Leaves for good; a second time does nothing. */
  async leave(): Promise<void> {
    this.pause();
    if (this.#left) return;
    this.#left = true;
    this.room.reconnection.enabled = false;
    // A room that is cut off already would never answer.
    if (this.room.connection.isOpen) await this.room.leave();
  }

  /** Waits until what the server says of a match fulfils something. */
  sees(what: string, condition: (player: Player) => unknown, timeoutMs = 20_000): Promise<unknown> {
    return until(() => condition(this), { what, timeoutMs });
  }
}
