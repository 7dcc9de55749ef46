// Real clients with bots' brains in one match, each with 60 frames a second.

import { TICK_HZ } from '#shared/tuning.ts';
import { createMatch, joinMatch } from '../../../client/net/connection.ts';
import type { FrameKind } from '../../../client/net/meter.ts';
import { NetBot } from '../../../scripts/support/netBot.ts';
import { TickScheduler } from '../../../server/scheduler.ts';
import { BENCH_MAP } from './busyWorld.ts';

export class Players {
  readonly bots: NetBot[];
  readonly #stops: (() => void)[];

  private constructor(bots: NetBot[]) {
    const clock = new TickScheduler(TICK_HZ);
    this.bots = bots;
    this.#stops = bots.map((bot) => clock.add(() => bot.frame(performance.now())).stop);
  }

  /** Opens a match for `count` players at `url` and joins it with all of them; nobody else plays there. */
  static async join(url: string, count: number): Promise<Players> {
    const first = await createMatch(url, 'Player 0', { mode: 'ffa', map: BENCH_MAP, bots: 0 });
    const rooms = [first];
    for (let i = 1; i < count; i++) rooms.push(await joinMatch(url, first.roomId, `Player ${i}`));
    return new Players(await Promise.all(rooms.map((room, i) => NetBot.start(room, i + 1))));
  }

  /** Payload bytes and sent messages so far, of all together. */
  traffic(): { down: number; up: number; sent: number } {
    let down = 0;
    let up = 0;
    let sent = 0;
    for (const { session } of this.bots) {
      down += session.stats.meter.downBytes;
      up += session.stats.meter.upBytes;
      sent += session.stats.meter.upMessages;
    }
    return { down, up, sent };
  }

  /** Payload bytes so far by kind of frame, both ways, of all together. */
  bytesByKind(): Partial<Record<FrameKind, number>> {
    const sum: Partial<Record<FrameKind, number>> = {};
    for (const { session } of this.bots) {
      for (const [kind, bytes] of Object.entries(session.stats.meter.byKind) as [FrameKind, number][]) sum[kind] = (sum[kind] ?? 0) + bytes;
    }
    return sum;
  }

  /** Corrections so far of their own pucks, of all together. */
  corrections(): number {
    return this.bots.reduce((sum, { session }) => sum + session.stats.corrections, 0);
  }

  async leave(): Promise<void> {
    for (const stop of this.#stops) stop();
    await Promise.all(this.bots.map((bot) => bot.leave()));
  }
}
