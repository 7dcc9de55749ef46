import assert from 'node:assert/strict';
import { PuckReader } from '#shared/net/reader.ts';
import type { Puck } from '#shared/sim/types.ts';
import { COMMANDS, PUCK, TICK_HZ } from '#shared/tuning.ts';
import { Player } from '../support/player.ts';
import { theServer } from '../support/server.ts';

interface Moment {
  tick: number;
  puck: Puck;
}

/** The server's word about a player's puck, snapshot by snapshot. */
function follow(player: Player): Moment[] {
  const moments: Moment[] = [];
  const reader = new PuckReader(player.session.me, player.session.map);
  player.room.onStateChange(() => {
    const { tick } = player.session.state;
    moments.push({ tick, puck: { ...reader.read(player.state, player.session.state) } });
  });
  return moments;
}

describe('a puck walks equally far in the same time', function () {
  this.timeout(30_000);
  const RATES = [30, 60, 144];
  const TICKS = 3 * TICK_HZ;
  const ways: Map<number, number> = new Map();

  before(async () => {
    const { url } = await theServer();
    await Promise.all(
      RATES.map(async (rate) => {
        const player = await Player.open(url, `At ${rate}`, { map: 'hall' });
        const moments = follow(player);
        player.play(rate).deed = { mx: 127 };
        const full = () => moments.find(({ puck }) => puck.vx > 349);
        await player.sees('full speed', full);
        const from = full() ?? assert.fail();
        await player.sees('three seconds of it', () => (moments.at(-1)?.tick ?? 0) >= from.tick + TICKS);
        const to = moments.find(({ tick }) => tick >= from.tick + TICKS) ?? assert.fail();
        ways.set(rate, ((to.puck.x - from.puck.x) / (to.tick - from.tick)) * TICK_HZ);
        await player.leave();
      }),
    );
  });

  for (const rate of RATES) {
    it(`at ${rate} frames a second: 350 u/s, to a step`, () => {
      const way = ways.get(rate) ?? 0;
      assert.ok(Math.abs(way - PUCK.topSpeed) < PUCK.topSpeed / TICK_HZ, `${way} u/s`);
    });
  }
});

describe('one who sends three times too fast', () => {
  it('moves no farther than real time and the bucket allow', async () => {
    const { url } = await theServer();
    const player = await Player.open(url, 'Cheat', { map: 'hall' });
    const moments = follow(player);
    const input = player.room.input({ mode: 'reliable' });
    const timer = setInterval(() => {
      for (let i = 0; i < 3; i++) {
        Object.assign(input.data as object, { mx: 127, my: 0, aim: 0, buttons: 0 });
        input.send();
      }
    }, 1000 / TICK_HZ);
    await player.sees('four seconds', () => (moments.at(-1)?.tick ?? 0) > (moments[0]?.tick ?? 0) + 240);
    clearInterval(timer);
    await player.leave();
    const first = moments[0] ?? assert.fail();
    const last = moments.at(-1) ?? assert.fail();
    for (const from of moments) {
      for (const to of moments) {
        if (to.tick <= from.tick) continue;
        const ticks = to.tick - from.tick;
        assert.ok(
          to.puck.step - from.puck.step <= ticks + COMMANDS.bucketSteps,
          `${to.puck.step - from.puck.step} steps in ${ticks} ticks`,
        );
        const most = ((ticks + COMMANDS.bucketSteps) * PUCK.topSpeed) / TICK_HZ;
        assert.ok(to.puck.x - from.puck.x <= most + 1);
      }
    }
    const speed = ((last.puck.x - first.puck.x) / (last.tick - first.tick)) * TICK_HZ;
    assert.ok(speed > 250, `it does move: ${speed} u/s`);
  });
});
