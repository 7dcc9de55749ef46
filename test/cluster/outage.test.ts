import assert from 'node:assert/strict';
import { Player } from '../support/player.ts';
import { until } from '../support/until.ts';
import { startTestCluster, type TestCluster } from './support.ts';

describe('a Redis that fails', function () {
  this.timeout(180_000);
  let cluster: TestCluster;
  const players: Player[] = [];

  before(async () => {
    cluster = await startTestCluster();
  });
  after(async () => {
    await Promise.all(players.map((player) => player.leave().catch(() => {})));
    await cluster?.stop();
  });

  /** Somebody in a match of their own, in each of the processes. */
  async function everywhere(): Promise<Player[]> {
    const found = new Map<string, Player>();
    while (found.size < 2) {
      const player = await Player.open(cluster.url, `Player ${players.length}`, { private: false, bots: 4 });
      players.push(player.play());
      player.deed = (sent) => ({ mx: sent % 60 < 30 ? 127 : -127, fire: sent % 20 === 0 });
      found.set(player.room.connection.url?.split('/').at(-2) as string, player);
    }
    return [...found.values()];
  }

  /** Nobody's match stops for anything. */
  async function goesOn(during: Player[], what: string): Promise<void> {
    for (const player of during) {
      const { tick } = player.session.state;
      const { sent } = player;
      await player.sees(what, () => player.session.state.tick > tick + 120 && player.sent > sent + 60, 20_000);
    }
  }

  const cases: [name: string, lastsMs: number, fail: () => Promise<void>, mend: () => Promise<void>][] = [
    ['killed and started anew, empty', 0, () => cluster.redis.kill(), () => cluster.redis.start()],
    [
      'frozen for 20 s, as behind a line that is cut',
      20_000,
      async () => cluster.redis.freeze(true),
      async () => cluster.redis.freeze(false),
    ],
  ];
  for (const [name, lastsMs, fail, mend] of cases) {
    it(`${name}: costs no match; meanwhile a join is answered, and afterwards all is as before`, async () => {
      const playing = await everywhere();
      let drops = 0;
      for (const { room } of playing) room.onDrop(() => drops++);
      await fail();
      const failedAt = performance.now();
      await goesOn(playing, 'ticks without Redis');
      await assert.rejects(
        until(() => Player.open(cluster.url, 'Late').then((player) => void players.push(player)), { what: 'a refusal', timeoutMs: 20_000 }),
        /Matches cannot be found for a moment/,
      );
      while (performance.now() < failedAt + lastsMs) await goesOn(playing, 'ticks without Redis, still');
      await mend();
      const late = await until(() => Player.open(cluster.url, 'Late').catch(() => undefined), { what: 'a match again', timeoutMs: 30_000 });
      players.push(late);
      const codes = playing.map(({ code }) => code);
      for (const { url } of cluster.processes) {
        for (const code of codes) {
          const guest = await until(() => Player.watches(url, code, 'Guest').catch(() => undefined), {
            what: `${code} at ${url}`,
            timeoutMs: 30_000,
          });
          players.push(guest);
        }
      }
      await goesOn(playing, 'ticks with Redis');
      assert.equal(drops, 0);
      assert.deepEqual(
        cluster.processes.map(({ child }) => child.exitCode),
        [null, null],
      );
    });
  }
});
