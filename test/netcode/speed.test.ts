import assert from 'node:assert/strict';
import { PuckReader } from '#shared/net/reader.ts';
import type { Puck } from '#shared/sim/types.ts';
import { COMMANDS, GRID, PUCK, TICK_HZ } from '#shared/tuning.ts';
import { Player } from '../support/player.ts';
import { startTestServer, theServer } from '../support/server.ts';

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
  /** At each rate: units a step, and steps a tick. */
  const ways: { rate: number; way: number; steps: number }[] = [];

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
        await player.sees('three seconds of it', () => (moments.at(-1)?.tick ?? 0) >= from.tick + TICKS, 15_000);
        const to = moments.find(({ tick }) => tick >= from.tick + TICKS) ?? assert.fail();
        const span = moments.slice(moments.indexOf(from), moments.indexOf(to) + 1);
        let [way, walked] = [0, 0];
        for (const [i, { puck }] of span.entries()) {
          const last = span[i - 1]?.puck;
          // A puck whose commands a busy machine brings late coasts: that is another speed.
          if (!last || last.vx <= 349 || puck.vx <= 349) continue;
          way += puck.x - last.x;
          walked += puck.step - last.step;
        }
        const steps = to.puck.step - from.puck.step;
        ways.push({ rate, way: way / walked, steps: steps / (to.tick - from.tick) });
        await player.leave();
      }),
    );
  });

  it('whatever the frames are: each step is one of 350 u/s', () => {
    for (const { way } of ways) assert.ok(Math.abs(way - PUCK.topSpeed / TICK_HZ) < 1 / GRID, JSON.stringify(ways));
  });

  it('and as many steps are taken at each of 30, 60 and 144 frames a second', () => {
    const most = Math.max(...ways.map(({ steps }) => steps));
    // All three play on the same machine at the same time: what it is too busy for it is too busy for at all of them.
    for (const { steps } of ways) assert.ok(steps >= 0.85 * most, JSON.stringify(ways));
  });
});

describe('one who sends three times too fast', () => {
  it('moves no farther than real time and the bucket allow', async () => {
    // A server that was held up reads all at once: that would be a flood.
    const server = await startTestServer({ TUNING: JSON.stringify({ COMMANDS: { maxMessagesPerSecond: 1000 } }) });
    const player = await Player.open(server.url, 'Cheat', { map: 'hall' });
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
    await server.stop();
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
    assert.ok(speed > PUCK.topSpeed / 4, `it does move: ${speed} u/s`);
  });
});
