// Somebody who plays while others attack: proves that a match goes on, at its pace.

import assert from 'node:assert/strict';
import { TICK_HZ } from '#shared/tuning.ts';
import type { RoomWishes } from '../../client/net/connection.ts';
import { Player } from './player.ts';
import type { TestServer } from './server.ts';
import { until } from './until.ts';

/** Busy machines tick late, and catch up; a hole that stops a room costs far more than this. In ticks a second. */
const SLOWEST = TICK_HZ * 0.5;
const FASTEST = TICK_HZ * 2.5;
/** Counted over so many ticks at least. */
const WINDOW_TICKS = TICK_HZ / 2;
/** Who is held up by what it was sent works for a larger share of the time; who waits for its turn on a busy machine does not. */
const HELD_UP = 0.5;

export class Innocent {
  readonly player: Player;
  readonly #server: TestServer;
  #tick = 0;
  /** Milliseconds. */
  #at = 0;
  /** Seconds of the processor that the server had used. */
  #worked = 0;

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
    this.#worked = await this.#work();
    this.#tick = this.player.session.state.tick;
    this.#at = performance.now();
  }

  /** The room has ticked at its pace since `begin`, takes commands, and the process is well. Counts anew from here. */
  async goesOn(): Promise<void> {
    const { player } = this;
    assert.equal(this.#server.child.exitCode, null, this.#server.said());
    const { x, y } = player.seen();
    const rate = await this.#rateSince(this.#tick, this.#at);
    assert.ok(rate < FASTEST, `${rate.toFixed(1)} ticks a second`);
    if (rate < SLOWEST) await this.#wasOnlySlowed(rate);
    await until(() => player.seen().x !== x || player.seen().y !== y, { what: 'a step' });
    assert.equal((await this.#server.health()).status, 'ok');
    assert.doesNotMatch(this.#server.said(), /uncaught|unhandled/i);
    await this.begin();
  }

  /** Ticks a second since a tick and its time, once there are enough to tell. */
  async #rateSince(tick: number, at: number): Promise<number> {
    const { state } = this.player.session;
    const enough = Math.max(tick + WINDOW_TICKS, state.tick + 10);
    await until(() => state.tick >= enough, { what: 'ticks' });
    return (state.tick - tick) / ((performance.now() - at) / 1000);
  }

  /** The machine gave the server too little of its processors: the server itself did little, and is at its pace again when it can be. */
  async #wasOnlySlowed(rate: number): Promise<void> {
    const share = ((await this.#work()) - this.#worked) / ((performance.now() - this.#at) / 1000);
    assert.ok(share < HELD_UP, `${rate.toFixed(1)} ticks a second, and at work for ${(share * 100).toFixed()} % of the time`);
    const paceNow = () => this.#rateSince(this.player.session.state.tick, performance.now());
    await until(async () => (await paceNow()) >= SLOWEST, { what: 'the room’s pace' });
  }

  async #work(): Promise<number> {
    return Number(/^process_cpu_seconds_total (\S+)/m.exec(await metricsOf(this.#server))?.[1]);
  }

  leave(): Promise<void> {
    return this.player.leave();
  }
}

/** How often a server has refused something, by reason; all reasons without one. */
export async function refused(server: TestServer, reason?: string): Promise<number> {
  const lines = (await metricsOf(server)).split('\n').filter((line) => line.startsWith('carom_refusals_total{'));
  const wanted = reason === undefined ? lines : lines.filter((line) => line.includes(`reason="${reason}"`));
  return wanted.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

const metricsOf = async ({ url }: TestServer): Promise<string> => (await fetch(`${url}/metrics`)).text();
