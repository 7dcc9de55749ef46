// Somebody who plays while others attack: proves that a match goes on, at its pace.

import assert from 'node:assert/strict';
import { TICK_HZ } from '#shared/tuning.ts';
import type { RoomWishes } from '../../client/net/connection.ts';
import { Player } from './player.ts';
import type { TestServer } from './server.ts';
import { until } from './until.ts';

/** Busy machines tick late, and catch up; a hole that stops a room costs far more than this. */
const SLOWEST = 0.5;
const FASTEST = 2.5;
/** A hole as long as half of this is not made up for. */
const HOLE_MS = 4000;
/** Counted over so many ticks at least. */
const WINDOW_TICKS = TICK_HZ / 2;

export class Innocent {
  readonly player: Player;
  readonly #server: TestServer;
  #tick = 0;
  #at = 0;

  private constructor(server: TestServer, player: Player) {
    this.#server = server;
    this.player = player;
  }

  /** Plays in a room of one's own, found by its code only. */
  static async plays(server: TestServer, url = server.url, wishes: RoomWishes = {}): Promise<Innocent> {
    const innocent = new Innocent(server, await Player.open(url, 'Ada', wishes));
    innocent.player.play().deed = (sent) => ({ mx: sent % 60 < 30 ? 127 : -127 });
    await innocent.begin();
    return innocent;
  }

  get code(): string {
    return this.player.code;
  }

  /** From here on it is counted. */
  async begin(): Promise<void> {
    this.#tick = this.player.session.state.tick;
    this.#at = performance.now();
  }

  /** The room has ticked at its pace since `begin`, takes commands, and the process is well. Counts anew from here. */
  async goesOn(): Promise<void> {
    const { player } = this;
    assert.equal(this.#server.child.exitCode, null, this.#server.said());
    const { x, y } = player.seen();
    const now = player.session.state.tick;
    await until(() => player.session.state.tick >= Math.max(this.#tick + WINDOW_TICKS, now + 10), { what: 'ticks' });
    // A machine that was busy for a moment makes a short window slow: then a longer one tells.
    await until(() => this.#rate > TICK_HZ * SLOWEST, { what: 'the room’s pace', timeoutMs: HOLE_MS });
    assert.ok(this.#rate < TICK_HZ * FASTEST, `${this.#rate.toFixed(1)} ticks a second`);
    await until(() => player.seen().x !== x || player.seen().y !== y, { what: 'a step' });
    assert.equal((await this.#server.health()).status, 'ok');
    assert.doesNotMatch(this.#server.said(), /uncaught|unhandled/i);
    await this.begin();
  }

  /** Ticks a second since `begin`. */
  get #rate(): number {
    return (this.player.session.state.tick - this.#tick) / ((performance.now() - this.#at) / 1000);
  }

  leave(): Promise<void> {
    return this.player.leave();
  }
}

/** How often a server has refused something, by reason; all reasons without one. */
export async function refused(server: TestServer, reason?: string): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  const lines = text.split('\n').filter((line) => line.startsWith('carom_refusals_total{'));
  const wanted = reason === undefined ? lines : lines.filter((line) => line.includes(`reason="${reason}"`));
  return wanted.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}
